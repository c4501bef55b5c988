import type { TopicSpread } from './curriculum.ts';
import type { Measure } from './right-answers.ts';
import { type LessonFigures, percent } from './shipped-lesson.ts';

/** What ships, in figures: a line a lesson, then topics by base and what a guesser could go by. */
export function contentTable(
  lessons: readonly LessonFigures[],
  spread: TopicSpread,
  measures: readonly (readonly [string, Measure[]])[],
): string {
  const header = ['lesson', 'questions', 'pictures', 'minutes', 'zh mean/max', 'uncommon', 'en mean/max', 'sources', 'facts with source'];
  const rows = lessons.map(({ path, questions, pictures, minutes, sources, facts, factsWithSource, readability: { zh, en } }) => [
    path,
    String(questions),
    String(pictures),
    String(minutes),
    zh ? `${zh.average.toFixed(1)}/${zh.longest.length}` : '–',
    zh?.uncommon ? percent(zh.uncommon.share) : '–',
    en ? `${en.average.toFixed(1)}/${en.longest.length}` : '–',
    String(sources),
    `${factsWithSource}/${facts}`,
  ]);
  const sum = (of: (lesson: LessonFigures) => number) => lessons.reduce((total, lesson) => total + of(lesson), 0);
  const facts = sum((lesson) => lesson.facts);
  const withSource = sum((lesson) => lesson.factsWithSource);
  const share = facts === 0 ? 'not recorded' : `${percent(withSource / facts)} (${withSource} of ${facts})`;
  return [
    ...aligned([header, ...rows]),
    `Together: ${lessons.length} lessons, ${sum((lesson) => lesson.questions)} questions, ${sum((lesson) => lesson.pictures)} pictures, ${sum((lesson) => lesson.minutes)} minutes; facts with a source: ${share}; the rest is taught as advice.`,
    '',
    ...aligned([
      ['base', 'lessons', 'topics'],
      ...spread.byBase.map(({ baseId, lessons: count, topics }) => [baseId, String(count), topics.join(', ')]),
    ]),
    ...aligned([
      ['topic', 'lessons', 'bases'],
      ...spread.byTopic.map(({ topic, lessons: count, bases }) => [topic, String(count), String(bases)]),
    ]),
    '',
    ...measures.flatMap(([name, each]) =>
      each.map(({ name: what, count, of, expected }) => `${name}: ${what} ${count} of ${of}, by chance ${expected.toFixed(1)}`),
    ),
    '',
  ].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
