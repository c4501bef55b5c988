/** One encoded Opus packet and how many samples, at 48 kHz, it plays. */
export interface OpusPacket {
  bytes: Uint8Array;
  samples: number;
}

const PACKETS_A_PAGE = 50;
const SERIAL = 1;

/** Opus packets as an Ogg file (RFC 3533, RFC 7845), which says its length, unlike what a browser records. `head` is the OpusHead packet. */
export function oggOpus(head: Uint8Array, packets: readonly OpusPacket[]): Uint8Array<ArrayBuffer> {
  const tags = new TextEncoder().encode('OpusTags\u0006\0\0\0furrow\0\0\0\0');
  const pages = [page([head], 0, 0, 2), page([tags], 0, 1, 0)];
  let samples = 0;
  for (let at = 0; at < packets.length; at += PACKETS_A_PAGE) {
    const part = packets.slice(at, at + PACKETS_A_PAGE);
    samples += part.reduce((sum, packet) => sum + packet.samples, 0);
    const isLast = at + PACKETS_A_PAGE >= packets.length;
    const bytes = part.map((packet) => packet.bytes);
    pages.push(page(bytes, samples, pages.length, isLast ? 4 : 0));
  }
  const file = new Uint8Array(pages.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of pages) {
    file.set(each, at);
    at += each.length;
  }
  return file;
}

/** `kind`: 2 begins the file, 4 ends it. `position` is the number of samples up to the end of the page. */
function page(packets: readonly Uint8Array[], position: number, number: number, kind: 0 | 2 | 4): Uint8Array {
  // A packet's length is written in bytes of 255 and a smaller one that ends it.
  const lacing = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255]);
  const size = packets.reduce((sum, { length }) => sum + length, 0);
  const made = new Uint8Array(27 + lacing.length + size);
  const view = new DataView(made.buffer);
  made.set(new TextEncoder().encode('OggS'));
  made[5] = kind;
  view.setBigUint64(6, BigInt(position), true);
  view.setUint32(14, SERIAL, true);
  view.setUint32(18, number, true);
  made[26] = lacing.length;
  made.set(lacing, 27);
  let at = 27 + lacing.length;
  for (const packet of packets) {
    made.set(packet, at);
    at += packet.length;
  }
  view.setUint32(22, checksum(made), true);
  return made;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
