import { drop, seedling } from '../fields.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { hand } from '../people.ts';
import { ploughedField } from '../places.ts';
import { sack } from '../tools.ts';
import { bowl } from '../yard.ts';

type Seed = 'dry' | 'good' | 'root' | 'rotten';

/** A seed, its middle at the origin: dry 30 wide; sprouted with root and shoot 60 × 110; root only; rotten and mouldy. */
function seed(state: Seed = 'dry'): Part {
  const root = `<path d="M4 10Q20 34 4 60" fill="none" stroke-width="13"/><path d="M4 10Q20 34 4 60" fill="none" stroke="${colour.wool}" stroke-width="6"/>`;
  const shoot = `<path d="M-4 -10Q-14 -40 2 -66" fill="none" stroke-width="13"/><path d="M-4 -10Q-14 -40 2 -66" fill="none" stroke="${colour.mint}" stroke-width="6"/><path d="M2 -66Q-22 -74 -24 -94Q0 -96 2 -66ZM2 -66Q26 -70 30 -90Q6 -94 2 -66Z" fill="${colour.green}" stroke-width="4"/>`;
  const body = `<ellipse rx="19" ry="15" fill="${state === 'rotten' ? '#5a4632' : colour.sun}"/>`;
  const mould = `<path d="M-18 -10l-12 -12M0 -15v-18M16 -10l12 -12M-20 4l-14 4M20 4l14 4" stroke="#8f9aa0" stroke-width="6"/>`;
  if (state === 'good') return `${root}${shoot}${body}`;
  if (state === 'root') return `${root}${body}`;
  if (state === 'rotten') return `${body}${mould}`;
  return body;
}

const rows = (xs: number[], ys: number[], size: number, state: Seed): Part =>
  ys.flatMap((y) => xs.map((x) => at(x, y, size, seed(state)))).join('');

const cloth = (): Part =>
  `<path d="M110 190H690L760 450H40Z" fill="${colour.wool}"/><path d="M126 206L60 436M674 206L740 436" stroke="${colour.sky}"/>`;

/** A damp rolled towel lying, 380 × 120. */
const roll = (): Part =>
  `<rect x="-190" y="-60" width="360" height="120" rx="50" fill="${colour.sky}"/><path d="M-130 -60V60M110 -60V60" stroke="${colour.red}" stroke-width="9"/><ellipse cx="160" rx="34" ry="60" fill="${colour.wool}"/><path d="M160 -34Q184 -20 180 8Q160 30 148 4Q150 -16 164 -8" fill="none" stroke-width="5"/>`;

const open = (x: number, inside: Part): Part =>
  at(x, 470, 1, `${at(0, 0, 1.35, sack())}<ellipse cy="-164" rx="62" ry="20" fill="${colour.sun}"/>${inside}`);

const stand = (xs: number[], missing: number[]): Part =>
  [330, 400, 470]
    .flatMap((y, row) =>
      xs.map((x, i) =>
        missing.includes(row * xs.length + i)
          ? `<path d="M${x} ${y - 6}h.1" stroke="${colour.line}" stroke-width="12"/>`
          : at(x, y, 0.9, seedling()),
      ),
    )
    .join('');

/** Test your seed. */
export const seedScenes: Record<string, string> = {
  'test-your-seed/cover.svg': scene(
    'cover',
    background('room', 150),
    cloth(),
    rows([170, 290, 410, 530, 650], [290, 400], 0.8, 'good'),
    `<path d="M110 190H690Q640 90 420 70Q220 80 110 190Z" fill="${colour.sky}"/><path d="M180 156Q300 110 420 108" fill="none" stroke="${colour.wool}"/>`,
    at(640, 110, 1.3, hand({ sleeve: colour.red }), { flip: true }),
  ),
  'test-your-seed/fair-sample.svg': scene(
    'fair-sample',
    background('room', 300),
    open(110, ''),
    open(270, ''),
    open(430, ''),
    [110, 270, 430]
      .map((x) =>
        [306, 376, 440]
          .map((y) => `<circle cx="${x}" cy="${y}" r="24" fill="#6f5b45"/>${at(x - 6, y + 4, 0.5, seed())}${at(x + 7, y - 5, 0.5, seed())}`)
          .join(''),
      )
      .join(''),
    arrow(480, 300, 570, 350, colour.green),
    arrow(480, 390, 560, 400, colour.green),
    at(660, 480, 1.7, bowl()),
    rows([620, 660, 700], [396], 0.8, 'dry'),
    tick(),
  ),
  'test-your-seed/picked.svg': scene(
    'picked',
    background('room', 300),
    at(240, 480, 2, sack()),
    `<ellipse cx="240" cy="236" rx="96" ry="30" fill="${colour.sun}"/>`,
    rows([176, 212, 270, 310], [238], 0.5, 'dry'),
    at(470, 150, 1.35, hand({ sleeve: colour.red }), { flip: true }),
    at(372, 160, 1.7, seed('dry')),
    at(600, 480, 1.9, bowl()),
    rows([556, 604, 652], [386], 1.3, 'dry'),
    cross(),
  ),
  'test-your-seed/lay.svg': scene(
    'lay',
    background('room', 150),
    cloth(),
    rows([190, 290, 390, 490], [256, 318], 0.9, 'dry'),
    rows([170, 280], [384], 0.9, 'dry'),
    at(510, 330, 1.4, hand(), { flip: true }),
    at(390, 384, 0.9, seed('dry')),
    at(120, 160, 1.3, bowl()),
    at(120, 60, 0.7, drop()),
  ),
  'test-your-seed/damp.svg': scene(
    'damp',
    background('room', 330),
    at(400, 380, 1.5, roll()),
    at(280, 190, 0.95, seed('good')),
    at(400, 190, 0.95, seed('good')),
    at(520, 190, 0.95, seed('good')),
    tick(),
  ),
  'test-your-seed/drowned.svg': scene(
    'drowned',
    background('room', 330),
    '<path d="M110 280H690L620 480H180Z" fill="#c9d3d8"/><ellipse cx="400" cy="280" rx="290" ry="70" fill="#7fb4cf"/>',
    [230, 330, 440, 560].map((x, i) => at(x, 276 + (i % 2) * 22, 1.3, seed('rotten'))).join(''),
    at(120, 180, 0.9, drop()),
    at(690, 190, 0.9, drop()),
    cross(),
  ),
  'test-your-seed/good-bad.svg': scene(
    'good-bad',
    background('plain'),
    `<path d="M0 250H800V500H0Z" fill="#e6d3ba" stroke="none"/><path d="M0 250H800"/>`,
    [110, 270, 430, 590].map((x, i) => at(x, 146, i === 2 ? 1 : 1.2, seed('good'))).join(''),
    tick(726, 120),
    at(120, 346, 1.4, seed('root')),
    at(290, 376, 1.5, seed('rotten')),
    at(450, 346, 1.4, seed('root')),
    at(600, 376, 1.5, seed('dry')),
    cross(726, 376),
  ),
  'test-your-seed/sow-by-it.svg': scene(
    'sow-by-it',
    panels(
      background('field', 270) + ploughedField(270) + stand([250, 325, 400, 475, 550], []) + at(400, 236, 0.95, sack()),
      background('field', 270) + ploughedField(270) + stand([250, 325, 400, 475, 550], [1, 8, 12]) + at(400, 236, 1.4, sack()),
    ),
  ),
};
