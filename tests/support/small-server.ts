import { connect } from '../../db/connect.ts';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import { removeContent, smallContent, writeContent } from '../domain/lessons/small-content.ts';
import { seedTownship } from './seed.ts';
import { type RunningServer, startServer } from './server.ts';

/** A server whose lesson `clip` has one screen more in both languages, and what lies beside it: file name → contents. */
export async function startWithScreen(screen: string, beside: Record<string, Uint8Array> = {}): Promise<RunningServer> {
  const content: Record<string, string | Uint8Array> = smallContent();
  for (const language of ['zh', 'en']) content[`courses/wool/clip/${language}.mdx`] += `\n${screen}\n`;
  for (const [file, bytes] of Object.entries(beside)) content[`courses/wool/clip/${file}`] = bytes;
  const folder = await writeContent(content);
  const server = await startServer({
    prepare: async (databaseUrl) => {
      const db = connect(databaseUrl);
      const { system } = await seedTownship(db);
      const outcome = await importCourses(db, system, folder, new Date());
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      await db.destroy();
    },
  });
  await removeContent(folder);
  return server;
}
