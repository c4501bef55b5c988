import type { Database } from '../../../../db/connect.ts';
import { hashClassCode, trainerOfCode } from '../../people/class-code.ts';
import { hashToken } from '../../people/one-time-codes.ts';
import type { Secrets } from '../../people/secrets.ts';
import { findSeated, type GroupSeat } from '../group-queries.ts';

/** What a kiosk writes when a class begins: the trainer's code, and who took which seat, by number or by card. */
export interface GroupBegun {
  code?: string | undefined;
  seats: { seat: number; number?: string | undefined; card?: string | undefined }[];
}

/** `trainerId` null: the code named nobody, and the class waits for a trainer of its base to confirm it. */
export interface GroupBeginning {
  kind: 'group';
  trainerId: string | null;
  seats: GroupSeat[];
}

/**
 * Who learns together in a sitting, judged when it arrives. No PIN is asked: the trainer stands there and sees who sits down, and nothing of a
 * class ever counts as what a person knows. Somebody who took two seats keeps the first; a number or card of nobody keeps its seat, empty.
 */
export async function beginGroup(db: Database, townshipId: string, begun: GroupBegun, secrets: Secrets): Promise<GroupBeginning> {
  const trainerId = begun.code === undefined ? null : await trainerOfCode(db, townshipId, hashClassCode(secrets, townshipId, begun.code));
  const found = await findSeated(db, townshipId, {
    numbers: begun.seats.flatMap(({ number }) => number ?? []),
    cardHashes: begun.seats.flatMap(({ card }) => (card === undefined ? [] : hashToken(card))),
  });
  const taken = new Set<number>();
  const seated = new Set<string>();
  const seats: GroupSeat[] = [];
  for (const { seat, number, card } of begun.seats) {
    const learnerId = (number !== undefined ? found.byNumber.get(number) : found.byCard.get(hashToken(card ?? ''))) ?? null;
    if (taken.has(seat) || (learnerId !== null && seated.has(learnerId))) continue;
    taken.add(seat);
    if (learnerId !== null) seated.add(learnerId);
    seats.push({ seat, learnerId, numberGiven: number ?? null });
  }
  return { kind: 'group', trainerId, seats };
}
