import type { APIContext } from 'astro';
import type { z } from 'zod';

/** Every answer of the kiosk's API is JSON that nobody keeps. */
export function reply(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** The body as `schema` has it, or null when it is not JSON or something else. */
export async function readBody<T>(context: APIContext, schema: z.ZodType<T>): Promise<T | null> {
  const parsed = schema.safeParse(await readJson(context));
  return parsed.success ? parsed.data : null;
}

/** The body as JSON; undefined when it is none. */
export async function readJson({ request }: APIContext): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
