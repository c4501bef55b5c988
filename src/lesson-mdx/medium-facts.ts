import type { PictureSize } from './picture-size.ts';

/** What a look at a file's bytes has shown: all that the check of a lesson needs of it from then on. Plain data, kept beside the file. */
export interface MediumFacts {
  /** SHA-256, hex. */
  digest: string;
  /** In bytes. */
  size: number;
  /** What the bytes are, as the ending of a name (`webp`, `mp4` …); null for what no lesson can show. */
  format: string | null;
  /** Of a picture whose size could be read. */
  picture: PictureSize | null;
  /** Of a film or an MP4 sound: the codec of each track. */
  codecs: string[];
}

/** A file of a lesson: its bytes, or what is known of them. */
export type MediumFile = Uint8Array | MediumFacts;

export function isKnown(file: MediumFile): file is MediumFacts {
  return 'digest' in file;
}
