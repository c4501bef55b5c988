/** What a WebM file (EBML, RFC 8794) holds: `codecs` as `V_VP9` or `A_OPUS`; `isWhole` when the file is as long as it says. */
export interface WebmTracks {
  isWebm: boolean;
  isWhole: boolean;
  codecs: string[];
}

interface Element {
  id: number;
  start: number;
  /** Null where the length is not known: a recording that was never closed. */
  end: number | null;
}

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const CODEC = 0x86;

export function webmTracks(bytes: Uint8Array): WebmTracks {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = readElement(file, 0);
  if (head?.id !== EBML || head.end === null) return { isWebm: false, isWhole: false, codecs: [] };
  const segment = readElement(file, head.end);
  const isWebm = file.toString('latin1', head.start, Math.min(head.end, file.length)).includes('webm');
  if (segment?.id !== SEGMENT) return { isWebm, isWhole: false, codecs: [] };
  const end = Math.min(segment.end ?? file.length, file.length);
  const tracks = children(file, segment.start, end).find(({ id }) => id === TRACKS);
  const entries = tracks ? children(file, tracks.start, tracks.end ?? end).filter(({ id }) => id === TRACK_ENTRY) : [];
  const codecs = entries.flatMap((entry) =>
    children(file, entry.start, entry.end ?? end)
      .filter(({ id }) => id === CODEC)
      .map((codec) => file.toString('latin1', codec.start, codec.end ?? codec.start).replace(/\0+$/, '')),
  );
  return { isWebm, isWhole: segment.end === null || segment.end <= file.length, codecs };
}

const MOST_ELEMENTS = 5_000;

function children(file: Buffer, start: number, end: number): Element[] {
  const list: Element[] = [];
  for (let at = start; at < end && list.length < MOST_ELEMENTS; ) {
    const element = readElement(file, at);
    if (!element) break;
    list.push(element);
    if (element.end === null || element.end > end) break;
    at = element.end;
  }
  return list;
}

function readElement(file: Buffer, at: number): Element | null {
  const id = readNumber(file, at, true);
  const size = id && readNumber(file, id.next, false);
  if (!id || !size) return null;
  return { id: id.value, start: size.next, end: size.isUnknown ? null : size.next + size.value };
}

/** A number of 1 to 8 bytes; the zeros in front of its first byte say how many. An id keeps that mark, a length does not. */
function readNumber(file: Buffer, at: number, keepsMark: boolean): { value: number; next: number; isUnknown: boolean } | null {
  const first = file[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > file.length) return null;
  let value = keepsMark ? first : first & (0xff >> length);
  let isUnknown = !keepsMark && value === 0xff >> length;
  for (const byte of file.subarray(at + 1, at + length)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value, next: at + length, isUnknown };
}
