import { expect, it } from 'vitest';
import { nameInLesson } from '../../../src/islands/media/name-in-lesson.ts';

const [ONE, OTHER] = ['ab12cd'.padEnd(64, '0'), 'fe98dc'.padEnd(64, '0')];

it('two files of one name get two names, the same file its first', () => {
  const name = nameInLesson({ 'cover.svg': ONE }, { name: '羊圈.webp', digest: OTHER });
  expect(name).toBe('羊圈-fe98dc.webp');
  expect(nameInLesson({ 'cover.svg': ONE }, { name: '羊圈.webp', digest: ONE })).toBe('cover.svg');
  expect(nameInLesson({ [name]: OTHER }, { name: '羊圈.webp', digest: ONE })).not.toBe(name);
  expect(nameInLesson({ [name]: OTHER }, { name: 'anything.webp', digest: OTHER })).toBe(name);
});
