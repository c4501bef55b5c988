import { sheep } from '../animals.ts';
import { harvest, mist, seedling, sprayer } from '../fields.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { beaker, bottle, bucket, sack } from '../tools.ts';
import { shop } from '../trades.ts';

/** A medicine bottle without a label, 160 × 350. */
const bare = (): Part =>
  `<path d="M-60 -270H60V-320H-60ZM-80 -240Q-80 -270 -50 -270H50Q80 -270 80 -240V0H-80Z" fill="${colour.steel}"/><path d="M-70 -120Q0 -136 70 -120V-8H-70Z" fill="${colour.plum}" stroke="none"/><rect x="-60" y="-344" width="120" height="40" rx="6" fill="${colour.slate}"/>`;

const seal = (): Part =>
  `<g stroke="${colour.red}" fill="none"><circle r="44" stroke-width="9"/><path d="M0 -26L8 -9L26 -7L13 6L16 25L0 16L-16 25L-13 6L-26 -7L-8 -9Z" fill="${colour.red}" stroke-width="3"/></g>`;

const bug = (): Part =>
  `${at(0, 52, 1.1, seedling())}<path d="M-22 -34l-16 -14M-26 -20h-20M22 -34l16 -14M26 -20h20M-22 -8l-14 12M22 -8l14 12" stroke-width="5"/><ellipse cy="-20" rx="28" ry="22" fill="${colour.red}"/><circle cy="-48" r="13" fill="${colour.line}"/>`;

const monthLeaf = (isDone: boolean): Part =>
  `<rect x="-44" y="-46" width="88" height="92" rx="8" fill="${colour.wool}"/><path d="M-44 -18V-38Q-44 -46 -36 -46H36Q44 -46 44 -38V-18Z" fill="${colour.green}"/><path d="M-22 -58v22M22 -58v22" stroke-width="7"/>${isDone ? `<path d="M-18 12l12 14l24 -30" fill="none" stroke="${colour.green}" stroke-width="9"/>` : `<path d="M-20 14h40" stroke="#8f8272" stroke-width="9"/>`}`;

const cell = (x: number, y: number, inside: Part): Part =>
  `<rect x="${x - 96}" y="${y - 92}" width="192" height="184" rx="12" fill="${colour.floor}"/>${at(x, y, 1.15, inside)}`;

const bars = (): Part =>
  `<rect x="-38" y="-110" width="22" height="64" fill="${colour.mint}"/><rect x="-11" y="-80" width="22" height="34" fill="${colour.red}"/><rect x="16" y="-98" width="22" height="52" fill="${colour.sun}"/>`;

const stall = (): Part => `<path d="M-260 0L-200 -60H200L260 0Z" fill="#c9a27a"/><path d="M-230 -24H230" stroke-width="4"/>`;

/** Read the label. */
export const labelScenes: Record<string, string> = {
  'read-the-label/with-label.svg': scene(
    'with-label',
    background('room', 400),
    at(190, 470, 1.75, shop),
    at(620, 420, 1.2, person({ who: 'seller', pose: 'holding' }), { flip: true }),
    '<path d="M330 370H780V500H330Z" fill="#b5763a"/><path d="M316 350H800V380H316Z" fill="#b5763a"/>',
    [390, 470].map((x) => at(x, 352, 0.46, bottle())).join(''),
    at(560, 306, 0.3, paper({ sealed: true }), { turn: -6 }),
    tick(),
  ),
  'read-the-label/no-label.svg': scene(
    'no-label',
    background('yard', 270),
    at(620, 400, 1.1, person({ who: 'seller', pose: 'no' }), { flip: true }),
    at(330, 480, 1.15, stall()),
    [150, 270, 390, 500].map((x) => at(x, 456, 0.56, bare())).join(''),
    cross(),
  ),
  'read-the-label/cover.svg': scene(
    'cover',
    background('plain'),
    `<path d="M330 34H740Q770 34 770 64V500H300V64Q300 34 330 34Z" fill="${colour.mint}"/><rect x="322" y="58" width="426" height="424" rx="12" fill="${colour.wool}"/>`,
    cell(432, 164, seal()),
    cell(638, 164, bug()),
    cell(432, 366, at(0, 62, 0.62, beaker(0.5))),
    cell(638, 366, monthLeaf(true)),
    at(214, 366, 1.45, hand(), { turn: -14 }),
  ),
  'read-the-label/measure.svg': scene(
    'measure',
    background('room', 410),
    at(620, 470, 1, bottle()),
    at(400, 470, 1.25, beaker(0.4)),
    at(270, 350, 1.2, hand()),
    `<path d="M470 380H520" stroke="${colour.red}" stroke-width="9"/>`,
    arrow(540, 350, 480, 388, colour.green),
    tick(),
  ),
  'read-the-label/by-eye.svg': scene(
    'by-eye',
    background('yard', 330),
    at(440, 480, 1.5, bucket('#8f7fb0')),
    '<path d="M392 214Q430 240 434 340" fill="none" stroke="#3b2f26" stroke-width="42"/><path d="M392 214Q430 240 434 342" fill="none" stroke="#8f7fb0" stroke-width="30"/>',
    at(180, 150, 0.8, bare(), { turn: 108 }),
    at(176, 186, 1.25, hand()),
    cross(),
  ),
  'read-the-label/wait.svg': scene(
    'wait',
    background('field', 290),
    at(140, 470, 0.9, person({ who: 'man', pose: 'pointing' })),
    at(140, 470, 0.9, sprayer()),
    at(322, 316, 0.8, mist()),
    at(664, 476, 0.95, person({ who: 'woman', pose: 'holding' })),
    at(752, 384, 0.5, harvest()),
    [400, 470, 540].map((x) => at(x, 470, 1.1, seedling())).join(''),
    [100, 220, 340, 460, 580].map((x) => at(x, 100, 0.94, monthLeaf(false))).join(''),
    at(700, 100, 0.94, monthLeaf(true)),
    arrow(100, 186, 700, 186, colour.sun),
  ),
  'read-the-label/three-bags.svg': scene(
    'three-bags',
    panels(
      background('room', 420) +
        at(400, 470, 1.2, bottle()) +
        `<rect x="316" y="242" width="168" height="168" fill="${colour.wool}"/>` +
        at(392, 384, 0.6, sheep()),
      background('room', 420) + at(400, 470, 1.9, sack()) + at(400, 400, 1.7, seedling()),
      background('room', 420) + at(400, 470, 1.9, sack('#d9e0e2')) + at(400, 480, 1.6, bars()),
    ),
  ),
  'read-the-label/keep.svg': scene(
    'keep',
    background('room', 370),
    at(250, 220, 0.8, sack()),
    at(404, 180, 0.5, paper({ sealed: true })),
    at(
      560,
      180,
      1,
      `<rect x="-60" y="-64" width="120" height="128" rx="8" fill="${colour.mint}"/><path d="M-40 -36H40M-40 -10H20M-40 16H40M-40 42H0" stroke-width="5"/>`,
    ),
    arrow(250, 240, 320, 300, colour.green),
    arrow(404, 262, 404, 304, colour.green),
    arrow(560, 256, 490, 304, colour.green),
    '<path d="M170 340H640V490H170Z" fill="#b5763a"/><path d="M200 314H610L640 340H170Z" fill="#6f4a26"/><path d="M170 410H640" stroke-width="4"/>',
  ),
};
