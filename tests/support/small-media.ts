/** Tiny files for tests, written byte by byte. They have the shape of the real thing, and nothing to see or hear in them. */

export const VTT = 'WEBVTT\n\n00:00.000 --> 00:02.000\n先把羊扶稳\n';

function box(type: string, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

function track(handler: 'vide' | 'soun' | 'text', codec: string): Buffer {
  const hdlr = Buffer.concat([Buffer.alloc(8), Buffer.from(handler, 'latin1'), Buffer.alloc(13)]);
  const count = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]);
  const table = box('stsd', count, box(codec, Buffer.alloc(16)));
  return box('trak', box('mdia', box('hdlr', hdlr), box('minf', box('stbl', table))));
}

/** An MP4 with a picture track, and a sound track where `sound` is given. */
export function smallMp4(picture: string | null = 'avc1', sound: string | null = 'mp4a', data = 64): Buffer {
  const tracks = [...(picture ? [track('vide', picture)] : []), ...(sound ? [track('soun', sound)] : [])];
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isomavc1', 'latin1')),
    box('moov', box('mvhd', Buffer.alloc(100)), ...tracks),
    box('mdat', Buffer.alloc(data, 7)),
  ]);
}

function element(id: number[], ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(content.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(id), size, content]);
}

export function smallWebm(...codecs: string[]): Buffer {
  const entries = codecs.map((codec) => element([0xae], element([0x86], Buffer.from(codec, 'latin1'))));
  return Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], Buffer.from('webm', 'latin1'))),
    element(
      [0x18, 0x53, 0x80, 0x67],
      element([0x16, 0x54, 0xae, 0x6b], ...entries),
      element([0x1f, 0x43, 0xb6, 0x75], Buffer.alloc(40, 7)),
    ),
  ]);
}

/** An MP3 of silence: frames of 128 kbit/s at 44.1 kHz with nothing in them. */
export function silentMp3(seconds: number): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 44_100) / 1152) }, () => frame));
}
