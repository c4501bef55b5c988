import { describe, expect, it } from 'vitest';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';
import { checkLessonInWorker } from '../../../src/lesson-mdx/check-lesson-in-worker.ts';
import { runInWorker } from '../../../src/lesson-mdx/run-in-worker.ts';
import { goodLesson } from './good-lesson.ts';

describe('the check in a worker', () => {
  it('answers as the check itself does', async () => {
    expect(await checkLessonInWorker(goodLesson())).toEqual(await checkLesson(goodLesson()));
  });

  it.each([
    ['nested emphasis', '*a **a '.repeat(1150)],
    ['open tags', '<'.repeat(8_000)],
    ['open components', '<Tip>'.repeat(1_600)],
    ['open brackets', '['.repeat(8_000)],
    ['open braces', '{'.repeat(8_000)],
    ['nested quotations', '> '.repeat(4_000)],
    ['nested lists', Array.from({ length: 120 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ])('stops 8 kB of %s in time', async (_name, hostile) => {
    const began = performance.now();
    const result = await checkLessonInWorker(goodLesson({ zh: `# 课\n\n简介\n\n## 一\n\n${hostile}` }), 1_000);
    expect(result.ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('says that a check took too long', async () => {
    const result = await checkLessonInWorker(goodLesson({ zh: `# 课\n\n${'*a **a '.repeat(20_000)}` }), 10);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'too-slow', file: 'zh.mdx' }] });
  });

  it('says that a text needs too much memory, and the next one is answered', async () => {
    const paragraphs = 'a\n\n'.repeat(400_000);
    expect(await runInWorker({ kind: 'questions', source: paragraphs }, 25_000)).toMatchObject({ ok: false, reason: 'too-large' });
    expect(await runInWorker({ kind: 'questions', source: '# 课' })).toMatchObject({ ok: true });
  });

  it('answers everybody else while hostile texts are being ended, however many wait', async () => {
    const long = goodLesson({ zh: `# 课\n\n${'*a **a '.repeat(20_000)}` });
    const [hostile, good] = await Promise.all([
      Promise.all([1, 2, 3].map(() => checkLessonInWorker(long, 10))),
      Promise.all([1, 2, 3].map(() => checkLessonInWorker(goodLesson()))),
    ]);
    expect(hostile).toMatchObject(hostile.map(() => ({ ok: false, problems: [{ code: 'too-slow' }] })));
    expect(good.map(({ ok }) => ok)).toEqual([true, true, true]);
  });
});
