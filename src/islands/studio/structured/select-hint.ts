import { isHint } from '../../../lesson-mdx/hints.ts';

/** A field that holds a template's hint is marked whole when it is entered, so that the first letter replaces it. After the click has put the cursor. */
export function selectHint(field: HTMLElement): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== field) return;
    if (field instanceof HTMLTextAreaElement) {
      if (isHint(field.value)) field.select();
    } else if (isHint(field.textContent)) getSelection()?.selectAllChildren(field);
  });
}
