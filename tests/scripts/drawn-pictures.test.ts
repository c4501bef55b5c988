import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { drawnCourses, scenesOf } from '../../scripts/draw/scenes.ts';
import { checkSvg } from '../../src/lesson-mdx/svg-check.ts';

const pictures = (
  await Promise.all(
    (
      await drawnCourses()
    ).map(async (course) => Object.entries(await scenesOf(course)).map(([path, svg]) => ({ file: `${course}/${path}`, svg }))),
  )
).flat();

describe('pictures composed from parts', () => {
  test('there are some', () => expect(pictures.length).toBeGreaterThan(0));

  test.each(pictures)('$file in content/ is exactly what its scene draws', async ({ file, svg }) => {
    expect(await readFile(`content/courses/${file}`, 'utf8')).toBe(svg);
  });

  test.each(pictures)('$file is safe, without words, and at most 20 kB', ({ file, svg }) => {
    expect(checkSvg(file, svg)).toEqual([]);
    expect(svg).not.toContain('<text');
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(20_000);
  });
});
