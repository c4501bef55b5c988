import { cutSoil, fieldFromAbove, pit } from '../fields.ts';
import { arrow, at, background, colour, cross, type Part, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { manureHeap, sun, table } from '../places.ts';
import { bucket, sack, spade } from '../tools.ts';
import { truck } from '../yard.ts';

const DARK = '#8c6b4a';

const pits = (places: [number, number][]): Part => places.map(([x, y]) => at(x, y, 0.9, pit())).join('');

const S: [number, number][] = [
  [300, 108],
  [388, 104],
  [476, 110],
  [560, 128],
  [606, 176],
  [540, 212],
  [450, 226],
  [360, 240],
  [270, 258],
  [216, 308],
  [286, 350],
  [380, 360],
  [474, 366],
  [568, 376],
  [636, 420],
];

const slice = (x: number, y: number, depth: number, width = 90): Part =>
  `<path d="M${x} ${y}H${x + width}V${y + depth}H${x}Z" fill="${DARK}"/><path d="M${x + 20} ${y + depth * 0.3}h.1M${x + width - 26} ${y + depth * 0.5}h.1M${x + 34} ${y + depth * 0.72}h.1" stroke="${colour.soil}" stroke-width="10"/>`;

const weeds = (x: number, y: number): Part =>
  `<path d="M${x} ${y}l-14 -40M${x + 20} ${y}v-50M${x + 42} ${y}l14 -38M${x + 62} ${y}l10 -30" stroke="${colour.green}" stroke-width="10"/>`;

/** Two quarters of a flat heap; 300 × 220 around the origin. */
const quarters = (sides: boolean): Part =>
  sides
    ? `<path d="M-10 0L-144 -78A190 110 0 0 0 -144 78Z" fill="${DARK}"/><path d="M10 0L144 -78A190 110 0 0 1 144 78Z" fill="${DARK}"/>`
    : `<path d="M0 -6L-134 -84A190 110 0 0 1 134 -84Z" fill="${colour.wood}"/><path d="M0 6L-134 84A190 110 0 0 0 134 84Z" fill="${colour.wood}"/>`;

const tag = (): Part =>
  `<rect x="-52" y="-70" width="104" height="140" rx="8" fill="${colour.wool}"/><circle cy="-52" r="8" fill="${colour.floor}"/><path d="M-34 -24H34M-34 0H20M-34 24H34M-34 46H6" stroke-width="5"/>`;

const pencil = (): Part => `<path d="M-12 -120H12V0L0 26L-12 0Z" fill="${colour.sun}"/><path d="M-12 0H12L0 26Z" fill="${colour.face}"/>`;

const slip = (): Part =>
  `<rect x="-100" y="-120" width="200" height="230" rx="6" fill="${colour.wool}"/><rect x="-72" y="-84" width="38" height="160" fill="${colour.mint}"/><rect x="-19" y="16" width="38" height="60" fill="${colour.red}"/><rect x="34" y="-60" width="38" height="136" fill="${colour.mint}"/><path d="M-84 78H84"/>`;

const openBag = (): Part =>
  `<path d="M-80 -170Q-104 -80 -76 0H76Q104 -80 80 -170Z" fill="#e8c98f"/><ellipse cy="-170" rx="80" ry="24" fill="${DARK}"/>`;

/** Soil test to fertiliser plan. */
export const soilScenes: Record<string, string> = {
  'soil-test-to-fertiliser-plan/cover.svg': scene(
    'cover',
    background('field', 230),
    `<path d="M0 230H800V500H0Z" fill="${colour.soil}"/><path d="M150 262Q640 250 640 316Q640 372 400 366Q170 366 190 430Q220 480 560 470" fill="none" stroke="${colour.green}" stroke-dasharray="2 22" stroke-width="9"/>`,
    at(700, 86, 0.9, sun()),
    pits([
      [230, 262],
      [400, 260],
      [560, 278],
      [636, 330],
      [520, 366],
    ]),
    at(280, 450, 1.05, person({ who: 'man', pose: 'holding' })),
    at(380, 470, 1.15, spade()),
    `<path d="M346 470Q380 436 414 470Q380 488 346 470Z" fill="${DARK}"/>`,
    at(540, 480, 1.1, bucket(DARK)),
  ),
  'soil-test-to-fertiliser-plan/s-path.svg': scene(
    's-path',
    fieldFromAbove(),
    `<path d="M270 110Q600 84 614 160Q610 206 400 232Q180 262 214 316Q250 352 460 362Q640 372 650 432" fill="none" stroke="${colour.green}" stroke-width="10" stroke-dasharray="4 20"/>`,
    pits(S),
    tick(),
  ),
  'soil-test-to-fertiliser-plan/edge-only.svg': scene(
    'edge-only',
    fieldFromAbove(),
    `<path d="M0 462H800V500H0Z" fill="${colour.steel}"/>`,
    at(120, 470, 1.2, manureHeap()),
    at(650, 490, 0.7, truck()),
    at(290, 428, 2, pit()),
    at(330, 420, 1.1, spade(), { turn: 14 }),
    cross(),
  ),
  'soil-test-to-fertiliser-plan/same-depth.svg': scene(
    'same-depth',
    cutSoil(180),
    slice(110, 180, 190),
    slice(330, 180, 190),
    slice(550, 180, 190),
    `<path d="M40 370H740" stroke="${colour.green}" stroke-width="8" stroke-dasharray="18 16"/>`,
    at(300, 372, 1.15, spade()),
    tick(),
  ),
  'soil-test-to-fertiliser-plan/uneven.svg': scene(
    'uneven',
    cutSoil(180),
    slice(110, 180, 250),
    slice(330, 180, 60),
    slice(550, 180, 130),
    weeds(124, 180),
    weeds(344, 180),
    weeds(564, 180),
    cross(),
  ),
  'soil-test-to-fertiliser-plan/quarter.svg': scene(
    'quarter',
    background('plain'),
    `<path d="M60 190L400 60L740 190L740 350L400 480L60 350Z" fill="${colour.sky}"/>`,
    at(400, 270, 1.05, quarters(false)),
    at(330, 270, 1.05, quarters(true).replace(/<path d="M10 .*$/, '')),
    at(470, 270, 1.05, quarters(true).replace(/^<path d="M-10 [^>]*>/, '')),
    at(136, 290, 1.25, hand()),
    at(664, 290, 1.25, hand({ sleeve: colour.red }), { flip: true }),
    arrow(190, 410, 90, 446, colour.green),
    arrow(610, 410, 710, 446, colour.green),
  ),
  'soil-test-to-fertiliser-plan/label.svg': scene(
    'label',
    background('room', 380),
    at(590, 470, 1.5, openBag()),
    at(590, 190, 0.85, tag(), { turn: 8 }),
    `<path d="M520 240Q640 250 664 224L672 262Q590 286 508 262Z" fill="${DARK}"/><path d="M462 330Q430 330 400 344" fill="none" stroke-width="5"/>`,
    at(340, 372, 1.15, tag(), { turn: -8 }),
    at(196, 300, 1.4, hand()),
    at(282, 330, 0.9, pencil(), { turn: -50 }),
    arrow(590, 60, 590, 108, colour.green),
  ),
  'soil-test-to-fertiliser-plan/slip.svg': scene(
    'slip',
    background('room', 400),
    at(140, 470, 1.1, person({ who: 'man', pose: 'holding' })),
    at(660, 470, 1.1, person({ who: 'official', pose: 'pointing' }), { flip: true }),
    at(400, 210, 1.35, slip()),
    at(400, 510, 1.5, table()),
    at(400, 500, 0.72, sack()),
    arrow(400, 386, 400, 332, colour.green),
  ),
};
