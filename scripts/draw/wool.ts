import { colour, type Part } from './frame.ts';

const DIRT = '#a9825a';
const YELLOW = '#e8cf7a';

/** A whole fleece lying spread, 340 × 170; `dirty` leaves brown edges on it. */
export const fleece = (dirty = false): Part =>
  `<path d="M-160 10A30 30 0 0 1 -150 -44A40 40 0 0 1 -90 -78A44 44 0 0 1 -10 -84A44 44 0 0 1 76 -80A40 40 0 0 1 146 -44A32 32 0 0 1 160 14A36 36 0 0 1 110 62A44 44 0 0 1 36 76A44 44 0 0 1 -50 78A44 44 0 0 1 -122 60A34 34 0 0 1 -160 10Z" fill="${colour.wool}"/><path d="M-90 -30q14 14 28 0M-20 -40q14 14 28 0M54 -30q14 14 28 0M-60 24q14 14 28 0M14 16q14 14 28 0M78 24q14 14 28 0" fill="none" stroke-width="4"/>${dirty ? dirtyTuft(-150, 0) + dirtyTuft(-84, 62) + dirtyTuft(132, 40) + dirtyTuft(60, -74) : ''}`;

/** A handful of dung wool at x, y. */
export const dirtyTuft = (x = 0, y = 0): Part =>
  `<path transform="translate(${x} ${y})" d="M-34 6A18 18 0 0 1 -26 -22A24 24 0 0 1 14 -26A20 20 0 0 1 36 0A20 20 0 0 1 10 24A26 26 0 0 1 -34 6Z" fill="${DIRT}"/>`;

/** A heap of wool on the ground, 220 × 120. */
export const woolHeap = (fill = colour.wool): Part =>
  `<path d="M-110 0A34 34 0 0 1 -84 -48A38 38 0 0 1 -36 -88A40 40 0 0 1 36 -92A38 38 0 0 1 84 -48A34 34 0 0 1 110 0Z" fill="${fill}"/><path d="M-60 -30q12 12 24 0M-10 -62q12 12 24 0M24 -24q12 12 24 0" fill="none" stroke-width="4"/>`;

export const greasyHeap = (): Part => woolHeap(DIRT);

/** A fleece rolled up, seen from its end, 120 × 110. */
export const roll = (inside = colour.wool): Part =>
  `<rect x="-20" y="-100" width="110" height="100" rx="40" fill="${colour.wool}"/><circle cx="-20" cy="-50" r="50" fill="${colour.wool}"/><path d="M-20 -20A30 30 0 1 1 10 -50A20 20 0 1 1 -28 -50" fill="none" stroke="${inside === colour.wool ? colour.line : inside}" stroke-width="${inside === colour.wool ? 5 : 14}"/>`;

type Tuft = { waves?: number; thick?: number; length?: number; fill?: string; thin?: boolean; broken?: boolean; dark?: boolean };

/** A staple of wool standing up, its middle at the origin, about 90 wide; `thin` narrows its middle, `broken` parts it. */
export function tuft({
  length = 200,
  fill = colour.wool,
  thin = false,
  broken = false,
  dark = false,
  waves = 6,
  thick = 5,
}: Tuft = {}): Part {
  const h = length / 2;
  const waist = thin ? 12 : 44;
  const end = h + 26;
  const whole = `<path d="M-44 ${-h}Q0 ${-end} 44 ${-h}Q48 ${-h / 2} ${waist} 0Q48 ${h / 2} 44 ${h}Q0 ${end} -44 ${h}Q-48 ${h / 2} ${-waist} 0Q-48 ${-h / 2} -44 ${-h}Z" fill="${fill}"/>`;
  const torn = `<path d="M-44 ${-h}Q0 ${-end} 44 ${-h}L46 -24L30 -44L16 -16L0 -42L-16 -18L-30 -42L-46 -22Z" fill="${fill}"/><path d="M-44 ${h}Q0 ${end} 44 ${h}L46 24L30 40L14 18L-2 42L-18 20L-32 44L-46 26Z" fill="${fill}"/><path d="M-20 ${-h + 14}V-50M20 ${-h + 14}V-56M-20 ${h - 14}V52M20 ${h - 14}V50" fill="none" stroke-width="4"/>`;
  const step = (length - 40) / waves;
  const turns = Array.from({ length: waves }, (_, i) => `q${i % 2 ? -9 : 9} ${(step / 2).toFixed(1)} 0 ${step.toFixed(1)}`).join('');
  const strands = [-24, 0, 24].map((x) => `<path d="M${x} ${-h + 20}${turns}" fill="none" stroke-width="${thick}"/>`).join('');
  const pinch = `<path d="M-22 ${-h + 16}Q-8 -30 -4 0Q-8 30 -22 ${h - 16}M22 ${-h + 16}Q8 -30 4 0Q8 30 22 ${h - 16}" fill="none" stroke-width="4"/>`;
  const black = `<path d="M-30 ${-h + 6}Q10 -20 -20 ${h - 10}M14 ${-h}Q-14 10 30 ${h - 6}" fill="none" stroke="#1d1712" stroke-width="9"/>`;
  if (broken) return torn;
  return `${whole}${thin ? pinch : strands}${dark ? black : ''}`;
}

