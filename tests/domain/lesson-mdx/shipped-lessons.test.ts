import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { describe, expect, it } from 'vitest';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';

const courses = join(import.meta.dirname, '../../../content/courses');
const folders = (await readdir(courses, { recursive: true })).filter((path) => basename(path) === 'zh.mdx').map(dirname);

describe('shipped lessons', () => {
  it('are there', () => expect(folders.length).toBeGreaterThan(0));

  it.each(folders)('%s compiles under @mdx-js/mdx as it is', async (folder) => {
    for (const name of ['zh.mdx', 'en.mdx'])
      expect(String(await compile(await readFile(join(courses, folder, name))))).toContain('MDXContent');
  });

  it.each(folders)('%s passes the checks of an upload', async (folder) => {
    const [metadata, zh, en] = await Promise.all(['lesson.yaml', 'zh.mdx', 'en.mdx'].map((name) => readFile(join(courses, folder, name))));
    const media: Record<string, Uint8Array> = {};
    for (const name of await readdir(join(courses, folder)))
      if (/\.(svg|png|jpe?g|webp)$/.test(name)) media[name] = await readFile(join(courses, folder, name));
    if (!metadata || !zh || !en) throw new Error(`${folder} lacks a file`);
    const result = await checkLesson({ metadata, zh, en, media });
    expect(result.ok ? [] : result.problems).toEqual([]);
    expect(result.warnings).toEqual([]);
  });
});
