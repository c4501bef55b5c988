import { at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { cloud, mulberry, sun } from '../places.ts';
import { shears } from '../tools.ts';
import { basket, bush, leafAt, sickle, stump } from './parts.ts';

const ladder: Part =
  '<path d="M-40 0L-10 -250M40 0L50 -250" stroke-width="14"/><path d="M-34 -50H42M-28 -100H44M-22 -150H46M-16 -200H48" stroke-width="10"/>';

const shoot = (x: number, y: number, width: number, end: Part): Part =>
  `<path d="M0 -84Q${x * 0.3} ${y * 0.6} ${x} ${y}" fill="none" stroke-width="${width + 8}"/><path d="M0 -84Q${x * 0.3} ${y * 0.6} ${x} ${y}" fill="none" stroke="${colour.green}" stroke-width="${width}"/>${end}`;

const mark = (x: number, y: number): Part =>
  `<path d="M${x - 16} ${y - 16}l32 32M${x + 16} ${y - 16}l-32 32" stroke="${colour.red}" stroke-width="12"/>`;

const spots: Part = '<path d="M-60 -150h.1M-20 -120h.1M30 -130h.1M10 -180h.1M56 -150h.1M-40 -100h.1" stroke-width="20"/>';

/** Cutting low. */
export const cuttingScenes: Record<string, string> = {
  'low-cutting/cover.svg': scene(
    'cover',
    panels(
      background('yard', 330) +
        at(350, 460, 1.1, mulberry('tall')) +
        at(470, 470, 1.05, ladder) +
        at(490, 330, 0.8, person({ who: 'old-man', pose: 'no', face: 'worried' }), { flip: true }) +
        cross(250, 70),
      background('yard', 330) +
        at(480, 460, 1.15, bush()) +
        at(290, 470, 1, person({ who: 'old-woman', pose: 'pointing' })) +
        at(390, 470, 0.7, basket()) +
        tick(540, 70),
    ),
  ),
  'low-cutting/when.svg': scene(
    'when',
    panels(
      background('snow', 300) + at(400, 130, 0.9, cloud('snow')) + at(400, 420, 1.5, stump('dry')) + cross(480, 60),
      background('field', 300) +
        at(350, 110, 0.8, sun()) +
        at(400, 420, 1.5, stump()) +
        at(430, 230, 0.9, shears(), { turn: 120 }) +
        tick(480, 60),
      background('field', 300) +
        at(350, 110, 0.8, sun()) +
        at(400, 420, 1.5, stump()) +
        leafAt(320, 440, -60, 0.8) +
        leafAt(470, 450, 70, 0.8) +
        '<path d="M372 300q-8 24 0 40q10 -16 0 -40ZM400 316q-8 24 0 40q10 -16 0 -40ZM428 300q-8 24 0 40q10 -16 0 -40Z" fill="#4f86a8" stroke-width="4"/>' +
        cross(480, 60),
    ),
  ),
  'low-cutting/shears.svg': scene(
    'shears',
    background('yard', 330),
    at(560, 460, 2.2, stump()),
    at(270, 262, 1.2, hand()),
    at(390, 270, 1.4, shears()),
    tick(),
  ),
  'low-cutting/sickle.svg': scene(
    'sickle',
    background('yard', 330),
    at(560, 460, 2.2, stump('split')),
    at(330, 240, 1.4, sickle()),
    at(270, 240, 1.2, hand()),
    cross(),
  ),
  'low-cutting/wipe.svg': scene(
    'wipe',
    background('yard', 330),
    at(120, 440, 1.1, bush('yellow') + spots),
    at(690, 440, 1.1, bush()),
    at(380, 250, 1.4, shears()),
    at(
      450,
      300,
      1,
      `<path d="M-60 -50Q0 -70 60 -44L70 30Q0 60 -66 34Z" fill="${colour.wool}"/><path d="M-30 -20q30 10 60 0M-30 10q30 10 60 0" stroke-width="4" fill="none"/>`,
      { turn: 10 },
    ),
    at(400, 340, 1, hand(), { turn: -10 }),
    at(
      540,
      480,
      0.9,
      `<path d="M-34 0V-90Q-34 -106 -16 -110V-140H16V-110Q34 -106 34 -90V0Z" fill="${colour.sky}"/><path d="M-34 -40H34" /><path d="M-16 -140H16" stroke="${colour.red}" stroke-width="14"/>`,
    ),
  ),
  'low-cutting/choose.svg': scene(
    'choose',
    background('field', 400),
    at(
      400,
      480,
      1.32,
      shoot(-110, -190, 16, leafAt(-110, -186, -40, 0.9)) +
        shoot(0, -230, 16, leafAt(0, -226, 0, 0.9)) +
        shoot(110, -190, 16, leafAt(110, -186, 40, 0.9)) +
        shoot(-40, -170, 4, leafAt(-40, -168, -20, 0.3)) +
        shoot(44, -176, 4, leafAt(44, -174, 16, 0.3)) +
        shoot(66, -140, 4, leafAt(66, -138, 50, 0.3)) +
        stump() +
        mark(-44, -186) +
        mark(46, -190) +
        mark(78, -152),
    ),
  ),
};
