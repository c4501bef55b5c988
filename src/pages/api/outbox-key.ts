import type { APIRoute } from 'astro';
import { outboxPublicKey } from '../../domain/learning/open-sealed.ts';
import { reply } from './_request.ts';

/** The public key to which kiosks seal their records: no secret. */
export const GET: APIRoute = ({ locals }) => reply(200, outboxPublicKey(locals.secrets));
