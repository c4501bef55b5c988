import { dev } from 'astro';
import { ROOT } from './build-if-changed.ts';
import { startUp, stopOnSignals } from './start-up.ts';

// `npm run dev`: the same database and township as `npm start`, with pages rebuilt as they are edited.
const { env, setupCode } = await startUp(() => null);
const server = await dev({ root: ROOT, server: { host: env.host, port: env.port } });
if (setupCode !== null) process.stdout.write(`Set-up code: ${setupCode}\n`);
stopOnSignals(() => server.stop());
