import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import { removeContent, smallContent, writeContent } from '../domain/lessons/small-content.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { seedTownship } from '../support/seed.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { VTT } from '../support/small-media.ts';

const TAGS = '<Video src="shear.webm" poster="cover.svg" captions="shear.vtt" title="Shear" />';

describe('a video in a lesson', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser(['--autoplay-policy=no-user-gesture-required']);
    page = await browser.newPage({ viewport: SIZES.kiosk });
    const content: Record<string, string | Uint8Array> = smallContent();
    for (const language of ['zh', 'en']) {
      const path = `courses/wool/clip/${language}.mdx`;
      content[path] = `${content[path]}\n## 5\n\n${TAGS}\n`;
    }
    content['courses/wool/clip/shear.webm'] = await film(page);
    content['courses/wool/clip/shear.vtt'] = VTT;
    const folder = await writeContent(content);
    server = await startServer({
      prepare: async (databaseUrl) => {
        const db = connect(databaseUrl);
        const { system } = await seedTownship(db);
        const outcome = await importCourses(db, system, folder, new Date());
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
        await db.destroy();
      },
    });
    await removeContent(folder);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('plays with captions at one touch, stops with its step, and goes on where it stopped', async () => {
    const parts: number[] = [];
    page.on('response', (response) => {
      if (response.request().headers().range) parts.push(response.status());
    });
    await page.goto(`${server.url}/zh/lessons/clip/#step-3`);
    const video = page.locator('video');
    const state = () => video.evaluate((film: HTMLVideoElement) => ({ at: film.currentTime, isPaused: film.paused }));
    const play = page.getByRole('button', { name: '播放' });
    await play.waitFor();
    const size = await play.boundingBox();
    expect(Math.min(size?.height ?? 0, size?.width ?? 0)).toBeGreaterThanOrEqual(48);
    await play.click();
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.3);
    expect(await video.evaluate((film: HTMLVideoElement) => film.textTracks[0]?.cues?.length)).toBe(1);
    await page.getByRole('button', { name: '停下' }).waitFor();
    await page.locator('[data-previous]').click();
    const stopped = await state();
    expect(stopped.isPaused).toBe(true);
    await page.locator('[data-next]').click();
    expect((await state()).at).toBe(stopped.at);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every((status) => status === 206)).toBe(true);
  });
});

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
