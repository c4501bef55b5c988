import { at, colour, type Part } from './frame.ts';

export const WATER = '#4f86a8';
export const WET = '#8c6b4a';

type Crop = 'well' | 'yellow' | 'bent';

/** A maize plant, standing, 150 × 210. */
export function maize(state: Crop = 'well'): Part {
  const fill = state === 'yellow' ? '#d8b64a' : colour.green;
  const leaf = (y: number, reach: number) => `M0 ${y}Q${reach * 0.6} ${y - 70} ${reach} ${y - 30}Q${reach * 0.6} ${y - 34} 0 ${y + 16}Z`;
  const leaves = [leaf(-40, 74), leaf(-64, -74), leaf(-96, 60), leaf(-120, -60), leaf(-150, 34)].join('');
  const plant = `<path d="M0 0V-176" stroke-width="16"/><path d="M0 0V-176" stroke="${fill}" stroke-width="7"/><path d="${leaves}" fill="${fill}"/><path d="M0 -176l-14 -28M0 -176v-34M0 -176l14 -28" stroke="${colour.sun}" stroke-width="8"/>`;
  return state === 'bent' ? `<g transform="rotate(62)">${plant}</g>` : plant;
}

/** A seedling with two leaves, standing, 70 × 70; straight or blown over. */
export const seedling = (state: Crop = 'well'): Part =>
  `<g transform="rotate(${state === 'bent' ? 66 : 0})"><path d="M0 0V-46" stroke-width="9"/><path d="M0 -40Q-36 -34 -38 -66Q-8 -70 0 -40ZM0 -40Q36 -34 38 -66Q8 -70 0 -40Z" fill="${state === 'yellow' ? '#d8b64a' : colour.green}"/></g>`;

/** A drop of water, its middle at the origin, 30 × 56. */
export const drop = (fill = WATER): Part => `<path d="M0 -28Q-20 8 -14 18Q0 32 14 18Q20 8 0 -28Z" fill="${fill}" stroke-width="4"/>`;

type Tree = 'well' | 'young' | 'dry-top' | 'gnawed' | 'sturdy';

/** A tree on the origin: a poplar 300 high, a young one 150, a sturdy one 190 with a round crown. */
export function tree(state: Tree = 'well'): Part {
  if (state === 'young') {
    return `<path d="M0 0V-90" stroke-width="14"/><path d="M0 0V-90" stroke="${colour.wood}" stroke-width="6"/><path d="M0 -150Q-44 -110 -34 -72Q0 -54 34 -72Q44 -110 0 -150Z" fill="${colour.green}"/>`;
  }
  if (state === 'gnawed') {
    return `<path d="M0 0V-96" stroke-width="16"/><path d="M0 0V-96" stroke="${colour.wood}" stroke-width="8"/><path d="M0 -30V-66" stroke="${colour.face}" stroke-width="9"/><path d="M-12 -94L-4 -116L2 -98L12 -112L10 -92Z" fill="${colour.face}"/><path d="M0 -80L34 -104" stroke-width="6"/>`;
  }
  if (state === 'sturdy') {
    return `<path d="M0 0Q-40 30 -60 90M0 0V110M0 0Q40 30 60 90" fill="none" stroke-width="9"/><path d="M-16 0L-12 -80H12L16 0Z" fill="${colour.wood}"/><path d="M-90 -90A50 50 0 0 1 -64 -150A66 66 0 0 1 60 -154A50 50 0 0 1 90 -90Q0 -50 -90 -90Z" fill="${colour.green}"/>`;
  }
  const top =
    state === 'dry-top'
      ? `<path d="M0 -170V-310M0 -230L-34 -272M0 -250L34 -294M0 -200L40 -236" fill="none" stroke="#8f8272" stroke-width="9"/><path d="M0 -190Q-62 -150 -46 -76Q0 -50 46 -76Q62 -150 0 -190Z" fill="#a9a45a"/>`
      : `<path d="M0 -310Q-70 -210 -48 -86Q0 -56 48 -86Q70 -210 0 -310Z" fill="${colour.green}"/><path d="M-14 -200q14 12 26 0M-20 -140q18 14 36 0" fill="none" stroke="${colour.mint}"/>`;
  return `<path d="M-12 0L-9 -90H9L12 0Z" fill="${colour.wood}"/>${top}`;
}

/** Wind as two curls with arrowheads, from the origin `length` to the right. */
export const wind = (length = 160): Part =>
  [0, 40]
    .map(
      (y) =>
        `<path d="M${y / 2} ${y}q26 -20 52 0t52 0H${length - 30}" fill="none" stroke="#7fa3b8" stroke-width="10"/><path d="M${length - 34} ${y - 18}L${length} ${y}L${length - 34} ${y + 18}Z" fill="#7fa3b8" stroke="none"/>`,
    )
    .join('');

