import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Schema } from '../../../../db/schema.ts';
import { mediumFacts } from '../../../lesson-mdx/media.ts';
import type { MediumFacts, MediumFile } from '../../../lesson-mdx/medium-facts.ts';
import { extensionOfType, mediaType } from '../lesson-folder.ts';

/** What is noted of a stored file beside its digest; its size the database knows. */
type Noted = Omit<MediumFacts, 'digest' | 'size'>;

/** The texts beside a lesson (mn.yaml, facts.yaml) are read at each check; a larger file under such a name is no text. */
const LARGEST_TEXT = 256 * 1024;

/**
 * Stores a file with what a look at its bytes shows, unless the township has it; `path` names it in a lesson. Either way it stays until the
 * transaction ends: whoever deletes it at this moment waits. Answers its facts.
 */
export async function keepMedium(
  trx: Transaction<Schema>,
  townshipId: string,
  { path, bytes }: { path: string; bytes: Uint8Array },
  now: Date,
): Promise<MediumFacts> {
  const facts = mediumFacts(path, bytes);
  await trx
    .insertInto('media')
    .values({
      township_id: townshipId,
      digest: facts.digest,
      media_type: mediaType(path) ?? 'application/octet-stream',
      bytes: Buffer.from(bytes),
      facts: JSON.stringify(noted(facts)),
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['township_id', 'digest']).doUpdateSet({ facts: sql`coalesce(media.facts, excluded.facts)` }),
    )
    .execute();
  return facts;
}

/**
 * A lesson's files as its check takes them: by what was noted of each when it came, so that no film is read to check a comma. Texts come with their
 * bytes. A file the township does not have is left out.
 */
export async function knownMedia(db: Database, townshipId: string, media: Record<string, string>): Promise<Record<string, MediumFile>> {
  const facts = await factsOf(db, townshipId, [...new Set(Object.values(media))]);
  const known: Record<string, MediumFile> = {};
  for (const [path, digest] of Object.entries(media)) {
    const fact = facts.get(digest);
    if (!fact) continue;
    const isText = path.endsWith('.yaml') && fact.size <= LARGEST_TEXT;
    known[path] = isText ? await bytesOf(db, townshipId, digest) : fact;
  }
  return known;
}

async function factsOf(db: Database, townshipId: string, digests: string[]): Promise<Map<string, MediumFacts>> {
  if (digests.length === 0) return new Map();
  const rows = await db
    .selectFrom('media')
    .select(['digest', 'media_type', 'facts', sql<number>`octet_length(bytes)`.as('size')])
    .where('township_id', '=', townshipId)
    .where('digest', 'in', digests)
    .execute();
  const facts = new Map<string, MediumFacts>();
  for (const { digest, size, media_type, facts: before } of rows) {
    // Stored by an older version that is still running beside this one; the next start notes it.
    const own = (before as Noted | null) ?? lookAt(media_type, await bytesOf(db, townshipId, digest));
    facts.set(digest, { digest, size, ...own });
  }
  return facts;
}

async function bytesOf(db: Database, townshipId: string, digest: string): Promise<Uint8Array> {
  const row = await db
    .selectFrom('media')
    .select('bytes')
    .where('township_id', '=', townshipId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return new Uint8Array(row?.bytes ?? []);
}

/** What is to be noted of a file that was stored under this media type. */
export function lookAt(type: string, bytes: Uint8Array): Noted {
  const extension = extensionOfType(type);
  return extension === null ? { format: null, picture: null, codecs: [] } : noted(mediumFacts(`medium.${extension}`, bytes));
}

function noted({ format, picture, codecs }: MediumFacts): Noted {
  return { format, picture, codecs };
}
