import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect } from '../../db/connect.ts';
import { importCourses } from '../domain/lessons/import-courses.ts';
import { listBases } from '../domain/lessons/list-bases.ts';
import { buildIfChanged, ENTRY, ROOT } from './build-if-changed.ts';
import { doDailyWork } from './daily-work.ts';
import { createFront } from './front.ts';
import { logger } from './logger.ts';
import { PageCache } from './page-cache.ts';
import { CONTENT } from './prepare-township.ts';
import { fail, type Started, say, startUp, stopOnSignals } from './start-up.ts';

// `npm start`: from nothing to a listening server.
const started = await startUp(() => {
  const built = buildIfChanged(say);
  return built.ok ? null : built.message;
});
await listen(started);
announce(started);
void doDailyWork(started.installation.url);
if (started.townshipId === null) bringCoursesAfterSetUp(started.installation.url);

async function listen({ env, tls, installation }: Started): Promise<void> {
  // Astro's own server would listen by itself; the front does, and asks Astro only for what it does not have.
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  process.env.ASTRO_NODE_LOGGING = 'disabled';
  const entry: { handler: (request: IncomingMessage, response: ServerResponse) => void } = await import(pathToFileURL(ENTRY).href);
  const cache = new PageCache(installation.url);
  await cache.listen();
  const clientFolder = join(ROOT, 'dist/client');
  const server = createFront(entry.handler, cache, clientFolder, tls ? { tls } : {});
  await new Promise<void>((done) => {
    server.once(
      'error',
      (error) => void installation.close().then(() => fail(`Cannot listen on ${env.host}:${env.port}: ${error.message}.`)),
    );
    server.listen(env.port, env.host, done);
  });
  leaveForPages(server.address() as AddressInfo, env.tls !== null, clientFolder);
  stopOnSignals(async () => {
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3_000).unref();
    await closed;
    await cache.stop();
  });
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'unhandled rejection'));
}

/** What the built pages need to know of the door they stand behind (see own-page.ts, kiosk-manifest.ts). */
function leaveForPages({ address, family, port }: AddressInfo, isSecure: boolean, clientFolder: string): void {
  const isAny = address === '0.0.0.0' || address === '::';
  const host = isAny ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  const buildId = join(ROOT, 'dist/build-id');
  process.env.FURROW_SELF = `${isSecure ? 'https' : 'http'}://${host}:${port}`;
  process.env.FURROW_CLIENT = clientFolder;
  process.env.FURROW_BUILD = existsSync(buildId) ? readFileSync(buildId, 'utf8') : '';
}

function announce({ env, signIns, setupCode }: Started): void {
  const address = `${env.tls ? 'https' : 'http'}://${env.host === '127.0.0.1' || env.host === '0.0.0.0' ? 'localhost' : env.host}:${env.port}`;
  const lines = ['', '  Furrow · 垄上学堂', '', `  ${address}/`];
  if (setupCode !== null) lines.push('', `  Set up this township at ${address}/set-up/ with the code ${setupCode}`);
  if (signIns.length > 0) {
    lines.push(`  Trainers and staff: ${address}/sign-in/`, '', '  Demo sign-ins:');
    for (const { who, name, secret, village, baseId } of signIns) {
      lines.push(`    ${who.padEnd(14)} ${[village, name].filter(Boolean).join(' ').padEnd(24)} ${secret}${baseId ? `  (${baseId})` : ''}`);
    }
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

/** A township that is set up while we run gets the shipped courses at once, not at the next start. */
function bringCoursesAfterSetUp(url: string): void {
  const db = connect(url, 2);
  const look = async () => {
    const township = await db.selectFrom('township').select('id').executeTakeFirst();
    if (!township) return schedule();
    const imported = await importCourses(db, { kind: 'system', townshipId: township.id }, CONTENT, new Date(), {
      bases: (await listBases(db, township.id)).map((base) => base.id),
    });
    if (!imported.ok) logger.error({ problems: imported.problems }, 'shipped courses did not pass');
    await db.destroy();
  };
  const schedule = () => {
    const next = () => {
      look().catch((error) => {
        logger.warn({ err: error }, 'looking for the new township');
        schedule();
      });
    };
    setTimeout(next, 1_500).unref();
  };
  schedule();
}
