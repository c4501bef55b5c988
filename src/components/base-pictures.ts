const PICTURES = import.meta.glob<string>('../../content/bases/*.svg', { eager: true, query: '?url', import: 'default' });

/** Address of the drawn picture of a base, null when it ships without one. */
export function basePicture(baseId: string): string | null {
  return PICTURES[`../../content/bases/${baseId}.svg`] ?? null;
}
