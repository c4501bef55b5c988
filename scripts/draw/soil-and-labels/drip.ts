import { cutSoil, drop, maize, WATER, WET, wind } from '../fields.ts';
import { at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { ploughedField, sun } from '../places.ts';

/** Tape cut across, with the soil it wets; goes below the surface at its origin. */
const tapeInSoil = (): Part =>
  `<path d="M-150 0Q-130 150 0 158Q130 150 150 0Z" fill="${WET}" stroke="none"/><circle cy="24" r="15" fill="${colour.line}"/><circle cy="24" r="6" fill="${WATER}" stroke="none"/>${at(-44, 74, 0.7, drop())}${at(44, 74, 0.7, drop())}${at(0, 104, 0.7, drop())}`;

const roots = (x: number, y: number): Part =>
  `<path d="M${x} ${y}v64M${x} ${y + 10}q-26 20 -34 56M${x} ${y + 10}q26 20 34 56" fill="none" stroke="${colour.face}" stroke-width="8"/>`;

const roll = (size: number): Part =>
  `<circle r="${size}" fill="${colour.line}"/><circle r="${size * 0.78}" fill="none" stroke="${colour.slate}"/><circle r="${size * 0.56}" fill="none" stroke="${colour.slate}"/><circle r="${size * 0.3}" fill="${colour.floor}"/>`;

/** A meter, its middle at the origin, 160 wide; the needle at `angle` degrees, 0 upright. */
const meter = (angle: number, isFast = false): Part =>
  `<circle r="78" fill="${colour.wool}"/><path d="M0 -74v14M-74 0h14M74 0h-14M-52 -52l10 10M52 -52l-10 10"/><path transform="rotate(${angle})" d="M0 12V-54" stroke="${colour.red}" stroke-width="10"/><circle r="9" fill="${colour.line}"/>${isFast ? '<path d="M84 -66q30 26 26 66M104 -84q38 32 34 84" fill="none" stroke-width="8"/>' : ''}`;

/** A filter screen lying, 190 × 90, with mud on it or clean. */
const screen = (muddy: boolean): Part =>
  `<rect x="-95" y="-42" width="190" height="84" rx="18" fill="${colour.steel}"/><path d="M-70 -36L-30 36M-40 -40L0 40M-10 -40L30 40M20 -40L60 40M50 -40L80 20M-80 20L-50 -38M-80 38L-20 -40M-44 40L14 -40M-10 40L46 -40M28 40L76 -34" stroke-width="3"/>${muddy ? `<path d="M-60 -10q16 -26 40 -6q20 -22 46 0q26 4 20 26q-30 20 -60 8q-46 6 -46 -28Z" fill="#8a6a44"/>` : ''}`;

const splash = (fill: string): Part =>
  `<path d="M0 -16Q70 -30 120 60Q134 100 124 150H60Q70 60 0 16Z" fill="${fill}"/><path d="M20 160Q90 130 170 160Q190 190 90 194Q0 192 20 160Z" fill="${fill}"/>`;

const tapeEnd = (): Part =>
  `<path d="M-200 0H0" stroke-width="40"/><path d="M-200 0H0" stroke="${colour.slate}" stroke-width="28"/><ellipse rx="8" ry="18" fill="${colour.line}"/>`;

const ripped = (x: number, y: number, turn: number): Part =>
  `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 20Q10 -30 -10 -50Q20 -70 40 -40" fill="none" stroke-width="15"/>`;
const film = (x: number, y: number): Part => `<path d="M${x} ${y}l8 -40l20 18l16 -36l20 34l26 -20l12 44Z" fill="${colour.wool}"/>`;

/** Drip lines. */
export const dripScenes: Record<string, string> = {
  'drip-lines/cover.svg': scene(
    'cover',
    background('field', 200),
    `<path d="M0 200H800V500H0Z" fill="${colour.soil}"/>`,
    at(700, 84, 0.8, sun()),
    [150, 330, 510, 690].map((x) => at(x, 320, 1, maize())).join(''),
    `<path d="M60 384Q400 344 740 384Q780 420 740 440Q400 480 60 440Q20 420 60 384Z" fill="${WET}" stroke="none"/><path d="M0 396H800" stroke-width="24"/><path d="M0 396H800" stroke="${colour.slate}" stroke-width="12"/>`,
    [150, 330, 510, 690].map((x) => at(x, 434, 0.8, drop())).join(''),
    [90, 270, 450, 630].map((x) => at(x, 490, 1, maize())).join(''),
  ),
  'drip-lines/shallow.svg': scene(
    'shallow',
    cutSoil(270),
    at(400, 270, 1.1, tapeInSoil()),
    roots(320, 272),
    roots(480, 272),
    roots(60, 272),
    roots(740, 272),
    [320, 480, 60, 740].map((x) => at(x, 272, 1, maize())).join(''),
    tick(610, 70),
  ),
  'drip-lines/on-top.svg': scene(
    'on-top',
    background('field', 170),
    ploughedField(170),
    at(130, 300, 0.8, maize()),
    at(300, 300, 0.8, maize()),
    at(520, 300, 0.8, maize()),
    at(660, 300, 0.8, maize('yellow')),
    '<path d="M0 400Q90 320 170 400T330 420Q400 330 480 360T600 440Q700 470 800 380" fill="none" stroke-width="22"/><path d="M0 400Q90 320 170 400T330 420Q400 330 480 360T600 440Q700 470 800 380" fill="none" stroke="#5b6b7a" stroke-width="10"/>',
    at(60, 70, 1.3, wind(190)),
    at(340, 90, 1.3, wind(190)),
    cross(),
  ),
  'drip-lines/flush.svg': scene(
    'flush',
    panels(
      background('field', 140) + at(360, 230, 1, splash('#8a6a44')) + at(360, 230, 1, tapeEnd()) + at(236, 240, 0.95, hand()),
      background('field', 140) +
        at(360, 230, 1, splash('#7fb4cf')) +
        at(360, 230, 1, tapeEnd()) +
        at(236, 240, 0.95, hand()) +
        tick(530, 70),
    ),
  ),
  'drip-lines/filter.svg': scene(
    'filter',
    background('yard', 250),
    '<path d="M130 330H670L610 470H190Z" fill="#b5763a"/><ellipse cx="400" cy="330" rx="270" ry="54" fill="#a9c8da"/>',
    at(430, 290, 1.35, screen(true), { turn: -8 }),
    at(640, 296, 1.3, hand({ sleeve: colour.red }), { flip: true }),
    at(236, 216, 1.3, hand()),
    at(
      300,
      236,
      1,
      `<rect x="-20" y="-20" width="130" height="34" rx="8" fill="${colour.wood}"/><path d="M4 14v26M22 14v30M40 14v28M58 14v30M76 14v28M94 14v26" stroke-width="7"/>`,
      { turn: 14 },
    ),
    at(330, 376, 0.6, drop('#8a6a44')),
    at(500, 380, 0.6, drop('#8a6a44')),
  ),
  'drip-lines/leak.svg': scene(
    'leak',
    panels(
      background('field', 260) + at(400, 140, 1.15, meter(-62)) + at(400, 360, 1.35, screen(true)),
      background('field', 260) +
        at(390, 140, 1.15, meter(66, true)) +
        `<path d="M250 420Q330 380 420 400Q560 410 560 446Q460 490 340 476Q230 460 250 420Z" fill="#7fb4cf"/><path d="M200 370H600" stroke-width="34"/><path d="M200 370H600" stroke="${colour.slate}" stroke-width="22"/><path d="M396 356l14 28M416 352l-8 30" stroke="${colour.red}"/><path d="M404 352Q380 280 340 300M410 352Q440 270 474 306" fill="none" stroke="${WATER}" stroke-width="9"/>`,
    ),
  ),
  'drip-lines/far-end.svg': scene(
    'far-end',
    background('field', 300),
    `<path d="M0 330H800V500H0Z" fill="${colour.soil}"/><path d="M0 330H430Q540 350 470 420Q300 470 0 480Z" fill="${WET}" stroke="none"/>`,
    [160, 280, 400].map((x) => at(x, 360, 0.8, maize())).join(''),
    [520, 620].map((x) => at(x, 360, 0.62, maize('yellow'))).join(''),
    '<path d="M70 400H780" stroke-width="20"/><path d="M70 400H780" stroke="#5b6b7a" stroke-width="9"/>',
    [160, 240, 320, 400].map((x) => at(x, 440, 0.75, drop())).join(''),
    at(
      74,
      430,
      1,
      `<rect x="-50" y="-90" width="90" height="90" rx="10" fill="${colour.red}"/><rect x="-40" y="-120" width="40" height="34" rx="6" fill="${colour.steel}"/>`,
    ),
    at(730, 480, 0.95, person({ who: 'man', pose: 'pointing', face: 'worried' }), { flip: true }),
  ),
  'drip-lines/roll-up.svg': scene(
    'roll-up',
    background('field', 220),
    ploughedField(220),
    at(250, 460, 1.15, person({ who: 'man', pose: 'holding' })),
    '<path d="M420 330Q560 350 800 352" fill="none" stroke-width="20"/><path d="M420 330Q560 350 800 352" fill="none" stroke="#5b6b7a" stroke-width="9"/>',
    at(390, 300, 1, roll(70)),
    at(110, 440, 1, roll(60)),
    tick(),
  ),
  'drip-lines/ploughed-in.svg': scene(
    'ploughed-in',
    background('field', 180),
    ploughedField(180),
    ripped(120, 330, -20),
    ripped(300, 270, 30),
    ripped(470, 420, 10),
    ripped(640, 300, -40),
    film(190, 440),
    film(380, 330),
    film(580, 450),
    at(690, 440, 0.8, maize('yellow')),
    cross(),
  ),
};
