/** What is wrong with a WebVTT file (W3C), and in which line, from 1. */
export interface CaptionsProblem {
  code: 'not-captions' | 'captions-time' | 'captions-empty';
  line: number;
}

const TIMES = /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/;

/** The first problem of a captions file; `text` is null when it was no UTF-8. */
export function captionsProblem(text: string | null): CaptionsProblem | null {
  const lines = (text ?? '').replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return { code: 'not-captions', line: 1 };
  let cues = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const [, from, to] = TIMES.exec(line) ?? [];
    if (!from || !to || seconds(to) <= seconds(from)) return { code: 'captions-time', line: index + 1 };
    if ((lines[index + 1] ?? '').trim() === '') return { code: 'captions-empty', line: index + 1 };
    cues += 1;
  }
  return cues > 0 ? null : { code: 'captions-empty', line: 1 };
}

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
