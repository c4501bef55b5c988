import { removeContent, smallContent, writeContent } from '../domain/lessons/small-content.ts';
import { type Office, startOffice } from './office.ts';

/** The office with two small courses instead of the shipped ones: it is there in seconds. `lessons` are further ones of the course `sheep`, in order. */
export async function startSmallOffice(lessons: Record<string, Record<string, string | Uint8Array>> = {}): Promise<Office> {
  const content: Record<string, string | Uint8Array> = smallContent();
  const names = ['feed', 'water', ...Object.keys(lessons)];
  content['courses/sheep/course.yaml'] = `${content['courses/sheep/course.yaml']}`.replace('feed, water', names.join(', '));
  for (const [lesson, files] of Object.entries(lessons))
    for (const [file, bytes] of Object.entries(files)) content[`courses/sheep/${lesson}/${file}`] = bytes;
  content['bases/qingshan.yaml'] = `${content['bases/xinwopu.yaml']}`.replaceAll('xinwopu', 'qingshan');
  for (const path of Object.keys(content)) if (path.includes('xinwopu') || path.startsWith('courses/wool/')) delete content[path];
  const folder = await writeContent(content);
  const office = await startOffice(folder);
  await removeContent(folder);
  return office;
}
