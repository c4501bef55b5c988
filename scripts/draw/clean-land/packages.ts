import { drop, maize, mist, seedling, sprayer, wind } from '../fields.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { bottle } from '../tools.ts';
import { shop } from '../trades.ts';
import { guarded, stream } from '../yard.ts';

const SPRAY = '#8f7fb0';

/** An open bottle with `fill` of it water, standing, 160 × 320; pierced when empty. */
function rinsed(fill: number, isOpen = true): Part {
  const y = -230 * fill;
  const water = fill > 0 ? `<path d="M-76 ${y}H76V-4H-76Z" fill="#7fb4cf" stroke="none"/>` : '';
  return `<path d="M-40 -270H40V-300H-40ZM-80 -240Q-80 -270 -50 -270H50Q80 -270 80 -240V0H-80Z" fill="${colour.mint}"/>${water}<path d="M-80 -240V0H80V-240" fill="none"/>${isOpen ? '' : `<rect x="-52" y="-326" width="104" height="34" rx="6" fill="${colour.green}"/>`}`;
}

const tank = (): Part =>
  `<rect x="-80" y="-130" width="160" height="130" rx="18" fill="${colour.sun}"/><ellipse cy="-130" rx="58" ry="16" fill="${SPRAY}"/><path d="M80 -30Q130 -40 120 -100" fill="none" stroke-width="9"/>`;

const pour = (fill: string): Part =>
  `<path d="M0 0Q6 40 2 110" fill="none" stroke-width="26"/><path d="M0 0Q6 40 2 110" fill="none" stroke="${fill}" stroke-width="15"/>`;

/** A clear bag of empty bottles, 150 × 190, hung from its origin. */
const bagful = (): Part =>
  `<path d="M-18 0Q-90 60 -76 180H76Q90 60 18 0Z" fill="${colour.sky}"/>${at(-34, 172, 0.3, bottle())}${at(6, 172, 0.34, bottle(), { turn: 8 })}${at(44, 172, 0.28, bottle())}<path d="M-18 0H18" stroke="${colour.red}" stroke-width="10"/>`;

const bin = (): Part =>
  `<path d="M-80 -150H80L66 0H-66Z" fill="${colour.green}"/><path d="M-90 -176H90V-146H-90Z" fill="${colour.slate}"/><path d="M-30 -70l24 -40l16 24M30 -90l10 46h-34M14 -34l-52 -6l12 -24" fill="none" stroke="${colour.wool}" stroke-width="8"/>`;

const lying = (x: number, y: number, turn: number): Part => at(x, y, 0.34, bottle(), { turn });

/** Pesticide packages. */
export const packageScenes: Record<string, string> = {
  'pesticide-packages/cover.svg': scene(
    'cover',
    background('field', 310),
    at(30, 130, 1, wind(190)),
    at(30, 260, 1, wind(150)),
    at(280, 480, 1.3, guarded({ who: 'man', pose: 'pointing' })),
    at(280, 480, 1.3, sprayer()),
    '<path d="M218 466H270V486H218ZM284 466H342V486H284Z" fill="#2f6b3c"/>',
    at(548, 276, 1.1, mist()),
    [620, 690, 760].map((x) => at(x, 480, 1.2, seedling())).join(''),
    tick(),
  ),
  'pesticide-packages/bare.svg': scene(
    'bare',
    background('field', 310),
    at(664, 70, 0.9, wind(170), { flip: true }),
    at(280, 480, 1.3, person({ who: 'man', pose: 'pointing', face: 'worried' })),
    at(280, 480, 1.3, sprayer()),
    at(440, 84, 1.3, mist(), { flip: true }),
    at(490, 210, 1.2, mist(), { flip: true }),
    [620, 690, 760].map((x) => at(x, 480, 1.2, seedling())).join(''),
    cross(),
  ),
  'pesticide-packages/by-water.svg': scene(
    'by-water',
    panels(
      background('field', 250) +
        `<path d="M190 390Q300 360 400 392T610 380V500H190Z" fill="#6d9bb5"/><path d="M400 400Q470 380 520 420Q560 450 480 470Q390 470 400 400Z" fill="${SPRAY}" stroke="none"/><path d="M230 430q20 -10 40 0M300 470q20 -10 40 0M540 470q20 -10 40 0" fill="none" stroke="#dcecf2" stroke-width="5"/>` +
        at(300, 372, 0.95, tank()) +
        at(420, 350, 0.44, bottle(), { turn: 118 }) +
        at(540, 390, 0.7, drop(SPRAY)) +
        cross(540, 70),
      background('field', 250) +
        [240, 310, 500, 570].map((x) => at(x, 300, 0.8, maize())).join('') +
        at(380, 460, 1, tank()) +
        at(520, 460, 0.5, bottle()) +
        tick(540, 70),
    ),
  ),
  'pesticide-packages/rinse.svg': scene(
    'rinse',
    panels(
      background('plain') +
        at(400, 480, 1, tank()) +
        at(400, 232, 1, pour(SPRAY)) +
        at(400, 58, 0.58, rinsed(0), { turn: 180 }) +
        at(330, 120, 0.6, hand()),
      background('plain') +
        at(400, 400, 1, rinsed(0.25, false)) +
        at(330, 260, 0.8, hand()) +
        '<path d="M506 130q30 40 0 90M296 110q-34 50 -4 90M508 290q24 36 -4 80" fill="none" stroke="#b3392f" stroke-width="9"/>',
      background('plain') +
        at(400, 480, 1, tank()) +
        at(400, 232, 1, pour('#7fb4cf')) +
        at(400, 58, 0.58, rinsed(0), { turn: 180 }) +
        at(330, 120, 0.6, hand()),
    ),
    arrow(236, 440, 300, 440, colour.green),
    arrow(502, 440, 566, 440, colour.green),
  ),
  'pesticide-packages/hand-back.svg': scene(
    'hand-back',
    background('yard', 340),
    at(600, 400, 1.5, shop),
    at(470, 480, 1, bin()),
    at(180, 480, 1.15, person({ who: 'woman', pose: 'holding' })),
    at(292, 326, 0.8, bagful()),
    arrow(350, 300, 420, 300, colour.green),
    tick(730, 60),
  ),
  'pesticide-packages/thrown.svg': scene(
    'thrown',
    background('field', 270),
    stream(true),
    lying(560, 420, 70),
    lying(640, 380, 110),
    lying(480, 480, 96),
    '<path d="M190 330q-40 -60 10 -110t-20 -120q-20 -50 20 -90" fill="none" stroke="#5a4e48" stroke-width="34"/>',
    '<path d="M110 460Q90 380 150 350Q150 390 180 380Q190 320 240 300Q230 360 280 380Q300 420 280 460Z" fill="#e5b53a"/><path d="M150 460Q140 410 190 390Q220 410 240 400Q260 430 240 460Z" fill="#b3392f"/>',
    lying(150, 480, 80),
    lying(300, 480, -60),
    cross(),
  ),
};
