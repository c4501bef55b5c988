import type { CheckedLesson, Language, LessonProblem } from '../../src/lesson-mdx/checked-lesson.ts';
import { FACTS_FILE, readFacts } from '../../src/lesson-mdx/facts.ts';
import { FILE_START, type Place } from '../../src/lesson-mdx/problems.ts';
import { CHINESE, ENGLISH, type Readability, readability } from './readability.ts';
import { sentencesOf } from './sentences.ts';

const QUESTIONS = 4;
const KINDS = 2;
const PICTURES = 2;
const MINUTES = [5, 12] as const;

/** The figures of one shipped lesson, for the table. */
export interface LessonFigures {
  path: string;
  questions: number;
  pictures: number;
  minutes: number;
  sources: number;
  facts: number;
  factsWithSource: number;
  readability: Record<Language, Readability | null>;
}

/** What is asked of the lessons that ship, beyond what every upload must pass. File names are those inside the lesson folder. */
export function checkShippedLesson(
  path: string,
  lesson: CheckedLesson,
  texts: Record<Language | 'metadata', string> & { facts: string | null },
): { figures: LessonFigures; problems: LessonProblem[] } {
  const problems: LessonProblem[] = [];
  const complain = (file: string, place: Place, code: string, en: string) =>
    problems.push({ file, line: place.line, column: place.column, code, message: { zh: en, en } });

  const minutesAt = placeOf(texts.metadata, 'minutes:');
  if (lesson.minutes < MINUTES[0] || lesson.minutes > MINUTES[1])
    complain(
      'lesson.yaml',
      minutesAt,
      'minutes',
      `The lesson takes ${lesson.minutes} minutes. Split or lengthen it to ${MINUTES.join('–')}.`,
    );
  const kinds = new Set(lesson.questions.map(({ kind }) => kind));
  if (lesson.questions.length < QUESTIONS)
    complain('zh.mdx', FILE_START, 'few-questions', `The lesson asks ${lesson.questions.length} questions. Write at least ${QUESTIONS}.`);
  if (kinds.size < KINDS) complain('zh.mdx', FILE_START, 'one-kind', `All questions are of one kind. Use at least ${KINDS} kinds.`);
  const pictures = new Set(lesson.steps.zh.flatMap(({ html }) => [...html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src))).size;
  if (pictures < PICTURES)
    complain('zh.mdx', FILE_START, 'few-pictures', `The steps show ${pictures} pictures. Show at least ${PICTURES} that teach.`);

  const found: LessonProblem[] = [];
  const facts = texts.facts === null ? [] : readFacts(texts.facts, lesson.sources, found);
  if (texts.facts === null)
    complain(FACTS_FILE, FILE_START, 'no-facts', 'The facts are missing. List every fact of the lesson with its source, or as advice.');

  const read = (language: Language): Readability | null => {
    const { sentences, terms } = sentencesOf(texts[language], language);
    return readability(sentences, terms, language);
  };
  const figures: LessonFigures = {
    path,
    questions: lesson.questions.length,
    pictures,
    minutes: lesson.minutes,
    sources: lesson.sources.length,
    facts: facts.length,
    factsWithSource: facts.filter(({ source }) => source !== null).length,
    readability: { zh: read('zh'), en: read('en') },
  };
  for (const language of ['zh', 'en'] as const) {
    const limits = language === 'zh' ? CHINESE : ENGLISH;
    const unit = language === 'zh' ? 'characters' : 'words';
    const { average = 0, tooLong = [], uncommon = null } = figures.readability[language] ?? {};
    const file = `${language}.mdx`;
    for (const sentence of tooLong)
      complain(
        file,
        sentence,
        'long-sentence',
        `${sentence.length} ${unit} in one sentence, at most ${limits.longest}. Split “${sentence.text}”.`,
      );
    if (average > limits.average)
      complain(
        file,
        FILE_START,
        'long-sentences',
        `Sentences have ${average.toFixed(1)} ${unit} on average, at most ${limits.average}. Write shorter ones.`,
      );
    if (uncommon && uncommon.share > CHINESE.uncommon)
      complain(
        file,
        FILE_START,
        'uncommon-characters',
        `${percent(uncommon.share)} of the characters are uncommon (${uncommon.characters.join('')}), at most ${percent(CHINESE.uncommon)}. Say it in everyday words, or explain it with <Term>.`,
      );
  }
  return { figures, problems };
}

function placeOf(text: string, start: string): Place {
  const line = text.split('\n').findIndex((each) => each.startsWith(start));
  return { line: line + 1 || 1, column: 1 };
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
