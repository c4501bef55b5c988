import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rebuild } from '../src/domain/learning/rebuild.ts';
import { exportCourses } from '../src/domain/lessons/export-courses.ts';
import { importCourses } from '../src/domain/lessons/import-courses.ts';
import { listBases } from '../src/domain/lessons/list-bases.ts';
import { noteMediaFacts } from '../src/domain/lessons/media/note-media-facts.ts';
import { normalUsername } from '../src/domain/people/townships/account-rules.ts';
import { resetPassword } from '../src/domain/people/townships/reset-password.ts';
import { type Env, readEnv } from '../src/server/env.ts';
import { openInstallation } from '../src/server/open-installation.ts';
import { CONTENT, prepareTownship } from '../src/server/prepare-township.ts';
import { loadSecrets, saveSecrets, secretsFrom } from '../src/server/secrets.ts';
import { backup, restore } from './backup.ts';
import { connect, type Database } from './connect.ts';
import { migrate } from './migrate.ts';

// `npm run db -- <command> [path or username]`, with the same HOST, DATABASE_URL, DATA_DIR and DEMO as `npm start`.
type Command = (db: Database, env: Env, path: string | undefined) => Promise<{ ok: boolean; message: string }>;

const commands: Record<string, Command> = {
  migrate: async () => ({ ok: true, message: 'The database is up to date.' }),
  demo: async (db, env) => {
    const made = await prepareTownship(db, { ...env, isDemo: true }, new Date(), say);
    if (!made.ok) return made;
    return { ok: true, message: env.isDemo ? 'The demo township is there.' : 'The demo township is there: start it with DEMO=1.' };
  },
  import: async (db, _env, path) => {
    const townshipId = await theTownship(db);
    // Of the shipped courses those of the bases the township opened, as at a start; of a folder someone names, everything.
    const only = path === undefined ? { bases: (await listBases(db, townshipId)).map((base) => base.id) } : {};
    const imported = await importCourses(db, { kind: 'system', townshipId }, resolve(path ?? CONTENT), new Date(), only);
    if (imported.ok) return { ok: true, message: `${imported.imported.length} lessons imported, ${imported.unchanged.length} unchanged.` };
    const lines = imported.problems.map((problem) => `${problem.file}:${problem.line}:${problem.column} ${problem.message.en}`);
    return { ok: false, message: lines.join('\n') };
  },
  export: async (db, _env, path) => {
    const folder = resolve(path ?? '');
    const lessons = await exportCourses(db, await theTownship(db), folder);
    return { ok: true, message: `${lessons.length} lessons are in ${join(folder, 'courses')}.` };
  },
  rebuild: async (db) => {
    const { learners } = await rebuild(db, await theTownship(db));
    return { ok: true, message: `Standing of ${learners} farmers folded again from their records.` };
  },
  // For the administrator who forgot theirs and has no other one to ask: whoever sits at the machine may.
  password: async (db, _env, username) => {
    const townshipId = await theTownship(db);
    const account = await db
      .selectFrom('account')
      .select('id')
      .where('username', '=', normalUsername(username ?? ''))
      .executeTakeFirst();
    const password = randomBytes(9).toString('base64url');
    const reset = await resetPassword(db, { kind: 'system', townshipId }, { accountId: account?.id ?? '', password }, new Date());
    if (!reset.ok) return { ok: false, message: `There is no account ${username}, or it is disabled.` };
    return { ok: true, message: `${reset.displayName} signs in with ${password} and changes it under their name at the top of the page.` };
  },
  backup: async (db, env, path) => {
    await theTownship(db);
    const file = resolve(path ?? `furrow-${new Date().toISOString().slice(0, 10)}.backup`);
    loadSecrets(env.dataDir);
    const secrets = JSON.parse(readFileSync(join(env.dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
    const rows = await backup(db, file, secrets, new Date());
    return { ok: true, message: `${rows} rows and the secrets are in ${file}: keep it where only you can read it.` };
  },
  restore: async (db, env, path) => {
    const restored = await restore(db, resolve(path ?? ''));
    if (!restored.ok) return { ok: false, message: RESTORE_REASONS[restored.reason] };
    const own = join(env.dataDir, 'secrets.json');
    if (existsSync(own)) renameSync(own, `${own}.before-restore`);
    saveSecrets(env.dataDir, secretsFrom(restored.secrets));
    return { ok: true, message: `${restored.rows} rows restored.` };
  },
};

/** What is wrong with the path, told before any database is opened; null when nothing is. */
function whyNotThatPath(name: string, path: string | undefined): string | null {
  if (path === undefined) {
    if (name === 'export') return 'Say where to: npm run db -- export <folder>';
    if (name === 'restore') return 'Say from what: npm run db -- restore <file>';
    if (name === 'password') return 'Say whose: npm run db -- password <username>';
    return null;
  }
  if (name === 'password') return null;
  const full = resolve(path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (name === 'import' && !found?.isDirectory()) return `There is no folder ${full}.`;
  if (name === 'import' && !existsSync(join(full, 'courses')) && !existsSync(join(full, 'bases')))
    return `${full} holds no courses: the folder must have courses/<course>/course.yaml below it.`;
  if (name === 'restore' && !found?.isFile()) return `There is no file ${full}.`;
  if (name === 'export' && found && !found.isDirectory()) return `${full} is a file: say a folder.`;
  if (name === 'backup' && found?.isDirectory()) return `${full} is a folder: say a file in it.`;
  if (name === 'backup' && !existsSync(dirname(full))) return `There is no folder ${dirname(full)}.`;
  return null;
}

const RESTORE_REASONS = {
  'not-a-backup': 'That file is not a backup of Furrow.',
  'backup-is-cut-short': 'The backup is cut short; nothing was restored.',
  'database-not-empty': 'The database already holds a township: restore into an empty one.',
  'backup-newer-than-code': 'The backup was made by a newer version of Furrow: install that version or a newer one.',
};

await run(process.argv[2] ?? '', process.argv[3]);

async function run(name: string, path: string | undefined): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return end(`Usage: npm run db -- ${Object.keys(commands).join('|')} [path or username]`, 1);
  const wrongPath = whyNotThatPath(name, path);
  if (wrongPath !== null) return end(wrongPath, 1);
  const read = readEnv(process.env);
  if (!read.ok) return end(read.message, 1);
  const opened = await openInstallation(read.env, { mayJoin: name !== 'restore' && name !== 'demo' });
  if (!opened.ok) return end(opened.message, 1);
  const db = connect(opened.installation.url, 4);
  try {
    const trouble = name === 'restore' ? null : await bringUpToDate(db);
    const result = trouble ?? (await command(db, read.env, path));
    end(result.message, result.ok ? 0 : 1);
  } catch (error) {
    end((error as Error).message, 1);
  } finally {
    await db.destroy();
    await opened.installation.close();
  }
}

async function bringUpToDate(db: Database): Promise<{ ok: false; message: string } | null> {
  const migrated = await migrate(db);
  if (migrated.ok) await noteMediaFacts(db);
  return migrated.ok ? null : { ok: false, message: `The database was used by a newer version of Furrow (${migrated.unknown.at(-1)}).` };
}

async function theTownship(db: Database): Promise<string> {
  const township = await db.selectFrom('township').select('id').executeTakeFirst();
  if (!township) throw new Error('There is no township in this database yet.');
  return township.id;
}

function say(message: string): void {
  process.stdout.write(`${message}\n`);
}

function end(message: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(`${message}\n`);
  process.exitCode = code;
}
