import { arrow, at, background, colour, cross, type Part, scene, tick } from '../frame.ts';
import { hand } from '../people.ts';
import { cloud, house, sun } from '../places.ts';
import { bucket } from '../tools.ts';
import { bush, underground } from './parts.ts';

const cutOpen = (isDeep: boolean): Part =>
  `<path d="M0 0H800V260H0Z" fill="${colour.sky}" stroke="none"/><path d="M0 260H800V500H0Z" fill="${colour.soil}"/>` +
  at(110, 90, 0.9, sun()) +
  at(430, 262, 1.25, underground(isDeep)) +
  at(430, 264, 1.05, bush(isDeep ? 'well' : 'dry'));

const straw = (x: number, width: number): Part =>
  `<path d="M${x} 420q${width / 2} -46 ${width} 0Z" fill="${colour.sun}"/><path d="M${x + 20} 412l24 -14M${x + 50} 412l20 -18M${x + 84} 410l14 -12" stroke-width="4"/>`;

const jar = (): Part =>
  `<path d="M-60 -130H60Q96 -70 60 0H-60Q-96 -70 -60 -130Z" fill="${colour.wood}"/><ellipse cx="0" cy="-130" rx="60" ry="16" fill="#6d9bb5"/>`;

/** Water in drought. */
export const waterScenes: Record<string, string> = {
  'water-in-drought/cover.svg': scene(
    'cover',
    background('field', 330),
    at(110, 90, 1, sun()),
    '<path d="M180 440Q190 380 250 392H550Q610 380 620 440Q400 500 180 440Z" fill="#d9b888"/>',
    straw(236, 130),
    straw(436, 130),
    at(400, 430, 1.3, bush()),
    arrow(368, 470, 300, 470, colour.green),
    arrow(432, 470, 500, 470, colour.green),
    at(700, 470, 0.9, bucket()),
  ),
  'water-in-drought/deep.svg': scene('deep', cutOpen(true), at(630, 250, 1, bucket()), tick()),
  'water-in-drought/shallow.svg': scene(
    'shallow',
    cutOpen(false),
    at(640, 180, 0.9, `<path d="M-50 0A40 40 0 0 0 40 0Z" fill="${colour.steel}"/><path d="M40 0H120" stroke-width="14"/>`, { turn: -20 }),
    '<path d="M590 214l-6 20M620 220l-6 20M570 234l-6 16" stroke="#4f86a8" stroke-width="8"/>',
    cross(),
  ),
  'water-in-drought/look.svg': scene(
    'look',
    background('field', 240),
    at(620, 330, 1.3, bush()),
    '<path d="M240 400Q400 330 580 400Q560 490 400 490Q260 490 240 400Z" fill="#6f5b45"/><path d="M230 404Q300 350 340 372Q300 420 230 404ZM590 404Q520 350 480 372Q520 420 590 404Z" fill="#d9b888"/>',
    at(330, 350, 1.5, hand(), { turn: 24 }),
    '<path d="M372 380Q380 350 420 356Q460 360 456 392Q440 420 400 412Q372 404 372 380Z" fill="#5a4632"/>',
    '<path d="M470 300q-18 30 0 44q18 -14 0 -44Z" fill="#4f86a8"/>',
  ),
  'water-in-drought/catch-rain.svg': scene(
    'catch-rain',
    background('field', 350),
    at(560, 80, 1, cloud('rain')),
    at(250, 60, 0.8, cloud('rain')),
    at(190, 400, 1.3, house()),
    '<path d="M356 190H400V300" fill="none" stroke-width="20"/><path d="M356 190H400V300" fill="none" stroke="#c9d3d8" stroke-width="9"/>',
    at(400, 450, 1, jar()),
    '<path d="M460 440Q540 470 600 450H700" fill="none" stroke-width="12"/>',
    at(640, 450, 1.15, bush()),
    '<path d="M600 458q-8 16 0 24q8 -8 0 -24ZM680 458q-8 16 0 24q8 -8 0 -24Z" fill="#4f86a8" stroke-width="4"/>',
  ),
};