/** A round well with a roof over it, standing, 170 × 230. */
export const well = (): Part =>
  `<path d="M-66 -60V-170M66 -60V-170" stroke-width="14"/><path d="M-96 -160L0 -226L96 -160Z" fill="${colour.slate}"/><path d="M0 -160V-100" stroke-width="5"/><path d="M-18 -104H18L13 -76H-13Z" fill="${colour.steel}"/><path d="M-80 -66V0H80V-66Z" fill="${colour.steel}"/><path d="M-80 -34H80M-40 -66V-34M30 -66V-34M-10 -34V0M50 -34V0" stroke-width="4"/><ellipse cy="-66" rx="80" ry="16" fill="#6d9bb5"/>`;

/** A sprayer carried on the back with its lance; goes in front of a person of size 1 who points. */
export const sprayer = (): Part =>
  `<rect x="-92" y="-222" width="60" height="104" rx="14" fill="${colour.sun}"/><rect x="-78" y="-238" width="30" height="18" rx="5" fill="${colour.slate}"/><path d="M-62 -118Q-20 -90 60 -150Q90 -176 114 -184" fill="none" stroke-width="8"/><path d="M114 -184L206 -158" stroke-width="10"/>`;

/** Fine mist that falls from its origin to the right, 130 × 130. */
export const mist = (): Part =>
  `<path d="${Array.from({ length: 16 }, (_, i) => `M${14 + (i % 4) * 26 + (i > 7 ? 10 : 0)} ${6 + Math.floor(i / 4) * 26 + (i % 4) * 9}h.1`).join('')}" stroke="#8f7fb0" stroke-width="9"/>`;

/** A notice on a post, standing, 150 × 190, with something drawn on it. */
export const notice = (inside: Part): Part =>
  `<path d="M0 0V-70" stroke-width="14"/><rect x="-80" y="-190" width="160" height="124" rx="8" fill="${colour.wool}"/>${inside}`;

/** Wire fencing on posts, `width` wide, 120 high, standing. */
export function wire(width: number): Part {
  const posts = Array.from(
    { length: Math.floor(width / 110) + 1 },
    (_, i) => `<rect x="${-width / 2 + i * 110 - 7}" y="-120" width="14" height="120" rx="4" fill="${colour.wood}"/>`,
  ).join('');
  return `<path d="M${-width / 2} -102H${width / 2}M${-width / 2} -70H${width / 2}M${-width / 2} -38H${width / 2}" stroke-width="4"/>${posts}`;
}

/** Grass in tufts, `width` wide, standing; tall or short. */
export function grass(width: number, height = 50): Part {
  const blades = Array.from({ length: Math.floor(width / 18) }, (_, i) => {
    const x = -width / 2 + i * 18 + 6;
    const up = height * (0.75 + ((i * 7) % 5) / 12);
    return `M${x} 0Q${x - 3} ${(-up / 2).toFixed(1)} ${x - 8 + ((i * 5) % 17)} ${(-up).toFixed(1)}`;
  }).join('');
  return `<path d="${blades}" fill="none" stroke="${colour.green}" stroke-width="9"/>`;
}

/** Soil cut open below y, sky above; straight into a scene. */
export const cutSoil = (y = 240): Part =>
  `<path d="M0 0H800V${y}H0Z" fill="${colour.sky}" stroke="none"/><path d="M0 ${y}H800V500H0Z" fill="${colour.soil}"/><path d="M0 ${y + 130}H800V500H0Z" fill="#c79f6c" stroke="none"/>`;

/** A field seen from above and aside; straight into a scene. */
export const fieldFromAbove = (): Part =>
  `<path d="M0 0H800V500H0Z" fill="${colour.grass}" stroke="none"/><path d="M210 70H620L760 460H60Z" fill="${colour.soil}"/><path d="M186 134H643M162 198H666M138 264H690M110 330H713M84 396H738" fill="none" stroke="#c79f6c"/>`;

/** A hole that soil was taken from, 50 × 24. */
export const pit = (): Part => `<ellipse rx="25" ry="12" fill="#6f5b45" stroke-width="5"/>`;

/** A bundle of crops in a basket, standing, 150 × 130. */
export const harvest = (): Part =>
  `${at(-30, -70, 1, `<circle r="34" fill="${colour.mint}"/><path d="M0 30V-20M0 8l-18 -16M0 8l18 -16" stroke-width="4"/>`)}${at(32, -72, 1, `<circle r="34" fill="${colour.mint}"/><path d="M0 30V-20M0 8l-18 -16M0 8l18 -16" stroke-width="4"/>`)}<path d="M-70 -66H70L52 0H-52Z" fill="#d8bd84"/><path d="M-64 -42H64M-58 -20H58M-30 -66L-24 0M0 -66V0M30 -66L24 0" stroke-width="4"/>`;
