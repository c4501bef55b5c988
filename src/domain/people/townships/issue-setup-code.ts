import type { Database } from '../../../../db/connect.ts';
import { hashToken, makeReadableCode } from '../one-time-codes.ts';

/** The code shown on the console of a fresh installation; whoever types it sets the township up. Each call replaces the code before. */
export async function issueSetupCode(db: Database): Promise<string> {
  const code = makeReadableCode(12);
  await db
    .updateTable('installation')
    .set({ setup_code_hash: hashToken(code) })
    .execute();
  return code;
}