export const yellowTuft = (): Part => tuft({ fill: YELLOW });

/** One fibre as a lens shows it: thick and straight, or thin and waved; 240 high. */
export const fibre = (width: number, waved: boolean): Part => {
  const d = waved ? 'M0 -140q26 24 0 46q-26 24 0 46q26 24 0 46q-26 24 0 46q26 24 0 46q-26 24 0 46' : 'M0 -140Q14 0 0 140';
  return `<path d="${d}" fill="none" stroke="${colour.line}" stroke-width="${width + 10}"/><path d="${d}" fill="none" stroke="${colour.wool}" stroke-width="${width}"/>`;
};

/** A round basket, 130 × 100. */
export const basket = (inside = colour.wool): Part =>
  `<path d="M-58 -70A20 20 0 0 1 -30 -96A26 26 0 0 1 20 -100A24 24 0 0 1 58 -70Z" fill="${inside}"/><path d="M-66 -74H66L50 0H-50Z" fill="${colour.wood}"/><path d="M-60 -50H60M-56 -26H56" fill="none" stroke-width="4"/>`;

export const emptyBasket = (): Part =>
  `<ellipse cy="-74" rx="66" ry="16" fill="#8a5a2c"/><path d="M-66 -74Q0 -50 66 -74L50 0H-50Z" fill="${colour.wood}"/><path d="M-60 -44Q0 -28 60 -44M-56 -20Q0 -8 56 -20" fill="none" stroke-width="4"/>`;

/** A wool pack, 190 × 220, with wool at its open top; `woven` is a torn plastic sack that sheds threads. */
export function pack({
  woven = false,
  label = false,
  inside = colour.wool,
}: {
  woven?: boolean;
  label?: boolean;
  inside?: string;
} = {}): Part {
  const cloth = woven ? '#d8dfe2' : '#e8d39c';
  const weave = woven
    ? '<path d="M-80 -140L-20 -40M-40 -150L40 -30M10 -150L80 -50M80 -140L20 -30M40 -150L-50 -20M-10 -150L-80 -50" stroke="#9fb0b8" stroke-width="4"/>'
    : '';
  const threads = woven
    ? '<path d="M-60 -160q-30 -40 -10 -70M-20 -164q10 -40 -14 -76M30 -162q30 -30 10 -70M70 -150q40 -10 40 -50M84 -100q40 10 50 40M-84 -80q-40 10 -40 50" fill="none" stroke="#5b8aa6" stroke-width="5"/><path d="M20 -60l34 20-10 30-30 -14Z" fill="#fffaf0"/>'
    : '';
  const tag = label
    ? `<path d="M20 -150Q50 -140 56 -120" fill="none" stroke-width="4"/><rect x="20" y="-122" width="76" height="62" rx="5" fill="${colour.wool}"/><path d="M32 -104H84M32 -90H84M32 -76H66" stroke-width="4"/>`
    : '';
  return `<path d="M-78 -150A28 28 0 0 1 -50 -190A36 36 0 0 1 20 -200A34 34 0 0 1 76 -150Z" fill="${inside}"/><path d="M-90 -154H90L84 0H-84Z" fill="${cloth}"/>${weave}${threads}${tag}`;
}

/** A small tied bag of sample wool, 90 × 110; `sealed` with a red seal. */
export const sampleBag = (sealed = false): Part =>
  `<path d="M-40 0Q-54 -50 -26 -74H26Q54 -50 40 0Q0 10 -40 0Z" fill="${colour.sky}"/><path d="M-28 -10A16 16 0 0 1 -24 -40A18 18 0 0 1 10 -48A16 16 0 0 1 28 -20A14 14 0 0 1 14 -6Z" fill="${colour.wool}" stroke-width="4"/><path d="M-26 -74Q-34 -104 -20 -104Q0 -94 20 -104Q34 -104 26 -74Z" fill="${colour.sky}"/><path d="M-26 -74H26" stroke="${colour.red}" stroke-width="9"/>${sealed ? `<rect x="-16" y="-88" width="32" height="26" fill="${colour.red}"/>` : ''}`;

