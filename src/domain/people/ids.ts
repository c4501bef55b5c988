const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the database would take `text` as a uuid: an id from a form or an address may be anything. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
