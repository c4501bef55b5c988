import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { lessonFiles } from '../domain/lessons/small-content.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import type { Office } from '../support/office.ts';
import { pairKiosk } from '../support/pair-kiosk.ts';
import { silentMp3, VTT } from '../support/small-media.ts';
import { startSmallOffice } from '../support/small-office.ts';
import { openStudio, signInHere } from '../support/studio.ts';

const TAGS =
  '<Video src="shear.webm" poster="cover.svg" captions="shear.vtt" title="Shear" />\n\n<Audio src="bleat.mp3" title="A bleat" />';

describe('a video and a recording in a lesson', { timeout: 60_000 }, () => {
  let office: Office;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser(['--autoplay-policy=no-user-gesture-required']);
    page = await browser.newPage({ viewport: SIZES.kiosk });
    const files: Record<string, string | Uint8Array> = lessonFiles();
    for (const text of ['zh.mdx', 'en.mdx']) files[text] = `${files[text]}\n## 5\n\n${TAGS}\n`;
    Object.assign(files, { 'shear.webm': await film(page), 'shear.vtt': VTT, 'bleat.mp3': silentMp3(3) });
    office = await startSmallOffice({ clip: files });
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });

  it('plays with captions at one touch, stops with its step, and goes on where it stopped', async () => {
    const parts: number[] = [];
    page.on('response', (response) => {
      if (response.request().headers().range) parts.push(response.status());
    });
    await page.goto(`${office.server.url}/zh/lessons/clip/#step-3`);
    const video = page.locator('video');
    const state = () => video.evaluate((film: HTMLVideoElement) => ({ at: film.currentTime, isPaused: film.paused }));
    const play = page.getByRole('button', { name: '播放' }).first();
    await play.waitFor();
    const size = await play.boundingBox();
    expect(Math.min(size?.height ?? 0, size?.width ?? 0)).toBeGreaterThanOrEqual(48);
    await play.click();
    await untilCaptions(page.mainFrame());
    await page.getByRole('button', { name: '停下' }).waitFor();
    await page.locator('[data-previous]').click();
    const stopped = await state();
    expect(stopped.isPaused).toBe(true);
    await page.locator('[data-next]').click();
    expect((await state()).at).toBe(stopped.at);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every((status) => status === 206)).toBe(true);
  });

  it('plays in the studio’s preview as at the kiosk, both languages, and starts no lesson there', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1600 } });
    await signInHere(context, office, 'teacher');
    const complaints: string[] = [];
    const studio = await openStudio(context, office, 'clip', { complaints });
    await studio.getByRole('button', { name: 'Show it as on the kiosk' }).click();
    for (const [language, play] of [
      ['Chinese', '播放'],
      ['English', 'Play'],
    ] as const) {
      const frame = await (await studio.locator(`iframe[title*="${language}"]`).elementHandle())?.contentFrame();
      if (!frame) throw new Error('no preview');
      await frame.locator('[data-begin]').click();
      await frame.locator('[data-next]').click();
      await frame.locator('[data-screen]:not([hidden]) .choice').first().click();
      await frame.locator('[data-screen]:not([hidden]) [data-check]').click();
      await frame.locator('[data-next]').click();
      await playBoth(frame, play);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('plays on a kiosk whose network and server are gone, from what it stored', async () => {
    const kiosk = await (await browser.newContext({ viewport: SIZES.kiosk })).newPage();
    const db = connect(office.server.databaseUrl ?? '', 1);
    await pairKiosk(kiosk, office, db);
    await db.destroy();
    office.server.process.kill('SIGKILL');
    const answer = await kiosk.goto(`${office.server.url}/zh/lessons/clip/#step-3`);
    expect(answer?.fromServiceWorker()).toBe(true);
    await playBoth(kiosk.mainFrame(), '播放');
    // Wherever the farmer goes in it, a stored film is cut out of the store.
    await kiosk.locator('video').evaluate((film: HTMLVideoElement) => {
      film.currentTime = 1;
      return film.play();
    });
    await kiosk.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1.3);
    expect(await kiosk.locator('video').evaluate((film: HTMLVideoElement) => film.error)).toBeNull();
    await kiosk.context().close();
  });
});

/** Touches play on the video, then on the recording, and waits until each has run for a while. */
async function playBoth(frame: Frame, name: string): Promise<void> {
  const players = frame.locator('[data-screen]:not([hidden]) furrow-player');
  await players.nth(0).getByRole('button', { name }).click();
  await untilCaptions(frame);
  await players.nth(1).getByRole('button', { name }).click();
  await frame.waitForFunction(() => (document.querySelector<HTMLAudioElement>('furrow-player audio')?.currentTime ?? 0) > 0.3);
  // One thing sounds at a time.
  expect(await frame.evaluate(() => document.querySelector('video')?.paused)).toBe(true);
}

/** Waits until the video runs and its captions stand in it. */
async function untilCaptions(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => {
    const video = document.querySelector('video');
    const track = video?.textTracks[0];
    const cue = track?.activeCues?.[0] as VTTCue | undefined;
    return track?.mode === 'showing' && cue?.text === '先把羊扶稳' && (video?.currentTime ?? 0) > 0.3;
  });
}

/** Three seconds of a square that moves, as this browser itself records it. */
async function film(page: Page): Promise<Uint8Array> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    const chunks: Blob[] = [];
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' });
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
    const isOver = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    for (let frame = 0; frame < 60; frame += 1) {
      pen?.fillRect(frame, frame, 20, 20);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await isOver;
    return Array.from(new Uint8Array(await new Blob(chunks).arrayBuffer()));
  });
  return new Uint8Array(bytes);
}
