import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SealedRecord } from './open-sealed.ts';

/** What a farmer may say of a lesson, from the best down. */
export const RATINGS = ['good', 'fair', 'poor'] as const;

const LARGEST_INT = 2_147_483_647;
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const instant = z.iso.datetime({ offset: true }).refine((text) => Date.parse(text) >= 0, 'before 1970');
const version = z.int().min(1).max(LARGEST_INT);
const answer = z.union([z.string().max(200), z.array(z.string().max(200)).max(50), z.boolean(), z.number()]);
const common = { id: z.uuid(), sitting: z.uuid(), seq: z.int().min(0).max(LARGEST_INT), at: instant, base: z.string().max(60).optional() };
const aboutLesson = { ...common, lesson: slug, version, helped: z.boolean().optional() };

const digits = z.string().regex(/^[0-9]{1,10}$/);
const seat = z
  .object({ seat: z.int().min(1).max(999), number: digits.optional(), card: z.string().max(100).optional() })
  .refine(({ number, card }) => (number === undefined) !== (card === undefined), 'a number or a card');
/** A sitting begins in exactly one of these ways; `beginnings/` has a file for each. */
const waysToBegin = {
  who: z.string().max(2000).optional(),
  card: z.object({ token: z.string().max(100), pin: digits.optional() }).optional(),
  claim: z.object({ villageId: z.string().max(60), number: z.string().regex(/^[0-9]{6}$/), pin: digits }).optional(),
  newHere: z.object({ name: z.string().max(60), villageId: z.string().max(60), birthYear: z.int() }).optional(),
  group: z.object({ code: digits.optional(), seats: z.array(seat).min(2).max(60) }).optional(),
};

/** One record as a kiosk writes it. `adopted` is missing on purpose: only a signed-in trainer can say it. */
const recordSchema = z.discriminatedUnion('verb', [
  z
    .object({ ...common, verb: z.literal('began'), ...waysToBegin, sequence: z.int().min(0).optional() })
    .refine((began) => Object.keys(waysToBegin).filter((way) => way in began).length <= 1, 'one way to begin'),
  z.object({ ...aboutLesson, verb: z.literal('opened') }),
  z.object({ ...aboutLesson, verb: z.literal('stepped'), step: z.int().min(0).max(10_000) }),
  z.object({ ...aboutLesson, verb: z.literal('answered'), question: z.string().min(1).max(100), response: answer }),
  z.object({ ...aboutLesson, verb: z.enum(['tested-before', 'tested-after']), question: z.string().min(1).max(100), response: answer }),
  z.object({ ...aboutLesson, verb: z.literal('finished') }),
  z.object({ ...aboutLesson, verb: z.literal('rated'), rating: z.enum(RATINGS) }),
  z.object({ ...common, verb: z.literal('voided'), voids: z.uuid() }),
  z.object({ ...common, verb: z.literal('ended') }),
]);

/** The envelope of `POST /api/records`: the kiosk's clock at sending, and at most 500 records, each judged alone. */
const sealed = z.object({ id: z.string().max(100), keyId: z.string().max(100), sealed: z.string().max(20_000) });
const batchSchema = z
  .object({
    now: instant,
    sent: z.unknown().optional(),
    records: z.array(z.unknown()).optional(),
    sealed: z.array(sealed).optional(),
  })
  .refine(({ records, sealed: closed }) => (records ?? closed) !== undefined && (records?.length ?? 0) + (closed?.length ?? 0) <= 500);

export type KioskRecord = z.infer<typeof recordSchema>;

/** A record as parsed, as sent but for what signs somebody in, and the hash of what the kiosk wrote but for a PIN. */
export interface ReadRecord {
  record: KioskRecord;
  body: string;
  hash: string;
}

/** The envelope, or null when this is not a batch at all. */
export function readBatch(batch: unknown): { now: Date; records: unknown[]; sealed: SealedRecord[] } | null {
  const parsed = batchSchema.safeParse(batch);
  if (!parsed.success) return null;
  const { now, records = [], sealed: closed = [] } = parsed.data;
  return { now: new Date(now), records, sealed: closed };
}

/** One record, or null with the id it carried (empty when it had none), for the verdict. */
export function readRecord(raw: unknown): ReadRecord | { record: null; id: string } {
  // An answer is a list at the deepest; anything much deeper would only exhaust the stack below.
  if (isDeeperThan(8, raw)) return { record: null, id: idOf(raw) };
  const body = canonicalJson(raw);
  const parsed = isStorable(body) ? recordSchema.safeParse(raw) : null;
  if (!parsed?.success) return { record: null, id: idOf(raw) };
  const [kept, hashed] = [withoutSecrets(raw, SECRETS), withoutSecrets(raw, GUESSED)].map(canonicalJson) as [string, string];
  return { record: lowerIds(parsed.data), body: kept, hash: createHash('sha256').update(hashed).digest('hex') };
}

/** What signs somebody in or says who they are: never kept. */
const SECRETS = ['pin', 'token', 'who', 'group', 'newHere'];
/** Left out of the hash as well: so little could be guessed from it, and a name that was erased must not be there to compare with. */
const GUESSED = ['pin', 'code', 'newHere'];

function withoutSecrets(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !names.includes(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutSecrets(item, names)]));
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

// PostgreSQL keeps neither NUL nor half a surrogate pair; one such character would fail the whole batch.
function isStorable(body: string): boolean {
  return !/\\u0000|\\ud[89a-f]/i.test(body);
}

function idOf(raw: unknown): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : '';
  return typeof id === 'string' ? id.slice(0, 100) : '';
}

// The database answers with lower-case UUIDs; a kiosk that shouts must still be recognised.
function lowerIds(record: KioskRecord): KioskRecord {
  return { ...record, id: record.id.toLowerCase(), sitting: record.sitting.toLowerCase() };
}

/** JSON with sorted keys, so that the same facts always give the same bytes. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
