import { readdir } from 'node:fs/promises';

const FOLDER = new URL('./scenes/', import.meta.url);

/** Courses whose pictures are composed here. */
export async function drawnCourses(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
}

/** Path inside the course → the picture's bytes. */
export async function scenesOf(course: string): Promise<Record<string, string>> {
  const module: { scenes: Record<string, string> } = await import(new URL(`${course}.ts`, FOLDER).href);
  return module.scenes;
}
