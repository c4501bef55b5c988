import type { FileQuestion } from './file-question.ts';

/** Questions as a Moodle GIFT file; `readGift` gives the same questions back. */
export function writeGift(questions: readonly FileQuestion[]): string {
  let objective = '';
  return questions
    .map((question) => {
      const category = question.objective === objective ? '' : `$CATEGORY: ${question.objective}\n\n`;
      objective = question.objective;
      const wrong = question.kind === 'matching' && question.feedbackWrong !== '' ? `// wrong: ${marked(question.feedbackWrong)}\n` : '';
      const unit = question.kind === 'number' && question.unit !== '' ? `// unit: ${question.unit}\n` : '';
      return `${category}${unit}${wrong}::${marked(question.name)}:: ${marked(question.prompt)} {${answers(question)}}\n`;
    })
    .join('\n');
}

function answers(question: FileQuestion): string {
  switch (question.kind) {
    case 'true-false': {
      const [wrong, right] = question.answer
        ? [question.feedbackFalse, question.feedbackTrue]
        : [question.feedbackTrue, question.feedbackFalse];
      return `${question.answer ? 'TRUE' : 'FALSE'}#${marked(wrong)}#${marked(right)}`;
    }
    case 'number':
      return `#=${question.answer}:${question.tolerance}#${marked(question.feedbackRight)} ~#${marked(question.feedbackWrong)}`;
    case 'single-choice':
      return lines(question.choices.map(({ text, isRight, feedback }) => `${isRight ? '=' : '~'}${marked(text)}#${marked(feedback)}`));
    case 'matching':
      return `${lines(question.pairs.map(({ left, right }) => `=${side(left)} -> ${side(right)}`))}####${marked(question.feedbackRight)}`;
    case 'multiple-choice': {
      // Moodle wants the right ones to come to a hundred, in the shares it knows.
      const share = SHARES[question.choices.filter((choice) => choice.isRight).length] ?? '100';
      return lines(
        question.choices.map(({ text, isRight, feedback }) => `~%${isRight ? share : '-100'}%${marked(text)}#${marked(feedback)}`),
      );
    }
  }
}

const SHARES: Record<number, string> = { 1: '100', 2: '50', 3: '33.33333', 4: '25', 5: '20', 6: '16.66667', 7: '14.28571', 8: '12.5' };

function lines(each: string[]): string {
  return `\n${each.map((line) => `  ${line}\n`).join('')}`;
}

/** An arrow parts the sides; one inside a text is written as HTML. */
function side(text: string): string {
  return marked(text).replaceAll('->', '-&gt;');
}

function marked(text: string): string {
  const html = text.replace(/&(?=(?:lt|gt|quot|amp|nbsp|#39);)/g, '&amp;').replace(/</g, '&lt;');
  return html
    .replace(/[~=#{}:\\]/g, (mark) => `\\${mark}`)
    .replace(/\s+/g, ' ')
    .trim();
}
