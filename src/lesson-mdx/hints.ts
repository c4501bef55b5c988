/**
 * A hint stands in 〔 〕 where a lesson made from a template still needs its writer's words. It counts where it fills a line, a field or an
 * element; brackets within a sentence, as in the number of a document, are text like any other.
 */
const WORDS = /〔[^〔〕\n]*〕/.source;
const HINT = new RegExp(`(?<=^(?:[-*] |\\d+\\. )?|["'>])${WORDS}(?=["'<]|\\s*$)`, 'gm');
const WHOLE = new RegExp(`^${WORDS}$`);

/** Where in the text of a lesson each hint begins, as an index into it. */
export function findHints(source: string): number[] {
  return Array.from(source.matchAll(HINT), ({ index }) => index);
}

/** Whether a field holds a hint and nothing else. */
export function isHint(text: string): boolean {
  return WHOLE.test(text.trim());
}
