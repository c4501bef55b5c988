import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Stops what a killed server left running on this cluster folder, so that a new one can start: first politely (fast
 * shutdown), then at once, then by force. The write-ahead log makes each of them safe.
 */
export async function stopLeftovers(cluster: string): Promise<void> {
  const postmaster = postmasterPid(cluster);
  if (postmaster !== null && isOurs(postmaster, cluster)) signal(postmaster, 'SIGINT');
  if (await goneWithin(cluster, 10_000)) return forgetForeignPid(cluster);
  for (const pid of processesOn(cluster)) signal(pid, 'SIGQUIT');
  if (await goneWithin(cluster, 5_000)) return forgetForeignPid(cluster);
  for (const pid of processesOn(cluster)) signal(pid, 'SIGKILL');
  await goneWithin(cluster, 5_000);
  forgetForeignPid(cluster);
}

/** The port a live postmaster of this folder listens on, or null. */
export function livePort(cluster: string): number | null {
  const pid = postmasterPid(cluster);
  if (pid === null || !isOurs(pid, cluster)) return null;
  const port = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// PostgreSQL would refuse to start when its old pid now belongs to some other program; a pid of nobody it handles itself.
function forgetForeignPid(cluster: string): void {
  const pid = postmasterPid(cluster);
  if (pid !== null && isAlive(pid) && !isOurs(pid, cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

function postmasterPid(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

async function goneWithin(cluster: string, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (processesOn(cluster).length > 0) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** Every PostgreSQL process of the folder: each has it as its working directory. Without /proc, the postmaster alone. */
function processesOn(cluster: string): number[] {
  if (!existsSync('/proc/self/cwd')) {
    const pid = postmasterPid(cluster);
    return pid !== null && isOurs(pid, cluster) ? [pid] : [];
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => isOurs(pid, cluster));
}

function isOurs(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/cwd')) return commandOf(pid).includes(cluster);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself between the look and the signal.
  }
}
