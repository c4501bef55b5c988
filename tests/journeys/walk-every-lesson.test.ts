import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { connect } from '../../db/connect.ts';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { seedTownship } from '../support/seed.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const COURSES = new URL('../../content/courses/', import.meta.url);
const isLong = process.env.FURROW_LONG === '1';

/** Every shipped lesson; without `--long` the first of each base. */
function lessonsToWalk(): string[] {
  const byBase = new Map<string, string[]>();
  for (const course of readdirSync(COURSES).sort()) {
    const { base, lessons } = parse(readFileSync(new URL(`${course}/course.yaml`, COURSES), 'utf8')) as { base: string; lessons: string[] };
    const own = lessons.filter((entry) => !entry.includes('/'));
    byBase.set(base, [...(byBase.get(base) ?? []), ...own]);
  }
  return [...byBase.values()].flatMap((lessons) => (isLong ? lessons : lessons.slice(0, 1)));
}

interface Walk {
  /** One line for each question that was not judged as it should be, and each screen wider than the page. */
  faults: string[];
  questions: number;
  isFinished: boolean;
  broken: string[];
}

describe('the shipped lessons', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startServer({
        prepare: async (databaseUrl) => {
          const db = connect(databaseUrl);
          const { system } = await seedTownship(db);
          const outcome = await importCourses(db, system, 'content', new Date());
          await db.destroy();
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
        },
      }),
      launchBrowser(),
    ]);
    page = await browser.newPage({ viewport: SIZES.kiosk });
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each(lessonsToWalk())(
    '%s is walked to its finish in both languages, with every answer right and with every answer wrong',
    async (lesson) => {
      for (const language of ['zh', 'en']) {
        for (const answers of ['right', 'wrong'] as const) {
          await page.goto(`${server.url}/${language}/lessons/${lesson}/`);
          await page.locator('furrow-lesson[data-ready]').waitFor();
          const walk = await page.evaluate(walkLesson, answers);
          expect(walk, `${language} ${answers}`).toEqual({ faults: [], questions: walk.questions, isFinished: true, broken: [] });
          expect(walk.questions).toBeGreaterThanOrEqual(4);
        }
      }
      expect(errors).toEqual([]);
    },
    60_000,
  );
});

/** Runs in the page, on the controls a farmer has: begin, answer, check, next. */
async function walkLesson(answers: 'right' | 'wrong'): Promise<Walk> {
  const walk: Walk = { faults: [], questions: 0, isFinished: false, broken: [] };
  const one = <T extends HTMLElement>(root: ParentNode, selector: string) => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  const answer = (question: HTMLElement) => {
    const right = JSON.parse(question.dataset.right ?? '') as string[] & { value: number };
    const kind = question.dataset.kind;
    if (kind === 'number') one<HTMLInputElement>(question, 'input').value = String(answers === 'right' ? right.value : right.value * 2 + 7);
    else if (kind === 'ordering' || kind === 'matching') {
      const order = answers === 'right' ? right : [...right.slice(1), ...right.slice(0, 1)];
      for (const id of order) one(question, `[data-item="${id}"]`).click();
    } else {
      const all = [...question.querySelectorAll<HTMLInputElement>('input')];
      const wrong = all.filter(({ value }) => !right.includes(value));
      const chosen = answers === 'right' ? all.filter(({ value }) => right.includes(value)) : (wrong.length > 0 ? wrong : all).slice(0, 1);
      for (const input of chosen) input.click();
    }
  };
  one(document, '[data-begin]').click();
  for (let step = 1; step < 60; step += 1) {
    const screen = one(document, '[data-screen]:not([hidden])');
    if (screen.classList.contains('finish')) break;
    if (document.documentElement.scrollWidth > innerWidth) walk.faults.push(`step ${step} is wider than the page`);
    const question = screen.querySelector<HTMLElement>('fieldset.question');
    if (question) {
      walk.questions += 1;
      answer(question);
      one(screen, '[data-check]').click();
      const feedback = [...screen.querySelectorAll<HTMLElement>('.feedback')].some(({ hidden }) => !hidden);
      if (question.dataset.result !== answers || !feedback)
        walk.faults.push(`${question.dataset.question} was ${question.dataset.result}, feedback ${feedback}`);
    }
    one(document, '[data-next]').click();
  }
  walk.isFinished = one(document, '[data-finished]').hidden === false;
  for (const picture of document.querySelectorAll<HTMLImageElement>('furrow-lesson img')) {
    picture.loading = 'eager';
    await picture.decode().catch(() => walk.broken.push(picture.src));
  }
  return walk;
}
