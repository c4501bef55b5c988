import { sheep } from '../animals.ts';
import { maize, plot } from '../crops.ts';
import { arrow, at, background, colour, cross, magnifier, panels, scene, tick } from '../frame.ts';
import { banknotes, ledger, paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { fence, moon, table } from '../places.ts';
import { bucket, sack, scale } from '../tools.ts';
import { woolHeap } from '../wool.ts';
import { truck } from '../yard.ts';
import { pourIn } from './parts.ts';

/** Two hands that shake, 300 wide, by the middle. */
const handshake = at(-56, 0, 0.75, hand({ sleeve: colour.green })) + at(56, 6, 0.75, hand({ sleeve: colour.wood }), { flip: true });

/** Keeping one's word. */
export const bargainScenes: Record<string, string> = {
  'keeping-your-word/cover.svg': scene(
    'cover',
    background('yard', 300),
    at(400, 320, 1, fence(760)),
    at(215, 495, 1.15, person({ who: 'man', pose: 'holding' })),
    at(585, 495, 1.15, person({ who: 'seller', pose: 'holding' }), { flip: true }),
    at(85, 470, 0.68, sheep()),
    at(716, 470, 0.68, sheep(), { flip: true }),
    at(396, 492, 0.68, sheep()),
    at(400, 338, 0.9, handshake),
  ),
  'keeping-your-word/price-moves.svg': scene(
    'price-moves',
    panels(
      background('yard', 320) +
        arrow(400, 190, 400, 40) +
        at(290, 480, 0.9, person({ who: 'man', pose: 'holding' })) +
        at(404, 452, 0.62, sheep()) +
        at(540, 480, 0.9, person({ who: 'seller', pose: 'standing' }), { flip: true }),
      background('yard', 320) +
        arrow(400, 40, 400, 190, colour.green) +
        at(290, 480, 0.9, person({ who: 'man', pose: 'standing' })) +
        at(520, 480, 0.9, person({ who: 'seller', pose: 'holding' }), { flip: true }) +
        at(420, 350, 0.6, banknotes()),
    ),
    tick(),
  ),
  'keeping-your-word/zero-first.svg': scene(
    'zero-first',
    background('yard', 310),
    at(380, 480, 1.3, scale()),
    '<circle cx="546" cy="194" r="48" fill="#fffaf0"/><path d="M546 194V158M546 152v6M514 194h-6M584 194h-6" stroke="#b3392f"/>',
    at(130, 492, 1.1, person({ who: 'woman', pose: 'pointing' })),
    at(700, 492, 1.1, person({ who: 'seller', pose: 'pointing' }), { flip: true }),
    tick(),
  ),
  'keeping-your-word/foot-on-scale.svg': scene(
    'foot-on-scale',
    background('yard', 310),
    at(430, 480, 1.3, scale()),
    at(430, 448, 1, sack()),
    '<circle cx="596" cy="194" r="48" fill="#fffaf0"/><path d="M596 194L630 208M596 152v6M564 194h-6M634 194h-6" stroke="#b3392f"/>',
    at(170, 492, 1.15, person({ who: 'seller', pose: 'pointing', face: 'sceptical' })),
    '<path d="M190 410L262 444" stroke-width="34"/><path d="M190 410L262 444" stroke="#5b6b7a" stroke-width="22"/><rect x="244" y="430" width="52" height="20" rx="8" fill="#3b2f26" transform="rotate(8 270 440)"/>',
    magnifier(
      650,
      352,
      76,
      '<rect x="-20" y="10" width="120" height="26" fill="#c9d3d8"/><rect x="-56" y="-18" width="76" height="28" rx="10" fill="#3b2f26"/><path d="M-56 -70h36V-14h-36Z" fill="#5b6b7a"/>',
    ),
    cross(),
  ),
  'keeping-your-word/show-all.svg': scene(
    'show-all',
    background('room', 400),
    at(140, 490, 1.1, person({ who: 'woman', pose: 'pointing' })),
    at(660, 490, 1.1, person({ who: 'seller', pose: 'pointing' }), { flip: true }),
    at(320, 480, 0.9, woolHeap()),
    at(490, 480, 0.7, woolHeap('#d8c48a')),
    tick(),
  ),
  'keeping-your-word/watered-wool.svg': scene(
    'watered-wool',
    background('night', 330),
    at(120, 90, 0.9, moon()),
    at(470, 480, 1.35, woolHeap()),
    '<path d="M330 480Q400 446 470 452Q540 446 612 480Z" fill="#8a6a44"/>',
    at(230, 490, 1.15, person({ who: 'man', pose: 'holding', face: 'sceptical' })),
    at(366, 300, 0.9, bucket(), { turn: 70 }),
    pourIn(404, 316),
    cross(),
  ),
  'keeping-your-word/sick-apart.svg': scene(
    'sick-apart',
    background('yard', 290),
    at(150, 440, 1, sheep({ mood: 'sick' })),
    at(150, 470, 1, fence(300)),
    at(430, 490, 1.05, person({ who: 'vet', pose: 'pointing' }), { flip: true }),
    at(590, 400, 0.75, sheep()),
    at(700, 420, 0.75, sheep(), { flip: true }),
    at(640, 470, 1.1, fence(260)),
    tick(),
  ),
  'keeping-your-word/pay-the-hand.svg': scene(
    'pay-the-hand',
    background('field', 240),
    plot(20, 330, 200, 90, maize(), [3, 1], 0.4),
    at(700, 340, 0.9, truck()),
    [620, 670, 720].map((x) => at(x, 286, 0.5, sack())).join(''),
    at(190, 492, 1.15, person({ who: 'woman', pose: 'holding' })),
    at(318, 328, 0.65, banknotes()),
    at(610, 492, 1.15, person({ who: 'worker', pose: 'pointing' }), { flip: true }),
    at(400, 520, 0.9, table()),
    at(400, 396, 0.62, ledger()),
    tick(),
  ),
  'keeping-your-word/deposit-paper.svg': scene(
    'deposit-paper',
    background('room', 330),
    '<path d="M0 400H800V500H0Z" fill="#b5763a"/>',
    at(400, 220, 1.15, paper({ signed: true })),
    '<path d="M420 315q14 -26 24 -4q10 20 20 -6q8 -12 20 4" fill="none" stroke-width="5"/>',
    at(180, 300, 1.2, hand({ sleeve: colour.green })),
    at(640, 300, 1.2, hand({ sleeve: colour.wood }), { flip: true }),
    at(400, 440, 0.75, banknotes()),
  ),
};
