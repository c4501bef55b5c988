import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import { readContent } from './content-folder.ts';

/** The bases that come with the product, in order, for the set-up page to choose from. Empty when `contentDir` does not pass. */
export async function shippedBases(
  contentDir: string,
): Promise<{ id: string; name: Record<Language, string>; summary: Record<Language, string> }[]> {
  const read = await readContent(contentDir, undefined);
  const bases = read.ok ? read.content.bases : [];
  return bases.toSorted((one, other) => one.position - other.position).map(({ id, name, summary }) => ({ id, name, summary }));
}
