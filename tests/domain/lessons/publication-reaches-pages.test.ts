import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect, type Database } from '../../../db/connect.ts';
import { importCourses } from '../../../src/domain/lessons/import-courses.ts';
import { publishLanguageFile } from '../../../src/domain/lessons/publish-language-file.ts';
import { PageCache } from '../../../src/server/page-cache.ts';
import { createDatabase } from '../../support/database.ts';
import { type SeededTownship, seedTownship } from '../../support/seed.ts';
import { removeContent, smallContent, writeContent, ZH } from './small-content.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const page = (lesson: string) => ({ status: 200, headers: {}, plain: Buffer.from(lesson), tags: [lesson] });

describe('a publication and the pages that were kept', () => {
  let made: Awaited<ReturnType<typeof createDatabase>>;
  let db: Database;
  let township: SeededTownship;
  let cache: PageCache;
  beforeAll(async () => {
    made = await createDatabase();
    db = connect(made.url, 4);
    township = await seedTownship(db);
    const content = await writeContent(smallContent());
    await importCourses(db, township.system, content, NOW);
    await removeContent(content);
    cache = new PageCache(made.url);
    await cache.listen();
  });
  afterAll(async () => {
    await cache.stop();
    await db.destroy();
    await made.drop();
  });
  const publish = (text: string) =>
    publishLanguageFile(
      db,
      township.trainer,
      { lessonId: 'feed', language: 'zh', source: new TextEncoder().encode(ZH.replace('再算料', text)), note: '' },
      NOW,
    );
  const keep = (lesson: string, generation = cache.generation) => cache.keep(`/zh/lessons/${lesson}/`, generation, page(lesson), 0);
  const find = (lesson: string, nowMs = 0) => cache.find(`/zh/lessons/${lesson}/`, nowMs);

  it('drops the pages of that lesson and no others', async () => {
    keep('feed');
    keep('water');
    expect(await publish('再配料')).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(find('feed')).toBeNull());
    expect(find('water')).not.toBeNull();
  });

  it('a refused publication drops nothing', async () => {
    keep('feed');
    const { generation } = cache;
    expect(await publish('<script>')).toMatchObject({ ok: false });
    await db.selectFrom('township').select('id').execute();
    expect(cache.generation).toBe(generation);
    expect(find('feed')).not.toBeNull();
  });

  it('a page rendered while a publication came in is not kept', async () => {
    const { generation } = cache;
    await publish('再喂料');
    await vi.waitFor(() => expect(cache.generation).toBeGreaterThan(generation));
    keep('feed', generation);
    expect(find('feed')).toBeNull();
    keep('feed');
    expect(find('feed')).not.toBeNull();
  });

  it('nothing is shown for longer than 60 s', () => {
    keep('feed');
    expect(find('feed', 60_000)).not.toBeNull();
    expect(find('feed', 60_001)).toBeNull();
  });
});
