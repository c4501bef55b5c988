import { choiceQuestion, type FileChoice, plainText, type ReadQuestions } from './file-question.ts';

/** Reads an Aiken file (docs.moodle.org, Aiken format): a question, choices `A.` or `A)`, `ANSWER: A`. What is none is named with its line. */
export function readAiken(source: string): ReadQuestions {
  const read: ReadQuestions = { questions: [], unread: [] };
  let start = 0;
  let prompt: string[] = [];
  let choices: FileChoice[] = [];
  const refuse = (reason: ReadQuestions['unread'][number]['reason'], line = start) =>
    read.unread.push({ line, text: prompt[0]?.slice(0, 120) ?? '', reason });
  const begin = () => {
    [start, prompt, choices] = [0, [], []];
  };
  source.split(/\r\n?|\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const answer = /^(?:ANSWER|答案)\s*[:：]\s*([A-Z])\s*$/i.exec(line);
    const choice = /^([A-Z])[.)、．）]\s*(.+)$/.exec(line);
    if (answer) {
      if (prompt.length === 0) refuse('not-a-question', index + 1);
      else finish((answer[1] ?? '').toUpperCase());
      begin();
    } else if (choice && prompt.length > 0) {
      choices.push({ text: plainText(choice[2] ?? ''), isRight: false, feedback: '' });
    } else {
      // A new question before the last one's answer.
      if (choices.length > 0) {
        refuse('no-right-answer');
        begin();
      }
      if (prompt.length === 0) start = index + 1;
      prompt.push(line);
    }
  });
  if (prompt.length > 0) refuse(choices.length > 0 ? 'no-right-answer' : 'not-a-question');
  return read;

  function finish(letter: string): void {
    const right = choices[letter.charCodeAt(0) - 65];
    if (!right) return void refuse('answer-not-among-choices');
    right.isRight = true;
    const about = { name: '', objective: '', prompt: plainText(prompt.join(' ')) };
    const question = choiceQuestion(about, choices, false);
    if (typeof question === 'string') refuse(question);
    else read.questions.push({ ...question, line: start });
  }
}
