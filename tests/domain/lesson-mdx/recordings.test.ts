import { describe, expect, it } from 'vitest';
import { followScreens, nameRecording, readRecordings } from '../../../src/lesson-mdx/blocks/recordings.ts';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';
import { EN, METADATA, ZH } from '../lessons/small-content.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const MEDIA = {
  'cover.svg': bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'),
  'a.ogg': bytes('OggS one'),
  'b.ogg': bytes('OggS two'),
};
async function narrationOf(metadata: string) {
  const outcome = await checkLesson({ metadata, zh: ZH, en: EN, media: MEDIA });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const name = (digest: string) => Object.entries(outcome.lesson.media).find(([, own]) => own === digest)?.[0];
  return Object.fromEntries(Object.entries(outcome.lesson.narration?.zh ?? {}).map(([screen, digest]) => [screen, name(digest)]));
}

it('a recording is named where there was none, beside others and in place of an older one; the rest keeps its bytes', async () => {
  const first = nameRecording(METADATA, 'zh', 1, 'a.ogg');
  expect(await narrationOf(first)).toEqual({ 1: 'a.ogg' });
  expect(first.startsWith(METADATA.slice(0, METADATA.indexOf('topics')))).toBe(true);
  const second = nameRecording(first, 'zh', 0, 'b.ogg');
  expect(await narrationOf(second)).toEqual({ 0: 'b.ogg', 1: 'a.ogg' });
  expect(await narrationOf(nameRecording(second, 'zh', 1, 'b.ogg'))).toEqual({ 0: 'b.ogg', 1: 'b.ogg' });
  expect(await narrationOf(nameRecording(`${METADATA}narration: {zh: {0: a.ogg}}\n`, 'zh', 2, 'b.ogg'))).toEqual({
    0: 'a.ogg',
    2: 'b.ogg',
  });
});

describe('when screens come and go', () => {
  const zh = (metadata: string) => Object.fromEntries(readRecordings(metadata, 'zh'));
  const read = [0, 1, 3].reduce((so, screen) => nameRecording(so, 'zh', screen, `${screen}.ogg`), METADATA);
  const SCREENS = ['cover', 'look', 'ask', 'do'];

  it.each([
    ['a new screen pushes those behind it', ['cover', 'new', 'look', 'ask', 'do'], { 0: '0.ogg', 2: '1.ogg', 4: '3.ogg' }],
    ['a screen that moves takes its recording along', ['cover', 'ask', 'do', 'look'], { 0: '0.ogg', 2: '3.ogg', 3: '1.ogg' }],
    ['a screen that goes takes it away', ['cover', 'ask', 'do'], { 0: '0.ogg', 2: '3.ogg' }],
    ['a screen whose first block was exchanged keeps it', ['cover', 'other', 'ask', 'do'], { 0: '0.ogg', 1: '1.ogg', 3: '3.ogg' }],
  ])('%s', (_, after, kept) => {
    expect(zh(followScreens(read, 'zh', SCREENS, after))).toEqual(kept);
  });

  it('nothing is written where nothing moved, where nothing is recorded and in the other language', () => {
    expect(followScreens(read, 'zh', SCREENS, [...SCREENS])).toBe(read);
    expect(followScreens(METADATA, 'zh', SCREENS, ['cover'])).toBe(METADATA);
    expect(followScreens(read, 'en', SCREENS, ['cover'])).toBe(read);
  });

  it('the last recording taken away leaves lesson.yaml as it was before the first', () => {
    expect(nameRecording(nameRecording(METADATA, 'zh', 2, 'a.ogg'), 'zh', 2, null)).toBe(METADATA);
    expect(zh(nameRecording(read, 'zh', 1, null))).toEqual({ 0: '0.ogg', 3: '3.ogg' });
  });
});
