import { colour, type Part } from '../frame.ts';

const FROZEN = '#6f5b45';

/** One mulberry leaf, toothed and veined, its stalk at the origin, pointing up, 80 × 110. */
export const leaf = (fill = colour.green): Part =>
  `<path d="M0 0V-18" /><path d="M0 -12Q-30 -4 -38 -34Q-46 -62 -24 -84L0 -112L24 -84Q46 -62 38 -34Q30 -4 0 -12Z" fill="${fill}"/><path d="M0 -14V-92M0 -36L-22 -54M0 -36L22 -54M0 -60L-14 -74M0 -60L14 -74" fill="none" stroke="${colour.mint}" stroke-width="4"/>`;

/** A leaf at x, y, turned and sized. */
export const leafAt = (x: number, y: number, turn: number, size = 1, fill = colour.green): Part =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${leaf(fill)}</g>`;

type Bush = 'well' | 'frozen' | 'yellow' | 'dry';

/** A young mulberry of three shoots with large leaves, standing, 200 × 230. */
export function bush(state: Bush = 'well'): Part {
  const fill = { well: colour.green, frozen: FROZEN, yellow: '#d8b64a', dry: '#a9a45a' }[state];
  const hang = state === 'well' ? 0 : 70;
  const spots: [number, number, number][] = [
    [-62, -130, -50],
    [-40, -96, -90],
    [0, -150, 0],
    [-4, -112, -30],
    [6, -104, 34],
    [62, -130, 50],
    [42, -96, 90],
  ];
  const leaves = spots.map(([x, y, turn]) => leafAt(x, y, turn + Math.sign(turn || 1) * hang, 0.66, fill)).join('');
  return `<path d="M0 0V-150M0 -60Q-40 -90 -62 -136M0 -60Q40 -90 62 -136" fill="none" stroke-width="20"/><path d="M0 0V-150M0 -60Q-40 -90 -62 -136M0 -60Q40 -90 62 -136" fill="none" stroke="${colour.wood}" stroke-width="10"/>${leaves}`;
}

/** Cold air that flows along the ground: a curl with an arrowhead, from the origin 130 to the right. */
export const coldAir = (): Part =>
  '<path d="M0 0Q20 -26 44 -6Q66 14 92 -4H104" fill="none" stroke="#4f86a8" stroke-width="12"/><path d="M100 -26L134 -4L100 18Z" fill="#4f86a8" stroke="none"/>';

/** A pool of cold air, 260 wide: what does not flow off. */
export const coldPool = (width = 260): Part =>
  `<path d="M${-width / 2} 0Q${-width / 3} -70 0 -62Q${width / 3} -74 ${width / 2} 0Z" fill="#a9c8da" stroke="#4f86a8"/><path d="M${-width / 4} -20h40M0 -30h40" stroke="#4f86a8"/>`;

/** A round basket of leaves, standing, 150 × 130. */
export const basket = (): Part =>
  `${leafAt(-30, -70, -40, 0.6)}${leafAt(30, -70, 40, 0.6)}${leafAt(0, -66, 0, 0.6)}<path d="M-66 -76H66L50 0H-50Z" fill="#d8bd84"/><path d="M-62 -52H62M-56 -26H56M-30 -76L-24 0M0 -76V0M30 -76L24 0" stroke-width="4"/>`;

/** Leaves heaped on the origin, `count` of them. */
export const leaves = (count: number): Part =>
  Array.from({ length: count }, (_, i) => leafAt(((i * 37) % 150) - 75, -4 - ((i * 23) % 20), ((i * 47) % 140) - 70, 0.5)).join('');

/** A brick wall, standing, 130 × 150; with an arch at its foot that lets cold air through, or closed. */
export const wall = (isOpen: boolean): Part =>
  `<path d="M-65 -150H65V0H-65Z" fill="${colour.soil}"/><path d="M-65 -112H65M-65 -74H65M-65 -37H65M-20 -150V-112M30 -150V-112M-40 -112V-74M8 -112V-74M44 -112V-74M-20 -74V-37M30 -74V-37M-40 -37V0M8 -37V0M44 -37V0" stroke-width="4"/>${isOpen ? '<path d="M-44 0V-44Q0 -96 44 -44V0Z" fill="#46566a"/>' : ''}`;

/** A rumen that swells: goes behind a sheep at the same place. */
export const bloat = (): Part =>
  `<path d="M-92 -96Q-84 -196 -6 -192Q80 -190 82 -96Q60 -30 0 -34Q-76 -30 -92 -96Z" fill="${colour.wool}"/><path d="M-84 -190l-18 -18M-8 -214v-24M68 -188l18 -18" stroke="${colour.red}" stroke-width="9"/>`;

/** A low stump that has just been cut, standing, 60 × 90; flat and smooth, frozen dry, or split by a sickle. */
export function stump(state: 'smooth' | 'dry' | 'split' = 'smooth'): Part {
  const fill = state === 'dry' ? '#8f8272' : colour.wood;
  const top = {
    smooth: `<ellipse cx="0" cy="-84" rx="26" ry="10" fill="${colour.face}"/>`,
    dry: '<path d="M-8 -80L-2 -40L-12 -6M10 -78L6 -50" fill="none" stroke-width="4"/>',
    split: `<path d="M-26 -84L-10 -40L0 -96L10 -50L26 -84L40 -60L26 -30" fill="${colour.face}"/>`,
  }[state];
  return `<path d="M-32 0L-26 -84H26L32 0Z" fill="${fill}"/>${top}`;
}

/** A sickle, blade to the right, 180 wide, the grip at the origin. */
export const sickle = (): Part =>
  `<path d="M-70 0H10" stroke-width="24"/><path d="M-70 0H10" stroke="${colour.wood}" stroke-width="12"/><path d="M10 0Q30 -90 120 -84Q140 -60 130 -40Q110 -66 70 -50Q40 -36 30 8Z" fill="${colour.steel}"/>`;

/** What lies under a tree: soil cut open, water and roots, 360 × 200 below the origin. */
export function underground(isDeep: boolean): Part {
  const roots = isDeep
    ? 'M0 0V150M0 40Q-50 70 -70 140M0 40Q50 70 70 140M0 80Q-24 110 -30 160M0 80Q24 110 30 160'
    : 'M0 0V26M0 14Q-60 18 -130 34M0 14Q60 18 130 34M0 20Q-40 34 -70 40M0 20Q40 34 70 40';
  const wet = isDeep ? 'M-130 0Q-130 170 0 176Q130 170 130 0Z' : 'M-150 0Q-140 30 0 32Q140 30 150 0Z';
  return `<path d="${wet}" fill="#7f93a0" stroke="none"/><path d="${roots}" fill="none" stroke-width="16"/><path d="${roots}" fill="none" stroke="${colour.face}" stroke-width="7"/>`;
}

/** A round bamboo tray seen from above and aside, its middle at the origin, 420 × 190. */
export const tray = (isWet = false): Part =>
  `<ellipse rx="210" ry="95" fill="${colour.wood}"/><ellipse rx="190" ry="80" fill="${isWet ? '#a9b8b4' : '#e8d39c'}"/>`;

/** Dots of spray, of blight or of mould, at the given places. */
export const dots = (places: [number, number][], size: number, stroke: string): Part =>
  `<path d="${places.map(([x, y]) => `M${x} ${y}h.1`).join('')}" stroke="${stroke}" stroke-width="${size}"/>`;
