import { startEmbedded } from '../../db/embedded.ts';

// A process that a test kills: it starts a database in FOLDER, says where, and stays.
const outcome = await startEmbedded(process.env.FOLDER ?? '');
process.stdout.write(`${outcome.ok ? outcome.embedded.url : outcome.message}\n`);
setInterval(() => {}, 1_000);
