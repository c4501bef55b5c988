import { LARGEST, type MediumKind } from '../../../lesson-mdx/media.ts';

/** What a chosen file is by its name, and how many bytes it may have on its way here: a photograph is made smaller after it came. */
export const UPLOAD_LIMITS: Record<MediumKind, number> = { ...LARGEST, picture: 25_000_000 };
/** Bytes of one part of an upload: what a bad line loses at most. */
export const PART_BYTES = 512_000;
/** An upload nobody went on with for so long is swept away. */
export const UPLOAD_KEPT_MS = 3 * 24 * 3600 * 1000;

// HEIC and MOV are taken to be looked at: what is wrong with them can then be said.
const KINDS: Record<MediumKind, string[]> = {
  picture: ['jpg', 'jpeg', 'png', 'webp', 'svg', 'heic', 'heif', 'avif', 'gif'],
  sound: ['mp3', 'm4a', 'ogg'],
  video: ['mp4', 'webm', 'mov', 'm4v'],
  captions: ['vtt'],
};

/** Null for a file that no lesson holds. */
export function kindOfName(name: string): MediumKind | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const found = (Object.keys(KINDS) as MediumKind[]).find((kind) => KINDS[kind].includes(extension));
  return found ?? null;
}

export type BeginRefusal = 'file-of-unknown-kind' | 'file-empty' | 'upload-too-large';

/** Why a file need not be sent at all; null when it may come. */
export function refuseFile(name: string, size: number): BeginRefusal | null {
  const kind = kindOfName(name);
  if (kind === null) return 'file-of-unknown-kind';
  if (!(size > 0)) return 'file-empty';
  return size > UPLOAD_LIMITS[kind] ? 'upload-too-large' : null;
}

/** A name for the file in a lesson folder: what the trainer called it, without what a folder cannot hold. `extension` without a dot. */
export function lessonFileName(name: string, extension: string): string {
  const own = name.slice(name.replaceAll('\\', '/').lastIndexOf('/') + 1);
  const dot = own.lastIndexOf('.');
  const stem = (dot > 0 ? own.slice(0, dot) : own)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .slice(0, 60);
  return `${stem || 'file'}.${extension}`;
}
