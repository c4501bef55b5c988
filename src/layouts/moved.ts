/** The list with one of it moved by one place, up (-1) or down (1); at the end of its way, or unknown, it stays as it is. */
export function moved(list: readonly string[], one: string, by: -1 | 1): string[] {
  const from = list.indexOf(one);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  const next = list.filter((each) => each !== one);
  next.splice(to, 0, one);
  return next;
}
