import { tree, well } from '../fields.ts';
import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { fraudScenes } from '../land-and-law/fraud.ts';
import { lendingScenes } from '../land-and-law/lending.ts';
import { banknotes, calendar, justice, paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { sun, table } from '../places.ts';
import { pencil } from '../reckoning.ts';
import { phone, spade } from '../tools.ts';
import { speech } from '../trades.ts';

const field = `<path d="M0 330H800V500H0Z" fill="${colour.mint}"/><path d="M0 380Q400 350 800 380M0 430Q400 395 800 430M0 480Q400 445 800 480" fill="none" stroke="${colour.green}"/>`;
const stone = `<path d="M-34 0L-28 -86Q0 -112 28 -86L34 0Z" fill="${colour.steel}"/><path d="M-10 -70l12 18M8 -40l-12 14" fill="none" stroke-width="4"/>`;
const anger = (x: number, y: number) =>
  `<path d="M${x} ${y}l-16 -26M${x + 26} ${y - 6}v-30M${x + 52} ${y}l16 -26" stroke="${colour.red}" stroke-width="8"/>`;
const moved = `<path d="M420 470v-70" stroke-width="5" stroke-dasharray="10 14" fill="none"/>`;

export const scenes: Record<string, string> = {
  ...lendingScenes,
  ...fraudScenes,
  'land-contract-and-transfer/cover.svg': scene(
    'cover',
    background('field', 330),
    field,
    at(680, 90, 1, sun()),
    at(230, 470, 1.15, person({ who: 'man', pose: 'pointing', face: 'worried' })),
    at(580, 470, 1.15, person({ who: 'old-man', pose: 'no', face: 'sceptical' }), { flip: true }),
  ),
  'land-contract-and-transfer/on-the-paper.svg': scene(
    'on-the-paper',
    background('plain'),
    `<rect x="190" y="16" width="420" height="468" rx="8" fill="${colour.wool}"/>`,
    `<path d="M300 122L330 62H470L500 122Z" fill="${colour.mint}" stroke-dasharray="14 12"/>${[
      [300, 122],
      [330, 62],
      [470, 62],
      [500, 122],
    ]
      .map(([x, y]) => `<path d="M${x} ${y}v-26" stroke="${colour.red}" stroke-width="10"/>`)
      .join('')}`,
    at(310, 190, 0.36, calendar([3])) + arrow(366, 190, 434, 190, colour.sun) + at(490, 190, 0.36, calendar([31])),
    at(360, 290, 0.5, banknotes()) + at(460, 290, 0.3, calendar([16])),
    at(340, 418, 0.22, tree()) + at(460, 418, 0.36, well()),
    ...[138, 244, 336].map((y) => `<path d="M230 ${y}H570" stroke-width="3"/>`),
    `<path d="M240 452q16 -26 28 0t28 -6M460 452q16 -26 28 0t28 -6" fill="none"/>`,
    at(690, 420, 1, pencil(), { turn: -140 }),
  ),
  'land-contract-and-transfer/family.svg': scene(
    'family',
    background('field', 330),
    field,
    at(170, 470, 1.05, person({ who: 'old-man' })),
    at(320, 470, 1.05, person({ who: 'old-woman' })),
    at(480, 470, 1.05, person({ who: 'man' })),
    at(640, 470, 1.05, person({ who: 'woman' })),
  ),
  'land-contract-and-transfer/written.svg': scene(
    'written',
    background('room', 400),
    at(150, 470, 1.1, person({ who: 'man', pose: 'holding' })),
    at(650, 470, 1.1, person({ who: 'woman', pose: 'holding' }), { flip: true }),
    at(400, 500, 1.5, table()),
    at(400, 230, 0.8, paper({ signed: true, sealed: true })),
    tick(),
  ),
  'land-contract-and-transfer/words-only.svg': scene(
    'words-only',
    background('room', 400),
    at(190, 470, 1.1, person({ who: 'man', pose: 'holding' })),
    at(610, 470, 1.1, person({ who: 'woman', pose: 'holding' }), { flip: true }),
    at(400, 500, 1.5, table()),
    speech(400, 130, '<path d="M-50 0H-44M-3 0H3M44 0H50" stroke-width="14"/>'),
    cross(),
  ),
  'land-contract-and-transfer/money.svg': scene(
    'money',
    background('plain'),
    at(250, 280, 1.5, hand({ sleeve: colour.green })),
    at(420, 240, 1.1, banknotes()),
    at(590, 330, 1.4, hand({ sleeve: colour.red }), { flip: true }),
    arrow(300, 420, 500, 420, colour.green),
    tick(),
  ),
  'mediation-before-court/cover.svg': scene(
    'cover',
    background('field', 330),
    field,
    at(400, 460, 1, stone),
    at(190, 470, 1.15, person({ who: 'man', pose: 'pointing', face: 'worried' })),
    at(620, 470, 1.15, person({ who: 'old-man', pose: 'pointing', face: 'worried' }), { flip: true }),
    anger(164, 110),
    anger(594, 110),
  ),
  'mediation-before-court/take-photo.svg': scene(
    'take-photo',
    background('field', 330),
    field,
    moved,
    at(560, 470, 1.1, stone),
    at(210, 475, 1.2, person({ who: 'woman', pose: 'holding' })),
    at(318, 312, 0.5, phone()),
    tick(),
  ),
  'mediation-before-court/push.svg': scene(
    'push',
    background('field', 330),
    field,
    at(600, 470, 1.1, stone),
    at(250, 475, 1.2, person({ who: 'man', pose: 'no', face: 'worried' })),
    at(300, 268, 0.9, spade(), { turn: 35 }),
    anger(224, 100),
    cross(),
  ),
  'mediation-before-court/ladder.svg': scene(
    'ladder',
    panels(
      [
        background('field', 360),
        at(335, 470, 0.8, person({ who: 'man' })),
        at(470, 470, 0.8, person({ who: 'woman' }), { flip: true }),
      ].join(''),
      [
        background('room', 400),
        at(315, 470, 0.7, person({ who: 'man' })),
        at(400, 430, 0.7, person({ who: 'official' })),
        at(485, 470, 0.7, person({ who: 'woman' }), { flip: true }),
        at(400, 500, 0.7, table()),
      ].join(''),
      [background('plain'), at(400, 260, 1.1, justice())].join(''),
    ),
  ),
  'mediation-before-court/agreement.svg': scene(
    'agreement',
    background('room', 400),
    at(150, 470, 1.05, person({ who: 'man', pose: 'holding' })),
    at(400, 440, 1.05, person({ who: 'official' })),
    at(650, 470, 1.05, person({ who: 'woman', pose: 'holding' }), { flip: true }),
    at(400, 510, 1.5, table()),
    at(400, 345, 0.36, paper({ signed: true, sealed: true })),
    tick(),
  ),
};
