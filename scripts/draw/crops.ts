import { at, colour, type Part } from './frame.ts';

type Crop = 'well' | 'new' | 'dry';

const WITHERED = '#a98a55';

/** A millet plant with its hanging ear, standing, 100 × 165; the new kind has a red ear, the dry one hangs. */
export function millet(state: Crop = 'well'): Part {
  if (state === 'dry')
    return `<path d="M0 0Q12 -50 -12 -86M2 -30Q30 -40 34 -8M0 -56Q-30 -58 -38 -22" fill="none" stroke="${WITHERED}" stroke-width="9"/><path d="M-12 -86Q-30 -96 -36 -70Q-30 -60 -24 -72Z" fill="${WITHERED}"/>`;
  const ear = state === 'new' ? '#c4673a' : colour.sun;
  return `<path d="M0 0Q4 -70 0 -122M0 -36Q-34 -72 -48 -36M1 -64Q36 -100 50 -62" fill="none" stroke="${colour.green}" stroke-width="10"/><path d="M-4 -116Q6 -166 40 -156Q58 -146 48 -106Q40 -92 30 -108Q30 -130 14 -122Q6 -110 -4 -116Z" fill="${ear}"/>`;
}

/** A sunflower, standing, 100 × 190. */
export function sunflower(state: Crop = 'well'): Part {
  const isDry = state === 'dry';
  const [green, yellow, hang] = isDry ? [WITHERED, '#b79a4e', 60] : [colour.green, colour.sun, 0];
  const petals = Array.from(
    { length: 10 },
    (_, i) => `<ellipse cx="0" cy="-30" rx="10" ry="18" transform="rotate(${i * 36})" fill="${yellow}" stroke-width="4"/>`,
  ).join('');
  const [x, y] = isDry ? [26, -104] : [0, -146];
  return `<path d="M0 0Q${isDry ? '-8 -90 24 -100' : '2 -80 0 -140'}M0 -50Q-36 -84 -50 -48M0 -74Q36 -104 48 -70" fill="none" stroke="${green}" stroke-width="10"/><g transform="translate(${x} ${y}) rotate(${hang})">${petals}<circle r="18" fill="#5a4632"/></g>`;
}

/** A maize plant with a cob, standing, 110 × 200. */
export const maize = (): Part =>
  `<path d="M0 0V-160M0 -40Q-40 -90 -56 -50M0 -80Q44 -130 58 -88M0 -120Q-36 -166 -50 -130" fill="none" stroke="${colour.green}" stroke-width="10"/><path d="M0 -160Q-16 -190 -20 -196M0 -160V-200M0 -160Q16 -190 20 -196" stroke="${colour.sun}"/><path d="M8 -70Q10 -112 30 -116Q42 -100 30 -66Q18 -58 8 -70Z" fill="${colour.sun}"/>`;

/** A plot of ground with plants in rows, its lower left corner at x, y. Put straight into a scene. */
export function plot(
  x: number,
  y: number,
  width: number,
  height: number,
  plant: Part,
  [columns, rows]: [number, number],
  size = 0.4,
): Part {
  const lean = width * 0.1;
  const ground = `<path d="M${x} ${y}L${x + lean} ${y - height}H${x + width - lean}L${x + width} ${y}Z" fill="${colour.soil}"/>`;
  const plants = Array.from({ length: rows }, (_, row) => {
    const depth = (row + 0.75) / rows;
    const inset = lean * (1 - depth);
    const each = (width - 2 * inset) / columns;
    return Array.from({ length: columns }, (__, column) =>
      at(Math.round(x + inset + each * (column + 0.5)), Math.round(y - height * (1 - depth)), size * (0.85 + 0.2 * depth), plant),
    ).join('');
  }).join('');
  return ground + plants;
}

/** A stake with a strip of cloth, standing, 120 high. */
export const stake = (cloth = colour.red): Part =>
  `<path d="M-7 0V-110L0 -122L7 -110V0Z" fill="${colour.wood}"/><path d="M7 -104L46 -94L7 -76Z" fill="${cloth}"/>`;

/** A heap of grain on the ground, 260 × 130. */
export const grainHeap = (fill = colour.sun): Part =>
  `<path d="M-130 0Q-70 -40 -30 -110Q0 -140 30 -110Q70 -40 130 0Z" fill="${fill}"/><path d="M-60 -28h.1M-20 -62h.1M20 -36h.1M0 -96h.1M60 -22h.1M-90 -10h.1M36 -74h.1M-14 -18h.1" stroke-width="9"/>`;
