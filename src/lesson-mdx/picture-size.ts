export interface PictureSize {
  width: number;
  height: number;
}

/** Width and height by what the file says of itself; null when it says nothing. `kind` is svg, png, jpg or webp. */
export function pictureSize(kind: string, bytes: Uint8Array): PictureSize | null {
  const buffer = Buffer.from(bytes);
  switch (kind) {
    case 'svg':
      return svgSize(buffer.toString('utf8'));
    case 'png':
      return buffer.length < 24 ? null : { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
    case 'jpg':
      return jpegSize(buffer);
    case 'webp':
      return webpSize(buffer);
    default:
      return null;
  }
}

function svgSize(svg: string): PictureSize | null {
  const viewBox = /<svg\b[^>]*?\bviewBox\s*=\s*["']\s*([^"']+)["']/.exec(svg)?.[1];
  const [, , width, height] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width && height && width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
}

// Segments follow each other, each with its length; the frame header (SOF) holds the size.
function jpegSize(buffer: Buffer): PictureSize | null {
  let at = 2;
  while (at + 9 < buffer.length && buffer[at] === 0xff) {
    const marker = buffer[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: buffer.readUInt16BE(at + 7), height: buffer.readUInt16BE(at + 5) };
    at += 2 + buffer.readUInt16BE(at + 2);
  }
  return null;
}

// A WebP is simple (VP8), lossless (VP8L) or extended (VP8X); each keeps its size elsewhere (RFC 9649).
function webpSize(buffer: Buffer): PictureSize | null {
  if (buffer.length < 30) return null;
  switch (buffer.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: buffer.readUInt16LE(26) & 0x3fff, height: buffer.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = buffer.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: buffer.readUIntLE(24, 3) + 1, height: buffer.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}
