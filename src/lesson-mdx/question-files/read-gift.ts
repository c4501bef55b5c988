import {
  choiceQuestion,
  type FileChoice,
  type FileQuestion,
  matchingQuestion,
  plainText,
  type ReadQuestions,
  type UnreadReason,
} from './file-question.ts';

// gift-pegjs 1.0.2 stands on pegjs 0.10 (unmaintained since 2016) and gives up on the whole file at its first mistake; trainers need each line named.

/**
 * Reads a Moodle GIFT file (docs.moodle.org, GIFT format): choices, several right ones, true or false, a number, pairs. Everything else is named
 * with its line. Backslashes take the meaning from ~ = # { } :.
 */
export function readGift(source: string): ReadQuestions {
  const read: ReadQuestions = { questions: [], unread: [] };
  let objective = '';
  for (const { line, text } of blocks(source)) {
    const category = /^\$CATEGORY:\s*(.*)$/i.exec(text);
    if (category) {
      objective = category[1]?.split('/').at(-1)?.trim() ?? '';
      continue;
    }
    const question = readBlock(text, objective);
    if (typeof question === 'string') read.unread.push({ line, text: text.split('\n')[0]?.slice(0, 120) ?? '', reason: question });
    else read.questions.push({ ...question, line });
  }
  return read;
}

/** Questions are parted by empty lines; comments go, but `// unit:` and `// wrong:` are ours. */
function blocks(source: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  let lines: string[] = [];
  let line = 0;
  const close = () => {
    if (lines.some((each) => !each.startsWith('//'))) found.push({ line, text: lines.join('\n') });
    lines = [];
  };
  for (const [index, each] of source.split(/\r\n?|\n/).entries()) {
    const trimmed = each.trim();
    const isComment = trimmed.startsWith('//') && !/^\/\/ (?:unit|wrong):/.test(trimmed);
    if (trimmed !== '' && !isComment) {
      if (lines.length === 0) line = index + 1;
      lines.push(trimmed);
    }
    if (trimmed === '' || /^\$CATEGORY:/i.test(trimmed)) close();
  }
  close();
  return found;
}

function readBlock(block: string, objective: string): FileQuestion | UnreadReason {
  const unit = /^\/\/ unit: (.*)$/m.exec(block)?.[1] ?? '';
  const wrong = hide(/^\/\/ wrong: (.*)$/m.exec(block)?.[1] ?? '');
  const text = hide(block.replace(/^\/\/ .*\n/gm, ''));
  const name = /^\s*::(.*?)::/s.exec(text);
  const body = text.slice(name?.[0].length ?? 0).replace(/^\s*\[(?:html|plain|markdown|moodle)\]/i, '');
  const open = body.indexOf('{');
  if (open < 0) return 'no-answers';
  const close = body.indexOf('}', open);
  if (close < 0) return 'not-closed';
  const after = body.slice(close + 1);
  const blank = after.trim() === '' ? '' : ' ____ ';
  const prompt = show(`${body.slice(0, open)}${blank}${after}`);
  if (prompt === '') return 'no-prompt';
  const about = { name: name ? show(name[1] ?? '') : '', objective, prompt };
  // Feedback for any answer is Moodle's; a kiosk says something to each answer, and to pairs when they are right.
  const [written = '', general = ''] = body.slice(open + 1, close).split('####');
  const answers = written.trim();
  if (answers === '') return 'essay';
  if (answers.startsWith('#')) return readNumber(about, answers.slice(1), unit);
  return readTrueFalse(about, answers) ?? readChoices(about, answers, { feedbackRight: show(general), feedbackWrong: show(wrong) });
}

type About = { name: string; objective: string; prompt: string };
type Feedback = { feedbackRight: string; feedbackWrong: string };

function readTrueFalse(about: About, answers: string): FileQuestion | null {
  const [word = '', wrong = '', right = ''] = answers.split('#');
  if (!/^(t|true|f|false)$/i.test(word.trim())) return null;
  const answer = /^t/i.test(word.trim());
  const [feedbackTrue, feedbackFalse] = answer ? [right, wrong] : [wrong, right];
  return { ...about, kind: 'true-false', answer, feedbackTrue: show(feedbackTrue), feedbackFalse: show(feedbackFalse) };
}

function readChoices(about: About, answers: string, feedback: Feedback): FileQuestion | UnreadReason {
  const marks = Array.from(answers.matchAll(/([=~])([^=~]*)/g), ([, mark = '', text = '']) => ({ mark, text }));
  if (marks.length === 0) return 'not-a-question';
  if (marks.every(({ mark, text }) => mark === '=' && text.includes('->'))) return readPairs(about, answers, feedback);
  if (marks.every(({ mark, text }) => mark === '=' && !/^\s*%/.test(text))) return 'short-answer';
  const isSeveral = marks.every(({ mark, text }) => mark === '~' && /^\s*%/.test(text));
  const choices = marks.map(({ mark, text }): FileChoice => {
    const weight = /^\s*%(-?[\d.]+)%/.exec(text);
    const [said = '', feedback = ''] = text.slice(weight?.[0].length ?? 0).split('#');
    return { text: show(said), isRight: mark === '=' || Number(weight?.[1] ?? 0) > 0, feedback: show(feedback) };
  });
  return choices.some((choice) => choice.text === '') ? 'no-answers' : choiceQuestion(about, choices, isSeveral);
}

/** `=left -> right` */
function readPairs(about: About, answers: string, feedback: Feedback): FileQuestion | UnreadReason {
  const pairs = Array.from(answers.matchAll(/=([^=]*)/g), ([, text = '']) => {
    const [left = '', ...right] = text.split('->');
    return { left: show(left), right: show(right.join('->')) };
  });
  return matchingQuestion(about, pairs, feedback);
}

function readNumber(about: About, answers: string, unit: string): FileQuestion | UnreadReason {
  const right = Array.from(answers.matchAll(/=([^=~]*)/g), ([, text = '']) => text);
  if (right.length > 1) return 'several-numbers';
  const [value = '', feedbackRight = ''] = (right[0] ?? answers).replace(/^\s*%100%/, '').split('#');
  const feedbackWrong = /~[^#]*#([^=~]*)/.exec(answers)?.[1] ?? '';
  const range = /^\s*(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)\s*$/.exec(value);
  const exact = /^\s*(-?\d+(?:\.\d+)?)\s*(?::\s*(\d+(?:\.\d+)?))?\s*$/.exec(value);
  const said = { feedbackRight: show(feedbackRight), feedbackWrong: show(feedbackWrong), unit };
  if (exact) return { ...about, kind: 'number', answer: exact[1] ?? '', tolerance: exact[2] ?? '0', ...said };
  if (!range) return 'not-a-number';
  const [low, high] = [Number(range[1]), Number(range[2])];
  if (!(high >= low)) return 'not-a-number';
  return { ...about, kind: 'number', answer: tidy((low + high) / 2), tolerance: tidy((high - low) / 2), ...said };
}

function tidy(number: number): string {
  return String(Number(number.toFixed(9)));
}

const ESCAPED = '~=#{}:\\';

// A character behind a backslash steps aside as a control character while the marks are looked for.
function hide(text: string): string {
  return text
    .replace(/\\n/g, ' ')
    .replace(/\\([~=#{}:\\])/g, (_whole, mark: string) => String.fromCharCode(0xe000 + ESCAPED.indexOf(mark)));
}

function show(text: string): string {
  return plainText(text.replace(/[\uE000-\uE006]/g, (mark) => ESCAPED.charAt(mark.charCodeAt(0) - 0xe000)));
}
