import { mkdirSync, writeFileSync } from 'node:fs';

/** One line of the bench: a value, its unit, and what it was compared to in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  comparedTo: string;
  ratio: number | null;
}

export function printFigures(figures: Figure[]): void {
  const rows = figures.map((figure) => ({
    name: figure.name,
    value: Number(figure.value.toPrecision(4)),
    unit: figure.unit,
    ratio: figure.ratio === null ? '' : Number(figure.ratio.toPrecision(3)),
    'compared to': figure.comparedTo,
  }));
  console.table(rows);
  mkdirSync('bench', { recursive: true });
  writeFileSync('bench/latest.json', `${JSON.stringify(figures, null, 2)}\n`);
}

/** The median of `times` runs of `work`, in ms, after one run to warm up. */
export async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length / 2)] ?? Number.NaN;
}
