import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './leftover-processes.ts';

/** One copy of the product at a time on a data folder. The holder is known by pid and start time, so a reused pid frees it. */
export type Lock = { ok: true; release: () => void } | { ok: false; pid: number };

/** Takes `dataDir`'s lock, or says who holds it. A lock whose holder is gone is replaced. */
export function lockDataFolder(dataDir: string): Lock {
  const file = join(dataDir, 'running.json');
  const own = JSON.stringify({ pid: process.pid, started: startedAt(process.pid) });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, own, { flag: 'wx', mode: 0o644 });
      return { ok: true, release: () => release(file, own) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = lockHolder(dataDir);
    if (holder !== null) return { ok: false, pid: holder };
    rmSync(file, { force: true });
  }
  throw new Error(`could not take ${file}`);
}

/** Pid of the live process that holds the folder, or null. */
export function lockHolder(dataDir: string): number | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { pid: number; started: string };
    return pid !== process.pid && isAlive(pid) && startedAt(pid) === started ? pid : null;
  } catch {
    return null;
  }
}

function release(file: string, own: string): void {
  try {
    if (readFileSync(file, 'utf8') === own) rmSync(file, { force: true });
  } catch {
    // Already gone.
  }
}

/** When the process began, in the kernel's ticks; '' where there is no /proc. */
function startedAt(pid: number): string {
  try {
    // The command name in brackets may hold spaces: count the fields after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
