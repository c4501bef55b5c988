import { describe, expect, it } from 'vitest';
import { captionsProblem } from '../../../src/lesson-mdx/captions.ts';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';
import { soundKind } from '../../../src/lesson-mdx/media.ts';
import { videoProblem } from '../../../src/lesson-mdx/video-file.ts';
import { smallMp4, smallWebm, VTT } from '../../support/small-media.ts';
import { EN, METADATA, ZH } from '../lessons/small-content.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const COVER = bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>');
const MEDIA = { 'cover.svg': COVER, 'a.mp4': smallMp4(), 'a.mp3': bytes('ID3 a recording'), 'a.vtt': bytes(VTT) };
const VIDEO = '<Video src="a.mp4" poster="cover.svg" captions="a.vtt" title="Shear" />';
const AUDIO = '<Audio src="a.mp3" title="A cough" transcript="It coughs twice &amp; < stops.\nThen it eats." />';

async function check(tags: string, media: Record<string, Uint8Array> = {}) {
  const add = (page: string) => page.replace('\n<SingleChoice', `\n${tags}\n\n<SingleChoice`);
  return checkLesson({ metadata: METADATA, zh: add(ZH), en: add(EN), media: { ...MEDIA, ...media } });
}
async function problemsIn(tags: string, media: Record<string, Uint8Array> = {}) {
  const outcome = await check(tags, media);
  return outcome.ok ? [] : outcome.problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

describe('a video and a sound in a lesson', () => {
  it('are shown with captions, poster and name, from addresses that never change', async () => {
    const outcome = await check(`${VIDEO}\n\n${AUDIO}`);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    const { media, steps } = outcome.lesson;
    const [step] = steps.en;
    for (const file of ['a.mp4', 'a.vtt', 'cover.svg', 'a.mp3']) expect(step?.html).toContain(`/media/${media[file]}`);
    expect(step?.html).toContain('<track kind="captions" default srclang="en"');
    expect(step?.speech).toContain('Shear\nA cough');
  });
  it('are refused where something is missing, at its line', async () => {
    expect(await problemsIn(VIDEO.replace(' captions="a.vtt"', ''))).toEqual(['zh.mdx:9 captions-missing', 'en.mdx:9 captions-missing']);
    expect(await problemsIn(VIDEO.replace('poster="cover.svg"', 'poster=""'))).toContain('zh.mdx:9 poster-missing');
    expect(await problemsIn(VIDEO.replace('a.mp4', 'b.mp4'))).toContain('zh.mdx:9 video-missing');
    expect(await problemsIn(VIDEO.replace('a.vtt', 'b.vtt'))).toContain('zh.mdx:9 captions-missing');
    expect(await problemsIn(AUDIO.replace('a.mp3', 'a.mp4'))).toContain('zh.mdx:9 sound-missing');
    expect(await problemsIn(VIDEO.replace('a.mp4', 'https://example.org/a.mp4'))).toContain('zh.mdx:9 unsafe-url');
    expect(await problemsIn(AUDIO.replace(' title="A cough"', ''))).toContain('zh.mdx:9 missing-prop');
  });
  it('a sound has its words under the player, closed, each line a paragraph', async () => {
    const outcome = await check(AUDIO);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    expect(outcome.warnings).toEqual([]);
    const [html = '', zh = ''] = [outcome.lesson.steps.en[0]?.html, outcome.lesson.steps.zh[0]?.html];
    expect(html).toContain('</audio><details class="transcript"><summary>Read what is said</summary>');
    expect(html).toContain('<p>It coughs twice &#38; &#60; stops.</p><p>Then it eats.</p></details>');
    expect(zh).toContain('<summary>看录音里说了什么</summary>');
    expect(outcome.lesson.steps.en[0]?.speech).not.toContain('coughs twice');
  });
  it('a sound without its words can be published, with a warning at its line in both languages', async () => {
    for (const tag of ['<Audio src="a.mp3" title="A cough" />', '<Audio src="a.mp3" title="A cough" transcript=" " />']) {
      const outcome = await check(tag);
      expect(outcome.ok).toBe(true);
      expect(outcome.warnings).toMatchObject([
        { file: 'zh.mdx', line: 9, code: 'transcript-missing', isWarning: true },
        { file: 'en.mdx', line: 9, code: 'transcript-missing', isWarning: true },
      ]);
      expect(outcome.warnings[0]?.message.zh).toContain('录音里说了什么');
      if (outcome.ok) expect(outcome.lesson.steps.en[0]?.html).not.toContain('<details');
    }
  });
  it('are judged by their bytes, not by their names', async () => {
    expect(await problemsIn(VIDEO, { 'a.mp4': Buffer.from('PK\u0003\u0004 a renamed zip') })).toEqual(['a.mp4:1 not-a-video']);
    expect(await problemsIn(VIDEO, { 'a.vtt': bytes('1\n00:00:01,000 --> 00:00:02,000\nSubRip\n') })).toEqual(['a.vtt:1 not-captions']);
    expect(await problemsIn(AUDIO, { 'a.m4a': smallMp4() })).toEqual(['a.m4a:1 not-a-sound']);
    expect(await problemsIn(AUDIO, { 'a.m4a': smallMp4(null) })).toEqual([]);
  });
  it('are refused when they are too large', async () => {
    expect(await problemsIn(VIDEO, { 'a.mp4': smallMp4('avc1', 'mp4a', 30_000_001) })).toEqual(['a.mp4:1 file-too-large']);
  });
});

describe('a video file', () => {
  const code = (extension: string, file: Uint8Array) => videoProblem(extension, file)?.code ?? 'plays';
  it('plays in H.264 with or without AAC, and as WebM', () => {
    expect(code('mp4', smallMp4())).toBe('plays');
    expect(code('mp4', smallMp4('avc1', null))).toBe('plays');
    for (const codec of ['V_VP8', 'V_VP9', 'V_AV1']) expect(code('webm', smallWebm(codec, 'A_OPUS'))).toBe('plays');
  });
  it('is refused in another codec, without a picture, cut off, or as the other kind', () => {
    expect(videoProblem('mp4', smallMp4('hvc1'))).toEqual({ code: 'video-codec', codec: 'hvc1' });
    expect(videoProblem('webm', smallWebm('V_MPEG4/ISO/AVC'))).toEqual({ code: 'video-codec', codec: 'V_MPEG4/ISO/AVC' });
    expect(code('mp4', smallMp4(null))).toBe('video-without-picture');
    expect(code('webm', smallWebm('A_OPUS'))).toBe('video-without-picture');
    expect(code('mp4', smallMp4().subarray(0, -1))).toBe('video-cut-off');
    expect(code('webm', smallWebm('V_VP9').subarray(0, -1))).toBe('video-cut-off');
    expect(code('mp4', smallWebm('V_VP9'))).toBe('not-a-video');
    expect(code('webm', smallMp4())).toBe('not-a-video');
  });
  it('is never waited for, however it was made', () => {
    const endless = Buffer.concat([smallMp4().subarray(0, 24), Buffer.alloc(100_000)]);
    expect(code('mp4', endless)).toBe('video-cut-off');
    const shortest = Math.min(smallWebm('V_VP9').length, smallMp4(null).length);
    for (let length = 0; length < shortest; length += 1) {
      expect(code('mp4', smallMp4().subarray(0, length))).not.toBe('plays');
      expect(code('webm', smallWebm('V_VP9').subarray(0, length))).not.toBe('plays');
      expect(soundKind(smallMp4(null).subarray(0, length))).toBeNull();
    }
  });
});

describe('captions', () => {
  it('are WebVTT with words under their times', () => {
    expect(captionsProblem(VTT)).toBeNull();
    expect(captionsProblem('\uFEFFWEBVTT - a name\r\n\r\n1\r\n01:00:00.000 --> 01:00:01.000 align:start\r\nwords\r\n')).toBeNull();
  });
  it('are refused with the line that is wrong', () => {
    expect(captionsProblem(null)).toEqual({ code: 'not-captions', line: 1 });
    expect(captionsProblem('WEBVTTX\n')).toEqual({ code: 'not-captions', line: 1 });
    expect(captionsProblem('WEBVTT\n\n00:05.000 --> 00:02.000\nback\n')).toEqual({ code: 'captions-time', line: 3 });
    expect(captionsProblem('WEBVTT\n\n0:05 --> 0:07\nshort\n')).toEqual({ code: 'captions-time', line: 3 });
    expect(captionsProblem('WEBVTT\n\n00:05.000 --> 00:07.000\n\n')).toEqual({ code: 'captions-empty', line: 3 });
    expect(captionsProblem('WEBVTT\n')).toEqual({ code: 'captions-empty', line: 1 });
  });
});
