import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { banknotes, calendar, coin, paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { house, table } from '../places.ts';
import { pencil } from '../reckoning.ts';
import { phone } from '../tools.ts';
import { coins } from '../trades.ts';

/** What somebody thinks of, in a cloud with three puffs that rise from the left or the right. */
const thought = (x: number, y: number, from: 'left' | 'right', inside: Part): Part => {
  const side = from === 'left' ? -1 : 1;
  return `<g transform="translate(${x} ${y})"><path d="M-110 40A44 44 0 0 1 -112 -40A60 60 0 0 1 -30 -96A70 70 0 0 1 80 -74A56 56 0 0 1 116 24A48 48 0 0 1 60 74H-60A48 48 0 0 1 -110 40Z" fill="${colour.wool}"/><circle cx="${side * 88}" cy="92" r="15" fill="${colour.wool}"/>${inside}</g>`;
};

/** A thumbprint, 40 × 52, by its middle. */
export const thumbprint = (): Part =>
  `<g fill="none" stroke="${colour.red}"><ellipse rx="19" ry="25" stroke-width="6"/><path d="M-9 12Q-11 -12 0 -13Q11 -12 9 14M0 16V-2" stroke-width="5"/></g>`;

const signature = (): Part => '<path d="M-60 0q14 -30 26 0q10 26 22 -6q8 -14 22 6q12 12 30 -10" fill="none" stroke-width="6"/>';

const head = (coat: string): Part =>
  `<path d="M-34 44Q-34 6 0 6Q34 6 34 44Z" fill="${coat}"/><circle cy="-18" r="26" fill="${colour.skin}"/><path d="M-26 -20Q-26 -46 0 -46Q26 -46 26 -20Q0 -34 -26 -20Z" fill="${colour.line}"/>`;

/** A coin with a seedling on it: interest. */
const interest = (): Part =>
  `<path d="M0 -20V-56M0 -40Q-26 -44 -30 -66Q-4 -68 0 -44M0 -46Q24 -54 26 -74Q2 -76 0 -52" fill="${colour.mint}" stroke="${colour.green}" stroke-width="5"/>${at(0, 10, 1, coin())}`;

/** An IOU small enough for a hand, signed, with two thumbprints. */
const iou = (): Part => `${paper({ signed: true })}${at(56, 84, 0.9, thumbprint())}`;

/** A receipt, half a sheet, with a thumbprint. */
const receipt = (): Part =>
  `<rect x="-90" y="-62" width="180" height="124" rx="6" fill="#fbe5dd"/><path d="M-66 -34H66M-66 -8H40M-66 20H0" stroke-width="5"/>${at(52, 26, 0.8, thumbprint())}`;

const box = (locked: boolean): Part =>
  `<path d="M-110 -90H110V0H-110Z" fill="${colour.wood}"/><path d="M-110 -90Q-110 -130 -80 -130H80Q110 -130 110 -90Z" fill="#8a5a2c"/>${locked ? `<rect x="-22" y="-92" width="44" height="42" rx="6" fill="${colour.sun}"/><path d="M0 -76v14" stroke-width="7"/>` : ''}`;

const row = (y: number, ...inside: Part[]): Part => `<path d="M280 ${y + 40}H560" stroke="#d9cdb8" stroke-width="4"/>${inside.join('')}`;

/** Lending and receipts. */
export const lendingScenes: Record<string, string> = {
  'lending-and-receipts/cover.svg': scene(
    'cover',
    background('yard', 340),
    at(265, 492, 0.95, person({ who: 'man', face: 'worried' })),
    at(535, 492, 0.95, person({ who: 'old-man', face: 'sceptical' }), { flip: true }),
    thought(140, 116, 'right', at(0, 50, 0.62, coins(8))),
    thought(660, 116, 'left', at(0, 40, 0.62, coins(4))),
    '<rect x="348" y="296" width="104" height="136" rx="6" fill="none" stroke="#8f8272" stroke-dasharray="12 14"/><path d="M370 330H430M370 358H430M370 386H410" stroke="#8f8272" stroke-width="4" stroke-dasharray="10 12"/>',
  ),
  'lending-and-receipts/iou.svg': scene(
    'iou',
    background('plain'),
    `<rect x="210" y="16" width="380" height="468" rx="8" fill="${colour.wool}"/>`,
    row(70, at(330, 66, 0.72, head(colour.green)), arrow(372, 66, 430, 66), at(472, 66, 0.72, head(colour.red))),
    row(160, at(400, 158, 0.56, banknotes())),
    row(252, at(320, 252, 0.32, calendar([3])), arrow(372, 250, 432, 250, colour.sun), at(480, 252, 0.32, calendar([31]))),
    row(344, at(400, 352, 0.68, interest())),
    at(292, 440, 0.8, signature()),
    at(372, 446, 0.8, thumbprint()),
    at(458, 440, 0.8, signature()),
    at(540, 446, 0.8, thumbprint()),
    at(640, 400, 1, pencil(), { turn: -140 }),
  ),
  'lending-and-receipts/sign-here.svg': scene(
    'sign-here',
    background('room', 400),
    at(170, 470, 1.1, person({ who: 'man', pose: 'holding' })),
    at(640, 470, 1.1, person({ who: 'woman' }), { flip: true }),
    at(400, 505, 1.5, table()),
    `<path d="M300 338L320 296H470L490 338Z" fill="${colour.wool}"/><path d="M336 308H456M332 322H440" stroke-width="4"/>`,
    at(318, 300, 0.8, pencil(), { turn: 35 }),
    at(520, 316, 0.5, banknotes()),
    tick(),
  ),
  'lending-and-receipts/brought-later.svg': scene(
    'brought-later',
    background('yard', 340),
    at(590, 400, 1.1, house()),
    at(400, 490, 1.1, person({ who: 'man', pose: 'holding' }), { flip: true }),
    at(280, 330, 0.42, iou(), { turn: -8 }),
    at(120, 490, 1.1, person({ who: 'woman', face: 'worried' })),
    `<path d="M196 178q-4 -34 26 -36q32 0 28 30q-2 18 -24 26v18M226 238v6" fill="none" stroke="${colour.red}" stroke-width="11"/>`,
    cross(),
  ),
  'lending-and-receipts/interest-line.svg': scene(
    'interest-line',
    panels(
      background('plain') +
        `<path d="M200 176H600" stroke="${colour.red}" stroke-width="10" stroke-dasharray="22 16"/>` +
        at(400, 450, 0.85, coins(6)) +
        at(400, 316, 0.85, interestCoins(3)) +
        tick(530, 70),
      background('plain') +
        at(400, 450, 0.85, coins(6)) +
        at(400, 316, 0.85, interestCoins(11)) +
        `<path d="M200 176H600" stroke="${colour.red}" stroke-width="10" stroke-dasharray="22 16"/>` +
        cross(530, 70),
    ),
  ),
  'lending-and-receipts/give-back.svg': scene(
    'give-back',
    background('plain'),
    at(180, 150, 1.25, hand({ sleeve: colour.green })),
    at(330, 128, 0.9, banknotes()),
    arrow(440, 130, 560, 130, colour.green),
    at(640, 372, 1.25, hand({ sleeve: colour.red }), { flip: true }),
    at(500, 350, 0.66, iou(), { turn: -8 }),
    at(330, 360, 1.05, receipt(), { turn: 5 }),
    arrow(220, 360, 100, 360, colour.red),
    tick(),
  ),
  'lending-and-receipts/no-receipt.svg': scene(
    'no-receipt',
    background('room', 400),
    at(170, 480, 1.1, person({ who: 'man', pose: 'no', face: 'worried' })),
    at(470, 480, 1.1, person({ who: 'old-man', pose: 'holding' }), { flip: true }),
    at(366, 320, 0.55, banknotes()),
    at(650, 470, 1.1, box(true)),
    at(650, 300, 0.46, iou()),
    arrow(560, 300, 600, 300),
    cross(),
  ),
  'lending-and-receipts/three-years.svg': scene(
    'three-years',
    background('plain'),
    [160, 400, 640].map((x, i) => at(x, 330, 0.84, calendar([[3], [3], [31]][i]))).join(''),
    arrow(262, 330, 300, 330, colour.sun),
    arrow(502, 330, 540, 330, colour.sun),
    at(590, 120, 0.9, phone()),
    `<path d="M556 82H624V132H590L574 150V132H556Z" fill="${colour.mint}" stroke-width="5"/>`,
    `<path d="M530 120Q330 40 190 168" fill="none" stroke="${colour.green}" stroke-width="16"/><path d="M168 196L178 140L222 180Z" fill="${colour.green}"/>`,
  ),
  'lending-and-receipts/read-first.svg': scene(
    'read-first',
    background('room', 400),
    at(590, 480, 1.1, person({ who: 'old-woman', face: 'sceptical' }), { flip: true }),
    at(200, 480, 1.1, person({ who: 'woman', pose: 'holding' })),
    at(340, 250, 0.72, paper()),
    `<path d="M452 150q24 16 0 34M476 132q44 36 0 70" fill="none" stroke-width="8"/>`,
    at(470, 505, 1.1, table()),
    at(470, 370, 0.8, pencil()),
    tick(),
  ),
  'lending-and-receipts/blank-paper.svg': scene(
    'blank-paper',
    background('room', 300),
    `<path d="M120 480L210 210H600L690 480Z" fill="${colour.wool}"/>`,
    at(500, 420, 1.5, thumbprint()),
    at(622, 344, 1.5, hand({ sleeve: colour.plum }), { flip: true, turn: -26 }),
    `<path d="M160 130h100q10 0 10 14v54H150v-54q0 -14 10 -14Z" fill="${colour.red}"/><ellipse cx="210" cy="134" rx="54" ry="16" fill="#8c2620"/>`,
    at(220, 350, 1.2, pencil(), { turn: 24 }),
    at(110, 380, 1.1, hand({ sleeve: colour.slate }), { turn: -10 }),
    cross(),
  ),
};

/** Coins that are interest, greener than the loan's. */
function interestCoins(count: number): Part {
  return Array.from({ length: count }, (_, i) => `<ellipse cx="0" cy="${-i * 26}" rx="66" ry="20" fill="${colour.mint}"/>`).join('');
}
