import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contactSheet } from './draw/parts.ts';
import { drawnCourses, scenesOf } from './draw/scenes.ts';

const course = process.argv[2];
const courses = await drawnCourses();
if (course === '--parts') {
  const file = join(await mkdtemp(join(tmpdir(), 'parts-')), 'parts.svg');
  await writeFile(file, contactSheet());
  console.log(file);
} else if (course && courses.includes(course)) {
  for (const [path, svg] of Object.entries(await scenesOf(course))) {
    const file = join('content/courses', course, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, svg);
    console.log(file);
  }
} else {
  console.error(`npm run draw -- <course> or --parts. Courses with scenes: ${courses.join(', ')}`);
  process.exitCode = 1;
}
