import { expect, it } from 'vitest';
import { nameRecording } from '../../../src/islands/media/name-recording.ts';
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
