import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { person } from '../people.ts';
import { house, moon, mulberry, sun } from '../places.ts';
import { bush, coldAir, coldPool, wall } from './parts.ts';

const slope = (fill: string): Part => `<path d="M0 250Q220 250 360 350Q440 410 540 416H800V500H0Z" fill="${fill}"/>`;

const wallScene = (isOpen: boolean): Part =>
  background('night', 500) +
  at(110, 80, 1, moon()) +
  slope('#a8b48c') +
  (isOpen ? '' : at(560, 418, 1.3, coldPool())) +
  at(500, 416, 1.15, bush(isOpen ? 'well' : 'frozen')) +
  at(716, 420, 1.1, wall(isOpen)) +
  at(150, 252, 1, coldAir(), { turn: 12 }) +
  at(300, 320, 1, coldAir(), { turn: 36 }) +
  (isOpen ? at(640, 404, 1.1, coldAir()) : '');

/** Site and frost. */
export const siteScenes: Record<string, string> = {
  'site-and-frost/cover.svg': scene(
    'cover',
    background('night', 500),
    at(690, 80, 1, moon()),
    '<path d="M0 210Q200 220 330 340Q420 420 560 420Q680 420 720 360Q760 320 800 310V500H0Z" fill="#a8b48c"/>',
    at(570, 422, 1.1, coldPool()),
    at(570, 424, 1.1, bush('frozen')),
    at(120, 226, 0.9, bush()),
    at(220, 230, 1, coldAir(), { turn: 40 }),
    at(310, 318, 1, coldAir(), { turn: 42 }),
  ),
  'site-and-frost/white-patch.svg': scene(
    'white-patch',
    background('field', 230),
    at(120, 90, 1, sun()),
    at(330, 262, 0.8, house()),
    '<path d="M410 450Q380 380 500 366Q640 340 730 384Q790 440 700 470Q520 500 410 450Z" fill="#fffaf0" stroke="#4f86a8"/>',
    '<path d="M480 410h.1M540 440h.1M600 400h.1M660 430h.1M560 380h.1" stroke="#4f86a8" stroke-width="14"/>',
    at(240, 470, 0.95, person({ who: 'woman', pose: 'pointing' })),
  ),
  'site-and-frost/gap.svg': scene('gap', wallScene(true), tick()),
  'site-and-frost/closed-wall.svg': scene('closed-wall', wallScene(false), cross()),
  'site-and-frost/windbreak.svg': scene(
    'windbreak',
    panels(
      background('field', 300) +
        at(376, 420, 0.74, mulberry('tall')) +
        arrow(206, 190, 276, 190, colour.slate) +
        arrow(206, 260, 276, 260, colour.slate) +
        at(520, 466, 0.78, bush()) +
        tick(546, 62),
      background('field', 300) +
        arrow(206, 130, 320, 130, colour.slate) +
        arrow(206, 210, 320, 210, colour.slate) +
        '<path d="M262 480Q290 416 400 420Q520 424 540 482Z" fill="#6d9bb5"/>' +
        at(410, 452, 1.1, bush('yellow'), { turn: 10 }) +
        cross(546, 62),
    ),
  ),
  'site-and-frost/wrapped.svg': scene(
    'wrapped',
    background('snow', 330),
    at(500, 450, 1.35, mulberry('wrapped')),
    at(360, 450, 1.05, person({ who: 'old-man', pose: 'holding' })),
    tick(),
  ),
};
