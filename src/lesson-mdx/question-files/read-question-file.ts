import type { ReadQuestions } from './file-question.ts';
import { readAiken } from './read-aiken.ts';
import { readGift } from './read-gift.ts';

const LARGEST = 1_000_000;

/** The questions of a GIFT or Aiken file in UTF-8, UTF-16 or GB18030, with what could not be read. */
export function readQuestionFile(bytes: Uint8Array): ({ ok: true } & ReadQuestions) | { ok: false; reason: 'too-large' | 'not-text' } {
  if (bytes.length > LARGEST) return { ok: false, reason: 'too-large' };
  const text = decode(bytes);
  if (text === null) return { ok: false, reason: 'not-text' };
  const isAiken = /^\s*(?:ANSWER|答案)\s*[:：]\s*[A-Z]\s*$/im.test(text);
  return { ok: true, ...(isAiken ? readAiken(text) : readGift(text)) };
}

function decode(bytes: Uint8Array): string | null {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {
      // The next encoding may fit.
    }
  }
  return null;
}
