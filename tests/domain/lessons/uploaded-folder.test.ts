import { describe, expect, it } from 'vitest';
import { filesOfUpload } from '../../../src/domain/lessons/uploaded-folder.ts';

const bytes = new Uint8Array([1]);
const upload = (...paths: string[]) => filesOfUpload(paths.map((path) => ({ path, bytes })));
const codes = (outcome: ReturnType<typeof filesOfUpload>) =>
  outcome.ok ? [] : outcome.problems.map(({ file, code }) => `${file} ${code}`);

describe('an uploaded lesson folder', () => {
  it('gives the files by their names, without the folder the browser puts in front and what the system left there', () => {
    const outcome = upload('pen/lesson.yaml', 'pen/zh.mdx', 'pen/.DS_Store', 'pen/Thumbs.db', 'one.svg');
    expect(outcome.ok && Object.keys(outcome.files)).toEqual(['lesson.yaml', 'zh.mdx', 'one.svg']);
  });

  it('never puts a file of a sub-folder beside the others: it is named', () => {
    expect(codes(upload('pen/lesson.yaml', 'pen/a.svg', 'pen/pictures/a.svg'))).toEqual(['pictures/a.svg in-a-sub-folder']);
  });

  it('says so once when a folder of several lessons was chosen', () => {
    expect(codes(upload('course/pen/lesson.yaml', 'course/pen/zh.mdx', 'course/drench/lesson.yaml'))).toEqual([
      'pen/lesson.yaml folder-of-lessons',
    ]);
  });

  it('takes no name twice, from the folder and from the files chosen one by one', () => {
    expect(codes(upload('pen/lesson.yaml', 'lesson.yaml'))).toEqual(['lesson.yaml file-twice']);
  });
});
