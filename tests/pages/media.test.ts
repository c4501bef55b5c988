import type { APIContext } from 'astro';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import { publishedLesson } from '../../src/domain/lessons/published-lesson.ts';
import { GET } from '../../src/pages/media/[digest].ts';
import { removeContent, smallContent, writeContent } from '../domain/lessons/small-content.ts';
import { withDatabase } from '../support/database.ts';
import { seedTownship } from '../support/seed.ts';

describe('GET /media/<digest>', () => {
  const db = withDatabase();
  let townshipId = '';
  let digest = '';
  let content = '';
  beforeEach(async () => {
    const township = await seedTownship(db());
    content = await writeContent(smallContent());
    await importCourses(db(), township.system, content, new Date('2026-03-01T02:00:00Z'));
    townshipId = township.townshipId;
    digest = (await publishedLesson(db(), townshipId, 'feed'))?.checked.media['cover.svg'] ?? '';
  });
  afterEach(() => removeContent(content));
  const get = async (params: { digest: string }, range?: string) => {
    const request = new Request('http://localhost/', range === undefined ? {} : { headers: { range } });
    return GET({ params, request, locals: { db: db(), townshipId } } as unknown as APIContext);
  };

  it('gives a picture that may be kept for ever and cannot run anything', async () => {
    const response = await get({ digest });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(await response.text()).toContain('<svg');
  });

  it.each(['0'.repeat(64), 'not-a-digest', '../../etc/passwd'])('answers 404 for %s', async (unknown) => {
    expect((await get({ digest: unknown })).status).toBe(404);
  });

  it('gives the part that a player asks for', async () => {
    const whole = await (await get({ digest })).text();
    const part = async (range: string) => {
      const response = await get({ digest }, range);
      return [response.status, response.headers.get('content-range'), await response.text()];
    };
    expect(await part('bytes=0-3')).toEqual([206, `bytes 0-3/${whole.length}`, whole.slice(0, 4)]);
    expect(await part('bytes=5-')).toEqual([206, `bytes 5-${whole.length - 1}/${whole.length}`, whole.slice(5)]);
    expect(await part('bytes=-2')).toEqual([206, `bytes ${whole.length - 2}-${whole.length - 1}/${whole.length}`, whole.slice(-2)]);
    expect(await part('bytes=4-99999')).toEqual([206, `bytes 4-${whole.length - 1}/${whole.length}`, whole.slice(4)]);
  });

  it('does not give what lies behind the end, and answers a strange question with the whole', async () => {
    const response = await get({ digest }, 'bytes=99999-');
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/);
    for (const strange of ['bytes=9-3', 'bytes=0-1,4-5', 'rows=1-2', 'bytes=-'])
      expect((await get({ digest }, strange)).status, strange).toBe(200);
  });
});
