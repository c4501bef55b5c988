import type { MergeRow } from './merge-blocks.ts';

/** Two versions of lesson.yaml side by side, setting by setting: minutes, objectives, recordings and so on are each taken whole. */
export function mergeSettingRows(base: string, mine: string, theirs: string): MergeRow[] {
  const [old, left, right] = [settingsOf(base), settingsOf(mine), settingsOf(theirs)];
  return [...new Set([...left.keys(), ...right.keys()])].map((name) => {
    const [was, one, other] = [old.get(name), left.get(name), right.get(name)];
    const choice = one === other || other === was ? 'mine' : one === was ? 'theirs' : null;
    return { mine: one === undefined ? [] : [one], theirs: other === undefined ? [] : [other], choice };
  });
}

/** The chosen settings as a file. */
export function mergedSettings(rows: readonly MergeRow[]): string {
  return rows.flatMap((row) => (row.choice === 'theirs' ? row.theirs : row.mine)).join('');
}

/** Each setting by its name: its lines and the comment above it. What does not begin at the left edge belongs to the setting before. */
function settingsOf(source: string): Map<string, string> {
  const settings = new Map<string, string>();
  let above = '';
  let name = '';
  for (const line of source.split(/(?<=\n)/)) {
    const start = /^([^\s#:-][^:]*):/.exec(line)?.[1];
    if (start !== undefined) name = start;
    // Before the first setting, and a comment that stands above the next.
    if (start === undefined && (name === '' || line.startsWith('#'))) above += line;
    else {
      settings.set(name, `${settings.get(name) ?? ''}${above}${line}`);
      above = '';
    }
  }
  if (above !== '') settings.set('', above);
  return new Map([...settings].map(([key, lines]) => [key, lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`]));
}
