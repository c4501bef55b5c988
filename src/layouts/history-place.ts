import type { HistoryPlace } from '../domain/lessons/drafts/read-revision.ts';

/** A place of a lesson's history out of an address: `revision=3` or `version=2`, each with `prefix` in front; undefined for anything else. */
export function historyPlace(search: URLSearchParams, prefix = ''): HistoryPlace | undefined {
  const revision = search.get(`${prefix}revision`) ?? '';
  const version = search.get(`${prefix}version`) ?? '';
  if (/^\d{1,9}$/.test(revision)) return { revision: Number(revision) };
  return /^\d{1,9}$/.test(version) ? { version: Number(version) } : undefined;
}

/** The same as a part of an address. */
export function placeQuery(place: HistoryPlace, prefix = ''): string {
  return 'revision' in place ? `${prefix}revision=${place.revision}` : `${prefix}version=${place.version}`;
}
