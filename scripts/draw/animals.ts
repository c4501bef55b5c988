import { at, colour, type Part } from './frame.ts';

type Sheep = { kind?: 'ewe' | 'in-lamb' | 'ram' | 'lamb' | 'dorper' | 'fine-wool'; mood?: 'well' | 'sick' | 'open-mouth' };

const FLEECE =
  'M88 -92A15 15 0 0 1 76.2 -68A20.5 20.5 0 0 1 44 -50.4A24.9 24.9 0 0 1 0 -44A24.9 24.9 0 0 1 -44 -50.4A20.5 20.5 0 0 1 -76.2 -68A15 15 0 0 1 -88 -92A15 15 0 0 1 -76.2 -116A20.5 20.5 0 0 1 -44 -133.6A24.9 24.9 0 0 1 0 -140A24.9 24.9 0 0 1 44 -133.6A20.5 20.5 0 0 1 76.2 -116A15 15 0 0 1 88 -92Z';
const TUFT =
  'M116 -158A6.8 6.8 0 0 1 109 -148.1A9.8 9.8 0 0 1 92 -144A9.8 9.8 0 0 1 75 -148.1A6.8 6.8 0 0 1 68 -158A6.8 6.8 0 0 1 75 -167.9A9.8 9.8 0 0 1 92 -172A9.8 9.8 0 0 1 109 -167.9A6.8 6.8 0 0 1 116 -158Z';

/** A sheep from the side, facing right, about 260 × 175. A lamb is 150 × 120. */
export function sheep({ kind = 'ewe', mood = 'well' }: Sheep = {}): Part {
  const face = kind === 'dorper' ? '#4a4038' : colour.face;
  const lamb = kind === 'lamb';
  const leg = (x: number) =>
    `<rect x="${x}" y="${lamb ? -72 : -60}" width="18" height="${lamb ? 72 : 60}" rx="6" fill="${kind === 'dorper' ? colour.wool : face}"/>`;
  const fleece =
    kind === 'dorper'
      ? `<rect x="-90" y="-140" width="184" height="98" rx="46" fill="${colour.wool}"/>`
      : `<path d="${FLEECE}" fill="${colour.wool}"/>`;
  const belly =
    kind === 'in-lamb'
      ? `<path d="M-66 -62Q-50 -18 0 -20Q50 -18 66 -62" fill="${colour.wool}"/><path d="M-56 -70H56V-54H-56Z" fill="${colour.wool}" stroke="none"/>`
      : '';
  const marks =
    kind === 'fine-wool'
      ? 'M70 -70q-22 -18 -8 -48M46 -58q-22 -26 -8 -68M14 -62q-12 -22 0 -54M-22 -62q-12 -22 0 -54M-56 -68q-10 -18 0 -44'
      : kind === 'dorper'
        ? ''
        : 'M-46 -96q10 12 20 0M-4 -74q10 12 20 0M8 -112q10 12 20 0';
  const horn =
    kind === 'ram'
      ? `<path d="M88 -158C50 -172 34 -124 66 -112C88 -106 94 -130 78 -134" fill="none" stroke="${colour.line}" stroke-width="22"/><path d="M88 -158C50 -172 34 -124 66 -112C88 -106 94 -130 78 -134" fill="none" stroke="#d8bd84" stroke-width="12"/>`
      : '';
  const tuft = kind === 'dorper' ? '' : `<path d="${TUFT}" fill="${colour.wool}"/>`;
  const eye =
    mood === 'sick'
      ? '<path d="M110 -132q8 6 16 0" fill="none" stroke-width="5"/>'
      : `<circle cx="118" cy="-132" r="6" fill="${kind === 'dorper' ? colour.wool : colour.line}" stroke="none"/>`;
  const mouth =
    mood === 'open-mouth'
      ? `<path d="M152 -110L120 -112L146 -90Q156 -96 152 -110Z" fill="#d98c84" stroke-width="4"/>`
      : `<path d="M150 -116l-6 4M146 -102q-12 ${mood === 'sick' ? -6 : 4} -20 -2" fill="none" stroke-width="4"/>`;
  const pose =
    mood === 'sick' ? ' transform="translate(16 62) rotate(34 80 -110)"' : lamb ? ' transform="translate(-34 26) scale(1.2)"' : '';
  const head = `<g${pose}><path d="M74 -128C66 -160 104 -172 124 -152L150 -122C160 -108 148 -94 132 -96L104 -96C86 -98 78 -110 74 -128Z" fill="${face}"/><path d="M84 -144C62 -150 52 -138 54 -126C68 -120 80 -126 88 -134Z" fill="${face}"/>${tuft}${horn}${eye}${mouth}</g>`;
  const tail = `<ellipse cx="-98" cy="${mood === 'sick' ? -82 : -92}" rx="${kind === 'dorper' ? 8 : 14}" ry="20" fill="${colour.wool}"/>`;
  const body = `${leg(-71)}${leg(-45)}${leg(29)}${leg(55)}${tail}${fleece}${belly}<path d="${marks}" fill="none" stroke-width="4"/>${head}`;
  return lamb ? `<g transform="scale(0.6)" stroke-width="9">${body}</g>` : body;
}

/** A silkworm, facing right, its middle at the origin, 170 × 60; or one that is poisoned and curls up, 100 × 90. */
export function silkworm(isWell = true): Part {
  if (!isWell) {
    const curl = 'M44 -24Q36 -52 0 -50Q-46 -44 -44 0Q-40 44 4 40Q40 34 38 8';
    return `<path d="${curl}" fill="none" stroke-width="40"/><path d="${curl}" fill="none" stroke="#d8cfa8" stroke-width="28"/><path d="${curl}" fill="none" stroke="#8f8560" stroke-width="26" stroke-linecap="butt" stroke-dasharray="4 20"/><path d="M34 2l10 10M44 2l-10 10" stroke-width="4"/>`;
  }
  const segments = [-64, -38, -12, 14, 40].map((x) => `<ellipse cx="${x}" cy="0" rx="22" ry="24" fill="${colour.wool}"/>`).join('');
  const feet = [-64, -38, -12, 14, 40].map((x) => `<path d="M${x} 20v10"/>`).join('');
  return `${feet}${segments}<circle cx="68" cy="-8" r="22" fill="${colour.wool}"/><circle cx="76" cy="-12" r="4" fill="${colour.line}" stroke="none"/><path d="M78 2q6 2 8 -2" fill="none" stroke-width="4"/><path d="M-80 -14l-12 -14" />`;
}

/** A silkworm that eats its way along a leaf, 240 wide. */
export const silkwormOnLeaf = (): Part =>
  `<path d="M-120 34Q-70 -56 30 -46Q70 -42 92 -20Q70 -14 76 4Q92 8 112 14Q80 74 0 70Q-70 70 -120 34Z" fill="${colour.green}"/><path d="M-120 34Q-20 24 76 4M-60 26l-26 -30M-60 26l-10 34M0 18l-20 -46M0 18l-2 44" fill="none" stroke="${colour.mint}" stroke-width="5"/>${at(-10, -6, 1, silkworm())}`;
