import { diffArrays, diffWords } from 'diff';
import type { Language } from './checked-lesson.ts';
import { type LessonTexts, lessonText, type TextLine } from './lesson-text.ts';

export type Change = 'same' | 'added' | 'removed';

/** A line of one screen: as it stayed, came, went, or with the words that changed inside it. */
export interface ChangedLine {
  change: Change | 'changed';
  parts: { change: Change; text: string }[];
}

/** One screen with its title. */
export interface ChangedScreen {
  title: ChangedLine | null;
  lines: ChangedLine[];
  hasChanged: boolean;
}

export type TextChanges = Record<Language, ChangedScreen[]>;

/** What changed for a farmer from one text to the other, screen by screen in both languages. Run it in a worker. */
export function textChanges(from: LessonTexts, to: LessonTexts): TextChanges {
  return { zh: changesIn(from, to, 'zh'), en: changesIn(from, to, 'en') };
}

function changesIn(from: LessonTexts, to: LessonTexts, language: Language): ChangedScreen[] {
  const screens: ChangedScreen[] = [];
  for (const { isTitle, line } of changedLines(lessonText(from, language), lessonText(to, language), language)) {
    if (isTitle || screens.length === 0) screens.push({ title: isTitle ? line : null, lines: [], hasChanged: false });
    const screen = screens.at(-1) as ChangedScreen;
    if (!isTitle) screen.lines.push(line);
    screen.hasChanged ||= line.change !== 'same';
  }
  return screens;
}

interface Line {
  isTitle: boolean;
  line: ChangedLine;
}

function changedLines(from: TextLine[], to: TextLine[], language: Language): Line[] {
  const isSame = (one: TextLine, other: TextLine) => one.text === other.text && one.isTitle === other.isTitle;
  const chunks = diffArrays(from, to, { comparator: isSame });
  const lines: Line[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at];
    if (!chunk) continue;
    const next = chunks[at + 1];
    if (chunk.removed && next?.added) {
      lines.push(...paired(chunk.value, next.value, language));
      at += 1;
    } else lines.push(...chunk.value.map((line) => whole(line, chunk.added ? 'added' : chunk.removed ? 'removed' : 'same')));
  }
  return lines;
}

function whole({ text, isTitle }: TextLine, change: Change): Line {
  return { isTitle, line: { change, parts: [{ change, text }] } };
}

/** Lines that took each other's place, one by one; those with hardly a word in common are one that went and one that came. */
function paired(gone: TextLine[], come: TextLine[], language: Language): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < Math.max(gone.length, come.length); at++) {
    const [before, after] = [gone[at], come[at]];
    const parts = before && after && before.isTitle === after.isTitle ? changedWords(before.text, after.text, language) : null;
    if (parts && after) lines.push({ isTitle: after.isTitle, line: { change: 'changed', parts } });
    else {
      if (before) lines.push(whole(before, 'removed'));
      if (after) lines.push(whole(after, 'added'));
    }
  }
  return lines;
}

function changedWords(before: string, after: string, language: Language): ChangedLine['parts'] | null {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const chunks = diffWords(before, after, { intlSegmenter });
  const parts = chunks.map(({ added, removed, value }) => ({
    change: (added ? 'added' : removed ? 'removed' : 'same') as Change,
    text: value,
  }));
  const kept = parts.reduce((sum, part) => sum + (part.change === 'same' ? part.text.trim().length : 0), 0);
  return kept * 3 >= Math.min(before.length, after.length) ? parts : null;
}
