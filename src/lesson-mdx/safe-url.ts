/** Passes https, mailto and paths of this site. Everything else, relative names included, is refused. */
export function isSafeUrl(url: string): boolean {
  // Browsers drop tabs and newlines and read a backslash as a slash, so none may be there at all.
  if (url === '' || /[\s\\]/.test(url) || hasControlCharacter(url)) return false;
  if (url.startsWith('/')) return !url.startsWith('//');
  if (/^mailto:[^:]+@[^:]+$/i.test(url)) return true;
  return /^https:\/\//i.test(url) && URL.canParse(url);
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}
