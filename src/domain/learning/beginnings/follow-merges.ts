import type { Beginning } from './beginning.ts';

/** The same beginning where an entry of the roster has been merged into another of the same person: whoever it names is the one that stayed. */
export function followMerges(beginning: Beginning, mergedInto: ReadonlyMap<string, string>): Beginning {
  const kept = (learnerId: string) => mergedInto.get(learnerId) ?? learnerId;
  if (beginning.kind === 'learner') return { ...beginning, learnerId: kept(beginning.learnerId) };
  if (beginning.kind !== 'group') return beginning;
  const seated = new Set<string>();
  const seats = beginning.seats.filter(({ learnerId }) => {
    if (learnerId === null) return true;
    const isSecondSeat = seated.has(kept(learnerId));
    seated.add(kept(learnerId));
    return !isSecondSeat;
  });
  return { ...beginning, seats: seats.map((seat) => ({ ...seat, learnerId: seat.learnerId && kept(seat.learnerId) })) };
}
