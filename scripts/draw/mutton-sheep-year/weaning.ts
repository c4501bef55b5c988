import { sheep } from '../animals.ts';
import { arrow, at, background, colour, cross, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { fence, sun } from '../places.ts';
import { bucket, scale, trough } from '../tools.ts';
import { slats, truck } from '../yard.ts';

/** A brush with its bristles down, and its handle to the left, 110 wide. */
const brush =
  '<path d="M-110 0H-30" stroke-width="16"/><path d="M-40 -18H60V18H-40Z" fill="#b5763a"/><path d="M-34 18V56M-14 18V60M6 18V58M26 18V60M46 18V56M56 18V54" stroke="#8a5a2c" stroke-width="9"/>';

export const weaning: Record<string, string> = {
  'creep-feed-and-weaning/creep-gate.svg': scene(
    'creep-gate',
    background('yard', 280),
    at(560, 380, 1, trough(colour.sun)),
    at(450, 370, 0.9, sheep({ kind: 'lamb' })),
    at(660, 380, 0.9, sheep({ kind: 'lamb' }), { flip: true }),
    at(334, 446, 0.9, sheep({ kind: 'lamb' })),
    at(400, 470, 1.35, slats(560, 64)),
    at(120, 490, 1.05, sheep()),
    tick(),
  ),
  'creep-feed-and-weaning/no-gate.svg': scene(
    'no-gate',
    background('yard', 280),
    at(430, 450, 1.1, trough(colour.sun)),
    at(280, 440, 0.95, sheep()),
    at(590, 440, 0.95, sheep(), { flip: true }),
    at(90, 480, 0.85, sheep({ kind: 'lamb' })),
    at(730, 490, 0.85, sheep({ kind: 'lamb' }), { flip: true }),
    cross(),
  ),
  'creep-feed-and-weaning/cover.svg': scene(
    'cover',
    background('yard', 260),
    at(130, 90, 0.9, sun()),
    at(400, 300, 1.2, slats(720, 60)),
    at(400, 440, 1.3, trough(colour.sun)),
    at(240, 440, 1.1, sheep({ kind: 'lamb' })),
    at(570, 440, 1.1, sheep({ kind: 'lamb' }), { flip: true }),
    at(110, 485, 1, sheep({ kind: 'lamb' })),
  ),
  'creep-feed-and-weaning/clean-trough.svg': scene(
    'clean-trough',
    background('yard', 300),
    at(330, 430, 1.9, trough(colour.sun)),
    at(300, 240, 1, brush),
    at(190, 230, 1.1, hand()),
    '<path d="M120 440L150 400M96 452L110 420" stroke="#8a7a4a" stroke-width="9" stroke-dasharray="2 16"/>',
    at(610, 440, 1.2, bucket('#6d9bb5')),
    at(120, 480, 0.6, '<path d="M-60 0Q-30 -40 0 -40Q40 -40 60 0Z" fill="#8a7a4a"/>'),
  ),
  'creep-feed-and-weaning/weigh-feed.svg': scene(
    'weigh-feed',
    background('yard', 320),
    at(330, 450, 1.3, scale()),
    at(330, 418, 0.9, '<path d="M-110 0Q-60 -70 0 -70Q60 -70 110 0Z" fill="#e5b53a"/>'),
    at(190, 280, 1.05, hand()),
    '<path d="M280 310L300 360M310 300L325 350M250 320L275 372" stroke="#e5b53a" stroke-width="10" stroke-dasharray="2 16"/>',
    at(660, 430, 1, sheep({ kind: 'lamb' }), { flip: true }),
    at(700, 490, 1, sheep({ kind: 'lamb' }), { flip: true }),
  ),
  'creep-feed-and-weaning/ewe-moved.svg': scene(
    'ewe-moved',
    background('yard', 270),
    at(220, 400, 0.85, trough(colour.sun)),
    at(130, 420, 0.9, sheep({ kind: 'lamb' })),
    at(310, 420, 0.9, sheep({ kind: 'lamb' }), { flip: true }),
    at(220, 485, 0.95, fence(380)),
    at(520, 440, 0.85, sheep()),
    at(715, 480, 0.95, person({ who: 'man', pose: 'standing' })),
    arrow(540, 190, 680, 190),
    tick(),
  ),
  'creep-feed-and-weaning/lamb-moved.svg': scene(
    'lamb-moved',
    background('yard', 300),
    at(520, 470, 1.2, truck()),
    at(400, 390, 0.8, sheep({ kind: 'lamb', mood: 'open-mouth' })),
    at(500, 390, 0.8, sheep({ kind: 'lamb', mood: 'open-mouth' })),
    at(460, 478, 1.2, '<path d="M-100 -60V-112M-50 -60V-112M0 -60V-112M50 -60V-112M-100 -84H90" stroke="#b5763a" stroke-width="10"/>'),
    at(140, 460, 0.85, sheep({ mood: 'open-mouth' })),
    cross(),
  ),
};
