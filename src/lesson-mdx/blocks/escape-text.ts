/** Words of a person as Markdown that reads as exactly these words: line ends become spaces. */
export function escapeText(text: string): string {
  return text
    .replace(/\0/g, '')
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/[\\`*_[\]<{}]/g, '\\$&')
    .replace(/&(?=#?\w)/g, '&amp;');
}

/** `name="value"`. */
export function writeProp(name: string, value: string, quote: '"' | "'" = '"'): string {
  const text = value
    .replace(/\0/g, '')
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/&(?=#?\w)/g, '&amp;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&#39;');
  return `${name}=${quote}${text}${quote}`;
}
