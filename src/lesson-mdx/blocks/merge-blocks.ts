import { type BlockText, joinBlocks, type NewKey, splitBlocks } from './block-text.ts';

/** One stretch of two versions of a text. `choice` is null where both changed it, each in another way: a person has to say. */
export interface MergeRow {
  mine: string[];
  theirs: string[];
  choice: 'mine' | 'theirs' | null;
}

/**
 * Lays two versions of one text side by side by blocks. Where only one of them differs from what both began with, that one is chosen;
 * where both do, nobody is.
 */
export function mergeRows(base: string, mine: string, theirs: string, newKey: NewKey): MergeRow[] {
  const [old, left, right] = [base, mine, theirs].map((text) => sourcesOf(splitBlocks(text, newKey)));
  if (!old || !left || !right) return [];
  const rows: MergeRow[] = [];
  const [toLeft, toRight] = [matches(old, left), matches(old, right)];
  let [i, j, k] = [0, 0, 0];
  while (i <= old.length) {
    // The next block that all three have.
    let next = i;
    while (next < old.length && (toLeft[next] === undefined || toRight[next] === undefined)) next += 1;
    const [leftEnd, rightEnd] = next < old.length ? [toLeft[next] ?? 0, toRight[next] ?? 0] : [left.length, right.length];
    addChange(rows, old.slice(i, next), left.slice(j, leftEnd), right.slice(k, rightEnd));
    const same = old[next];
    if (same !== undefined) rows.push({ mine: [same], theirs: [same], choice: 'mine' });
    [i, j, k] = [next + 1, leftEnd + 1, rightEnd + 1];
  }
  return rows;
}

/** Whether both versions say the same in this row. */
export function isSame(row: MergeRow): boolean {
  return same(row.mine, row.theirs);
}

/** The text of the chosen stretches, with the lead and the end of `mine`. */
export function mergedText(rows: readonly MergeRow[], mine: string): string {
  const { lead } = splitBlocks(mine, () => '');
  const end = mine.includes('\r\n') ? '\r\n' : '\n';
  const blocks = rows
    .flatMap((row) => (row.choice === 'theirs' ? row.theirs : row.mine))
    .map((source) => ({ key: '', source, gap: end + end }));
  const last = blocks.at(-1);
  if (last) last.gap = /\s*$/.exec(mine)?.[0] ?? end;
  return joinBlocks({ lead, blocks });
}

function addChange(rows: MergeRow[], old: string[], mine: string[], theirs: string[]): void {
  if (mine.length === 0 && theirs.length === 0) return;
  if (same(mine, theirs) || same(old, theirs)) rows.push({ mine, theirs, choice: 'mine' });
  else rows.push({ mine, theirs, choice: same(old, mine) ? 'theirs' : null });
}

function same(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((source, at) => source === other[at]);
}

function sourcesOf({ blocks }: BlockText): string[] {
  return blocks.map(({ source }) => source);
}

/** For each of `from`, where it stands in `to`: the longest common order. */
function matches(from: string[], to: string[]): (number | undefined)[] {
  const width = to.length + 1;
  const best = new Uint32Array((from.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      best[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: (number | undefined)[] = [];
  for (let i = 0, j = 0; i < from.length && j < to.length; ) {
    if (from[i] === to[j]) found[i++] = j++;
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