/** A slatted wool table seen from the front, 520 × 190. */
export const slattedTable = (): Part =>
  `<path d="M-230 -150L-240 0M230 -150L240 0" stroke-width="18"/><path d="M-260 -170H260V-144H-260Z" fill="${colour.wood}"/><path d="M-210 -170V-144M-150 -170V-144M-90 -170V-144M-30 -170V-144M30 -170V-144M90 -170V-144M150 -170V-144M210 -170V-144" stroke-width="5"/>`;

export const crumbs = (x: number, y: number, wide = 300): Part =>
  Array.from(
    { length: 14 },
    (_, i) => `<circle cx="${x - wide / 2 + ((i * 97) % wide)}" cy="${y + ((i * 41) % 90)}" r="5" fill="${DIRT}" stroke="none"/>`,
  ).join('');

/** Short bits of wool scattered over 200 × 60. */
export const shortBits = (): Part =>
  'M-96 -8M-60 -44M-40 0M-14 -30M14 -56M20 -6M50 -36M76 -4M90 -50'
    .split('M')
    .filter(Boolean)
    .map(
      (place) =>
        `<path d="M${place}q8 -12 18 -2" fill="none" stroke="${colour.line}" stroke-width="14"/><path d="M${place}q8 -12 18 -2" fill="none" stroke="${colour.wool}" stroke-width="7"/>`,
    )
    .join('');

/** A broom leaning, 90 × 260. */
export const broom = (): Part =>
  `<path d="M0 -90L40 -270" stroke-width="12"/><path d="M-20 -100H20L44 0H-44Z" fill="${colour.sun}"/><path d="M-24 -10L-8 -90M0 -10V-90M24 -10L8 -90M-22 -82H22" stroke-width="4"/>`;

/** A sheep just shorn, facing right, 250 × 170. */
export function shorn({ cold = false }: { cold?: boolean } = {}): Part {
  const leg = (x: number) => `<rect x="${x}" y="-64" width="16" height="64" rx="6" fill="${colour.face}"/>`;
  const shiver = cold
    ? '<path d="M-120 -130q-14 16 0 32M-138 -126q-14 16 0 32M-30 -168q16 -14 32 0M-26 -184q16 -14 32 0" fill="none" stroke="#4f86a8"/>'
    : '';
  const head = `<g${cold ? ' transform="translate(16 62) rotate(34 80 -110)"' : ''}><path d="M74 -128C66 -160 104 -172 124 -152L150 -122C160 -108 148 -94 132 -96L104 -96C86 -98 78 -110 74 -128Z" fill="${colour.face}"/><path d="M84 -144C62 -150 52 -138 54 -126C68 -120 80 -126 88 -134Z" fill="${colour.face}"/>${cold ? '<path d="M110 -132q8 6 16 0" fill="none" stroke-width="5"/>' : `<circle cx="118" cy="-132" r="6" fill="${colour.line}" stroke="none"/>`}<path d="M150 -116l-6 4M146 -102q-12 ${cold ? -6 : 4} -20 -2" fill="none" stroke-width="4"/></g>`;
  return `${shiver}${leg(-62)}${leg(-38)}${leg(30)}${leg(54)}<path d="M-84 -100Q-80 -130 -40 -128H40Q66 -130 ${cold ? '88 -116' : '92 -140'}L96 -96Q80 -70 50 -62Q0 -50 -50 -62Q-84 -66 -84 -100Z" fill="#f3ddc9"/><path d="M-84 -106Q-100 -100 -94 -80" fill="none"/><path d="M-54 -112q8 20 0 38M-24 -114q8 20 0 42M6 -114q8 20 0 42M36 -116q8 20 0 42" fill="none" stroke="#d3b196" stroke-width="4"/>${head}`;
}

/** An apron under the belly, added to a sheep drawn at the same place. */
export const apron = (): Part =>
  `<path d="M-44 -74H44L34 -22H-34Z" fill="${colour.plum}"/><path d="M-44 -74L-50 -136M44 -74L50 -136" stroke="${colour.plum}" stroke-width="9"/>`;

/** A paint mark on the rump, added to a sheep drawn at the same place. */
export const mark = (): Part => `<circle cx="-52" cy="-106" r="22" fill="${colour.red}" stroke="none"/>`;

/** Dung on the rump, added to a sheep drawn at the same place. */
export const dirtyRump = (): Part => `<g transform="translate(-88 -78)">${dirtyTuft()}</g>`;

/** A tube with its grip, as inseminators use, pointing right, 240 wide. */
export const tube = (): Part =>
  `<rect x="-120" y="-18" width="80" height="36" rx="6" fill="${colour.sky}"/><path d="M-120 0H-146M-146 -18V18" /><path d="M-40 0H120" stroke="${colour.line}" stroke-width="16"/><path d="M-40 0H118" stroke="${colour.steel}" stroke-width="7"/>`;
