import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../db/connect.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { coverageFigures, csvFigure, prepareCsv } from './coverage.ts';
import { type Figure, printFigures } from './figures.ts';
import { lighthouseFigures } from './lighthouse.ts';
import { freePort, pageFigures, waitFor } from './pages.ts';
import { recordFigures } from './records.ts';
import { prepareStudio, studioFigure } from './studio.ts';

/** Runs every measurement in turn on a database of its own and prints one table. About three minutes on two cores. */
async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'furrow-bench-'));
  const started = await startEmbedded(folder, { mayMoveOut: true });
  if (!started.ok) throw new Error(started.message);
  const figures: Figure[] = [];
  try {
    const demoUrl = await newDatabase(started.embedded.url, 'demo');
    const first = await startServer(demoUrl, folder);
    await stop(first.child);
    // The second start finds a filled database: that is the cold start a base sees each morning.
    const server = await startServer(demoUrl, folder);
    figures.push({ name: 'cold-start-s', value: server.seconds, unit: 's', comparedTo: 'limit 5 s', ratio: server.seconds / 5 });
    try {
      figures.push(...(await pageFigures(server.address)));
      figures.push(...(await lighthouseFigures(server.address)));
      figures.push(...(await recordFigures(server.address, demoUrl, folder)));
      figures.push(residentMemory(server.child.pid ?? 0));
    } finally {
      await stop(server.child);
    }
    const csvUrl = await newDatabase(started.embedded.url, 'csv');
    const cookie = await prepareCsv(csvUrl);
    const csvServer = await startServer(csvUrl, folder, false);
    try {
      figures.push(await csvFigure(csvServer.address, cookie));
    } finally {
      await stop(csvServer.child);
    }
    const studioUrl = await newDatabase(started.embedded.url, 'studio');
    await prepareStudio(studioUrl);
    const studioServer = await startServer(studioUrl, folder, false);
    try {
      figures.push(await studioFigure(studioServer.address));
    } finally {
      await stop(studioServer.child);
    }
    const largeUrl = await newDatabase(started.embedded.url, 'large');
    figures.push(...(await coverageFigures(largeUrl)));
  } finally {
    await started.embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  printFigures(figures);
}

async function newDatabase(url: string, name: string): Promise<string> {
  const admin = connect(url, 1);
  const { sql } = await import('kysely');
  await sql.raw(`create database bench_${name}`).execute(admin);
  await admin.destroy();
  const own = new URL(url);
  own.pathname = `/bench_${name}`;
  const db = connect(own.href, 2);
  await migrate(db);
  await db.destroy();
  return own.href;
}

async function startServer(databaseUrl: string, dataDir: string, isDemo = true) {
  const port = await freePort();
  const begin = performance.now();
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(dataDir, 'data'),
    DEMO: isDemo ? '1' : '',
    PORT: String(port),
    HOST: '127.0.0.1',
  };
  const child = spawn(process.execPath, ['src/server/start.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const address = `http://127.0.0.1:${port}`;
  await waitFor(`${address}/zh/`, 120_000);
  return { child, address, seconds: (performance.now() - begin) / 1000 };
}

async function stop(child: ReturnType<typeof spawn>): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

function residentMemory(pid: number): Figure {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN);
  return { name: 'resident-mb', value: kilobytes / 1024, unit: 'MB', comparedTo: 'the server process alone, after the bench', ratio: null };
}

await run();
