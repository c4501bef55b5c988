import type { Desk } from '../desk.ts';

/** A card that was just made is drawn within some frames. */
const FRAMES = 60;

/** Brings the trainer to the first words that a card with a new file still lacks; for a picture, to what it shows. */
export function askForWords(findCard: () => Element | null, desk: Desk, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const empty = [...(findCard()?.querySelectorAll<HTMLTextAreaElement>('textarea[data-prop]') ?? [])].filter(
      ({ value }) => value.trim() === '',
    );
    const isAlt = (field: HTMLTextAreaElement) => /alt$/i.test(field.dataset.prop ?? '');
    const wanted = empty.find(isAlt) ?? empty[0];
    if (!wanted) {
      if (findCard() === null && frames > 0) askForWords(findCard, desk, frames - 1);
      return;
    }
    wanted.scrollIntoView({ block: 'center' });
    wanted.focus({ preventScroll: true });
    if (isAlt(wanted)) desk.say(desk.words.media.describe);
  });
}
