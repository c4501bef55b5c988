/** Text that is safe inside an element and inside a double- or single-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** ` name="value"` with the value escaped; nothing when there is no value. */
export function attribute(name: AttributeName, value: string | number | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(String(value))}"`;
}

// A fixed list: content never chooses the name of an attribute either.
type AttributeName =
  | 'alt'
  | 'aria-label'
  | 'data-for'
  | 'data-item'
  | 'data-question'
  | 'data-right'
  | 'data-sum'
  | 'height'
  | 'href'
  | 'name'
  | 'poster'
  | 'src'
  | 'title'
  | 'value'
  | 'width';
