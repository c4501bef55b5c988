import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

const MOST_BYTES = 8 * 1024 * 1024;
const MOST_ROWS = 20_000;

export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-is-spreadsheet'
  | 'file-is-utf16'
  | 'file-is-binary'
  | 'file-not-csv'
  | 'too-many-rows';

interface RosterTable {
  ok: true;
  header: string[];
  rows: { line: number; cells: string[] }[];
}

/** Reads the bytes of a CSV file (UTF-8 with or without BOM, or GB18030; comma, semicolon or tab) into a header and numbered rows. */
export function readRosterFile(bytes: Uint8Array): RosterTable | { ok: false; reason: FileRefusal; line?: number } {
  if (bytes.length === 0) return { ok: false, reason: 'file-empty' };
  if (bytes.length > MOST_BYTES) return { ok: false, reason: 'file-too-large' };
  const decoded = decode(bytes);
  return decoded.ok ? parseTable(decoded.text) : decoded;
}

function decode(bytes: Uint8Array): { ok: true; text: string } | { ok: false; reason: FileRefusal } {
  const startsWith = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  // A zip (xlsx) or an OLE file (xls): saved from the spreadsheet, not exported as CSV.
  if (startsWith(0x50, 0x4b, 0x03, 0x04) || startsWith(0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, reason: 'file-is-spreadsheet' };
  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) return { ok: false, reason: 'file-is-utf16' };
  if (bytes.includes(0)) return { ok: false, reason: looksLikeUtf16(bytes) ? 'file-is-utf16' : 'file-is-binary' };
  const text = decodeUtf8(bytes) ?? iconv.decode(Buffer.from(bytes), 'gb18030');
  // Bytes that are neither encoding leave replacement or control characters behind.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what we look for
  if (/[\uFFFD\u0001-\u0008\u000B\u000E-\u001F\u007F]/.test(text)) return { ok: false, reason: 'file-is-binary' };
  return { ok: true, text: text.replace(/^\uFEFF/, '') };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a BOM: commas and line ends bring a zero at every second byte, nearly always on the same side (一 is 4E00). */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  return Math.max(even, odd) > 4 * Math.min(even, odd);
}

function parseTable(text: string): RosterTable | { ok: false; reason: FileRefusal; line?: number } {
  if (text.trim() === '') return { ok: false, reason: 'file-empty' };
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      // One row more than allowed, to notice.
      to: MOST_ROWS + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const [header, ...rows] = records.map(({ record, info }) => ({ line: info.lines, cells: record }));
    if (rows.length > MOST_ROWS) return { ok: false, reason: 'too-many-rows' };
    // A row of nothing but commas is what a spreadsheet leaves below the table.
    const filled = rows.filter((row) => row.cells.some((cell) => cell !== ''));
    if (!header || filled.length === 0) return { ok: false, reason: 'file-empty' };
    return { ok: true, header: header.cells, rows: filled };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, reason: 'file-not-csv', ...(typeof error.lines === 'number' && { line: error.lines }) };
  }
}

function delimiterOf(text: string): string {
  const firstLine = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  const count = (sign: string) => firstLine.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
