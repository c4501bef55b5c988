/** What an MP4 file (ISO 14496-12) holds: the codec of each track, and whether every box is there to its end. */
export interface Mp4Tracks {
  isMp4: boolean;
  isWhole: boolean;
  /** Four-character codes, as `avc1`, `mp4a`, `hvc1`. Tracks that are neither seen nor heard are left out. */
  codecs: string[];
}

interface Box {
  type: string;
  /** Of its content in the file. */
  start: number;
  end: number;
}

/** Reads the boxes that say what is inside; the pictures and sounds themselves are not looked at. */
export function mp4Tracks(bytes: Uint8Array): Mp4Tracks {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const top = boxes(file, 0, file.length);
  const isMp4 = top.list[0]?.type === 'ftyp';
  const movie = top.list.find(({ type }) => type === 'moov');
  const hasData = top.list.some(({ type }) => type === 'mdat');
  const codecs = movie ? inside(file, movie, 'trak').flatMap((track) => codecOf(file, track)) : [];
  return { isMp4, isWhole: isMp4 && top.isWhole && movie !== undefined && hasData, codecs };
}

function codecOf(file: Buffer, track: Box): string[] {
  const [media] = inside(file, track, 'mdia');
  const [handler] = media ? inside(file, media, 'hdlr') : [];
  const kind = handler ? file.toString('latin1', handler.start + 8, handler.start + 12) : '';
  if (kind !== 'vide' && kind !== 'soun') return [];
  const [table] = ['minf', 'stbl', 'stsd'].reduce<Box[]>(
    (found, type) => found.slice(0, 1).flatMap((box) => inside(file, box, type)),
    media ? [media] : [],
  );
  // Version, flags and count stand before the first description; its type is the codec.
  return table && table.end - table.start >= 16 ? [file.toString('latin1', table.start + 12, table.start + 16)] : [];
}

function inside(file: Buffer, parent: Box, type: string): Box[] {
  return boxes(file, parent.start, parent.end).list.filter((box) => box.type === type);
}

// A file of ours has a dozen boxes on a level; one with thousands was made to keep us busy.
const MOST_BOXES = 2_000;

function boxes(file: Buffer, start: number, end: number): { list: Box[]; isWhole: boolean } {
  const list: Box[] = [];
  let at = start;
  while (at + 8 <= end && list.length < MOST_BOXES) {
    const short = file.readUInt32BE(at);
    const isLong = short === 1;
    if (isLong && at + 16 > end) return { list, isWhole: false };
    // Size 0 means: to the end of the file.
    const size = isLong ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? end - at : short;
    const header = isLong ? 16 : 8;
    if (size < header || at + size > end) return { list, isWhole: false };
    list.push({ type: file.toString('latin1', at + 4, at + 8), start: at + header, end: at + size });
    at += size;
  }
  return { list, isWhole: at === end };
}
