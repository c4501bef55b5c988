import type { LessonProblem } from '../../lesson-mdx/checked-lesson.ts';
import { folderProblem } from './folder-problems.ts';
import { METADATA_FILE } from './lesson-folder.ts';

/** A file as a browser sends it: one chosen in a folder has the folder's name, and any below it, in front. */
interface UploadedFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * The files of one lesson by name, from a chosen folder, from files chosen one by one, or both. A lesson folder is flat:
 * what lies in a folder below it, and a name sent twice, is named as a problem and never put beside the rest.
 */
export function filesOfUpload(
  uploaded: readonly UploadedFile[],
): { ok: true; files: Record<string, Uint8Array> } | { ok: false; problems: LessonProblem[] } {
  const sent = uploaded.map(({ path, bytes }) => ({ inFolder: withoutChosenFolder(path), bytes })).filter((file) => !isLeftByASystem(file));
  const deep = sent.filter(({ inFolder }) => inFolder.includes('/'));
  if (!sent.some(({ inFolder }) => inFolder === METADATA_FILE)) {
    const lessons = deep.filter(({ inFolder }) => inFolder.endsWith(`/${METADATA_FILE}`));
    const [first] = lessons;
    if (first) return { ok: false, problems: [folderProblem(first.inFolder, 'folder-of-lessons')] };
  }
  const problems = deep.map(({ inFolder }) => folderProblem(inFolder, 'in-a-sub-folder'));
  const files: Record<string, Uint8Array> = {};
  for (const { inFolder, bytes } of sent) {
    if (inFolder.includes('/')) continue;
    if (Object.hasOwn(files, inFolder)) problems.push(folderProblem(inFolder, 'file-twice'));
    else files[inFolder] = bytes;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files };
}

function withoutChosenFolder(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

/** What macOS and Windows put into every folder they show; its owner has never seen it. */
function isLeftByASystem({ inFolder }: { inFolder: string }): boolean {
  const name = inFolder.slice(inFolder.lastIndexOf('/') + 1);
  return /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(name);
}
