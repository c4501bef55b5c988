/**
 * Runs `write`; when the database refuses it by one of `outcomes`' constraints, gives that outcome's reason instead of throwing.
 * The database decides, so two people doing the same thing at once get the same clear answer as one after the other.
 */
export async function refusedBy<T, Reason extends string>(
  outcomes: Record<string, Reason>,
  write: () => Promise<T>,
): Promise<T | { ok: false; reason: Reason }> {
  try {
    return await write();
  } catch (error) {
    const constraint = constraintOf(error);
    const reason = constraint === null ? undefined : outcomes[constraint];
    if (reason === undefined) throw error;
    return { ok: false, reason };
  }
}

function constraintOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return null;
  return typeof error.constraint === 'string' ? error.constraint : null;
}
