import { describe, expect, it } from 'vitest';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';
import { EN, METADATA, ZH } from '../lessons/small-content.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const SOUND = bytes('ID3 a recording');
const COVER = bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>');
// The small lesson has a cover, one screen to read and one question.
const MONGOLIAN = `proofread_by: 乌云其其格
screens:
  - {label: ᠬᠣᠨᠢ, sound: a.mp3}
  - {label: ᠵᠢᠩ, sound: a.mp3}
  - {label: ᠠᠰᠠᠭᠤᠯᠲᠠ, sound: a.mp3}
`;

function check(metadata: string, more: Record<string, Uint8Array>) {
  return checkLesson({ metadata, zh: ZH, en: EN, media: { 'cover.svg': COVER, ...more } });
}
async function codes(metadata: string, more: Record<string, Uint8Array>): Promise<string[]> {
  const outcome = await check(metadata, more);
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
}
async function mongolianOf(source: string) {
  const outcome = await check(METADATA, { 'a.mp3': SOUND, 'mn.yaml': bytes(source) });
  return outcome.ok ? (outcome.lesson.mongolian ?? 'not shown') : outcome.problems.map(({ code }) => code);
}

describe('the trainer’s recordings', () => {
  it('belong to a screen of one language', async () => {
    const outcome = await check(`${METADATA}narration: {zh: {0: a.mp3, 2: a.mp3}}\n`, { 'a.mp3': SOUND });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    expect(outcome.lesson.narration).toEqual({ zh: { 0: outcome.lesson.media['a.mp3'], 2: outcome.lesson.media['a.mp3'] } });
  });
  it('are refused when the file is missing, the step is not there, or a picture stands for a sound', async () => {
    expect(await codes(`${METADATA}narration: {zh: {1: b.mp3}}\n`, {})).toEqual(['sound-missing']);
    expect(await codes(`${METADATA}narration: {zh: {3: a.mp3}}\n`, { 'a.mp3': SOUND })).toEqual(['no-such-step']);
    expect(await codes(`${METADATA}narration: {en: {1: cover.svg}}\n`, {})).toEqual(['sound-missing']);
    expect(await codes(`${METADATA}narration: {fr: {1: a.mp3}}\n`, { 'a.mp3': SOUND })).toContain('unknown-field');
  });
  it('must be sounds by their bytes, and no sound is a cover', async () => {
    expect(await codes(METADATA, { 'a.ogg': SOUND })).toEqual(['not-a-sound']);
    expect(await codes(METADATA.replace('cover.svg', 'a.mp3'), { 'a.mp3': SOUND })).toEqual(['picture-missing']);
  });
});

describe('Mongolian', () => {
  it('shows when every screen has label and recording and somebody proofread it', async () => {
    expect(await mongolianOf(MONGOLIAN)).toMatchObject({ proofreader: '乌云其其格', screens: [{ label: 'ᠬᠣᠨᠢ' }, {}, {}] });
  });
  it('does not show, and stops nothing, while it is unfinished', async () => {
    expect(await mongolianOf(MONGOLIAN.replace('label: ᠵᠢᠩ, ', ''))).toBe('not shown');
    expect(await mongolianOf(MONGOLIAN.replace('ᠵᠢᠩ, sound: a.mp3', 'ᠵᠢᠩ'))).toBe('not shown');
    expect(await mongolianOf(MONGOLIAN.split('\n').slice(0, -2).join('\n'))).toBe('not shown');
    expect(await mongolianOf(MONGOLIAN.replace(/^proofread.*\n/, ''))).toBe('not shown');
  });
  it('is refused when it is written wrongly', async () => {
    expect(await mongolianOf(MONGOLIAN.replace('ᠵᠢᠩ', '羊'))).toEqual(['not-mongolian']);
    expect(await mongolianOf(MONGOLIAN.replace('a.mp3', 'b.mp3'))).toEqual(['sound-missing']);
    expect(await mongolianOf(`${MONGOLIAN}  - {label: ᠬᠣᠨᠢ, sound: a.mp3}\n`)).toEqual(['no-such-step']);
    expect(await mongolianOf('screens: 3')).toEqual(['field-wrong']);
  });
});
