import { connect } from '../../db/connect.ts';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import { createAccount } from '../../src/domain/people/townships/create-account.ts';
import { addFarmer, type SeededTownship, seedTownship } from './seed.ts';
import { type RunningServer, startServer } from './server.ts';

/** Of every account here. */
export const PASSWORD = 'green millet in the rain';
const ROLES = {
  admin: [{ role: 'administrator' }],
  teacher: [{ role: 'trainer', baseId: 'mutouyingzi' }],
  colleague: [{ role: 'trainer', baseId: 'mutouyingzi' }],
  stranger: [{ role: 'trainer', baseId: 'qingshan' }],
} as const;

export interface Office {
  server: RunningServer;
  township: SeededTownship;
  farmer: { learnerId: string; number: string };
  /** The cookie of a new session. */
  signIn(username: keyof typeof ROLES): Promise<string>;
}

/** The product on a small township with the lessons of two bases (the shipped ones, or those of a folder), one farmer, an administrator and three trainers, two of one base. */
export async function startOffice(contentDir = 'content'): Promise<Office> {
  const made: { township?: SeededTownship; farmer?: Office['farmer'] } = {};
  const server = await startServer({
    prepare: async (databaseUrl) => {
      const db = connect(databaseUrl);
      const now = new Date();
      made.township = await seedTownship(db);
      made.farmer = await addFarmer(db, made.township, { name: '王秀英' });
      await importCourses(db, made.township.system, contentDir, now, { bases: ['mutouyingzi', 'qingshan'] });
      for (const [username, roles] of Object.entries(ROLES))
        await createAccount(db, made.township.system, { username, displayName: username, password: PASSWORD, roles: [...roles] }, now);
      await db.destroy();
    },
  });
  const { township, farmer } = made;
  if (!township || !farmer) throw new Error('the township was not made');
  const signIn = async (username: string) => {
    const response = await fetch(`${server.url}/sign-in/`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.url },
      body: new URLSearchParams({ username, password: PASSWORD }),
    });
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  return { server, township, farmer, signIn };
}
