import type { APIRoute } from 'astro';
import { migrationStatus } from '../../../db/migrate.ts';
import { serverContext } from '../../server/server-context.ts';

/** 200 when the database answers and its migrations are this code's; else 503 with the reason. */
export const GET: APIRoute = async () => {
  try {
    const { db } = serverContext();
    const { pending, unknown } = await withinSeconds(5, migrationStatus(db));
    if (pending.length > 0) return answer(503, { ok: false, reason: 'migrations-pending', pending });
    if (unknown.length > 0) return answer(503, { ok: false, reason: 'database-newer-than-code', unknown });
    const { epoch } = await db.selectFrom('installation').select('epoch').executeTakeFirstOrThrow();
    return answer(200, { ok: true, epoch, now: new Date().toISOString() });
  } catch {
    return answer(503, { ok: false, reason: 'database-unreachable' });
  }
};

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('too late')), seconds * 1_000).unref());
  return Promise.race([work, late]);
}
