/** What a prop can hold that is a file. */
export type FileKind = 'picture' | 'video' | 'sound' | 'captions';

interface FileRule {
  /** Names of files in a lesson. */
  names: RegExp;
  /** What a trainer may choose on the computer; photographs of any kind are turned into what kiosks show. */
  accept: string;
  /** Names of files that can be sent. */
  sendable: RegExp;
  /** The block that shows such a file by itself. */
  block?: 'Figure' | 'Video' | 'Audio';
}

export const FILE_KINDS: Record<FileKind, FileRule> = {
  picture: {
    names: /\.(?:svg|png|jpe?g|webp)$/i,
    accept: 'image/*,.svg',
    sendable: /\.(?:jpe?g|png|webp|svg|heic|heif|avif|gif)$/i,
    block: 'Figure',
  },
  video: { names: /\.(?:mp4|webm)$/i, accept: '.mp4,.m4v,.mov,.webm', sendable: /\.(?:mp4|m4v|mov|webm)$/i, block: 'Video' },
  sound: { names: /\.(?:mp3|m4a|ogg)$/i, accept: '.mp3,.m4a,.ogg', sendable: /\.(?:mp3|m4a|ogg)$/i, block: 'Audio' },
  captions: { names: /\.vtt$/i, accept: '.vtt', sendable: /\.vtt$/i },
};

export function isFileKind(holds: string): holds is FileKind {
  return holds in FILE_KINDS;
}

/** The block for a file that was dropped or pasted; null for a file that no block shows. */
export function blockFor(file: File): NonNullable<FileRule['block']> | null {
  const rule = Object.values(FILE_KINDS).find(({ sendable, block }) => block && sendable.test(file.name));
  return rule?.block ?? null;
}
