import { sheep } from '../animals.ts';
import { arrow, at, background, colour, cross, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { fence, sun } from '../places.ts';
import { bucket, scale, trough } from '../tools.ts';
import { slats, truck } from '../yard.ts';

export const weaning: Record<string, string> = {
  'creep-feed-and-weaning/creep-gate.svg': scene(
    'creep-gate',
    background('yard', 280),
    at(600, 420, 0.85, trough(colour.sun)),
    at(540, 400, 0.85, sheep({ kind: 'lamb' })),
    at(680, 420, 0.85, sheep({ kind: 'lamb' }), { flip: true }),
    at(420, 440, 0.95, sheep({ kind: 'lamb' })),
    at(400, 480, 1.4, slats(110, 55)),
    at(170, 460, 0.95, sheep()),
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
    at(190, 260, 1, hand()),
    '<path d="M250 270L330 320" stroke-width="12"/><path d="M310 306l50 10l-16 34l-44 -16Z" fill="#b5763a"/>',
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
