import { drop, maize, well } from '../fields.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { person } from '../people.ts';
import { cloud, manureHeap, ploughedField } from '../places.ts';
import { truck } from '../yard.ts';

const DUNG = '#8a6a44';

const steam = (x: number, y: number): Part =>
  `<path d="M${x} ${y}q-16 -24 0 -46t0 -46M${x + 50} ${y + 8}q-16 -24 0 -46t0 -46M${x - 50} ${y + 8}q-16 -24 0 -46t0 -46" fill="none" stroke="#fffaf0" stroke-width="10"/>`;

/** A fork with dung on it, its grip at the origin, pointing right and down. */
const fork = (): Part =>
  `<path d="M-60 -50L120 70" stroke-width="13"/><path d="M-60 -50L120 70" stroke="${colour.wood}" stroke-width="5"/><path d="M120 70q50 0 80 40M120 70q20 30 40 70M120 70q36 16 62 56M104 94L142 46" fill="none" stroke-width="8"/><path d="M140 60q30 -30 60 -6q26 20 0 44q-30 10 -60 -38Z" fill="${DUNG}"/>`;

/** A fist around a lump of dung. */
const squeezed = (isWet: boolean): Part =>
  `<rect x="-250" y="-60" width="110" height="120" rx="12" fill="${colour.green}"/><path d="M-40 -84Q30 -120 96 -70Q130 -20 96 56Q30 100 -40 74Z" fill="${isWet ? '#6d5a3c' : DUNG}"/><path d="M-146 -48H-60Q-20 -80 40 -70Q60 -60 44 -44H-10Q70 -50 78 -34Q82 -18 66 -16H0Q80 -14 82 2Q80 18 64 18H0Q70 22 70 36Q66 50 50 50H-10Q46 56 40 70Q20 84 -40 70L-146 48Z" fill="${colour.skin}"/><path d="M-70 -50Q-30 -120 10 -112Q34 -102 14 -80L-20 -46" fill="${colour.skin}"/>`;

const bank = (x: number, y: number, width: number): Part =>
  `<path d="M${x} ${y}Q${x + 26} ${y - 46} ${x + 52} ${y}M${x + width - 52} ${y}Q${x + width - 26} ${y - 46} ${x + width} ${y}" fill="${colour.wood}"/>`;

/** Manure is not waste. */
export const manureScenes: Record<string, string> = {
  'manure-is-not-waste/cover.svg': scene(
    'cover',
    background('field', 300),
    [640, 710, 780].map((x) => at(x, 330, 0.8, maize())).join(''),
    `<path d="M560 330H800V360H560Z" fill="${colour.soil}"/>`,
    steam(560, 280),
    at(480, 470, 1.6, manureHeap()),
    at(160, 480, 1.15, person({ who: 'woman', pose: 'holding' })),
    at(262, 322, 0.9, fork(), { turn: -58 }),
  ),
  'manure-is-not-waste/squeeze-moist.svg': scene('squeeze-moist', background('plain'), at(400, 230, 1.5, squeezed(false)), tick()),
  'manure-is-not-waste/squeeze-drip.svg': scene(
    'squeeze-drip',
    background('plain'),
    at(400, 200, 1.5, squeezed(true)),
    at(400, 370, 1, drop()),
    at(470, 410, 1, drop()),
    at(340, 420, 1, drop()),
    at(430, 460, 0.8, drop()),
    cross(),
  ),
  'manure-is-not-waste/covered.svg': scene(
    'covered',
    background('yard', 310),
    at(200, 100, 1.1, cloud('rain')),
    at(520, 90, 1.1, cloud('rain')),
    at(400, 460, 2.2, manureHeap(true)),
    arrow(250, 240, 150, 330, '#4f86a8'),
    arrow(550, 240, 650, 330, '#4f86a8'),
    tick(),
  ),
  'manure-is-not-waste/rain.svg': scene(
    'rain',
    background('yard', 310),
    '<path d="M250 420Q120 440 60 480L40 500H620Q560 470 520 440Z" fill="#5a4632"/><path d="M110 486q20 -10 40 0M300 480q20 -10 40 0M460 486q20 -10 40 0" fill="none" stroke="#8c7a66" stroke-width="5"/>',
    at(400, 440, 1.9, manureHeap()),
    at(200, 100, 1.1, cloud('rain')),
    at(520, 90, 1.1, cloud('rain')),
    cross(),
  ),
  'manure-is-not-waste/far-well.svg': scene(
    'far-well',
    background('yard', 300),
    `<path d="M520 300Q660 210 800 230V330H500Z" fill="${colour.grass}"/>`,
    at(690, 260, 0.75, well()),
    '<path d="M50 430H450V480H50Z" fill="#c9d3d8"/>',
    bank(24, 430, 450),
    at(250, 430, 1.35, manureHeap(true)),
    arrow(500, 380, 620, 300, colour.green),
    arrow(620, 300, 500, 380, colour.green),
    tick(730, 440),
  ),
  'manure-is-not-waste/by-well.svg': scene(
    'by-well',
    `<path d="M0 0H800V300H0Z" fill="${colour.sky}" stroke="none"/><path d="M0 300H800V500H0Z" fill="${colour.soil}"/>`,
    '<path d="M230 300Q260 380 420 400Q520 410 528 440H612V300Z" fill="#5a4632" stroke="none"/><path d="M526 300V500H614V300Z" fill="#7f93a0"/><path d="M526 420H614V500H526Z" fill="#6d5a3c"/>',
    at(570, 306, 1.05, well()),
    at(290, 302, 1.5, manureHeap()),
    arrow(330, 350, 500, 430, colour.red),
    cross(),
  ),
  'manure-is-not-waste/match.svg': scene(
    'match',
    panels(
      background('field', 200) +
        ploughedField(240) +
        [230, 300, 510, 580].map((x) => at(x, 300, 0.6, maize())).join('') +
        at(400, 470, 1.25, manureHeap()) +
        tick(540, 70),
      background('field', 300) +
        `<path d="M216 330H400V400H190Z" fill="${colour.soil}"/>` +
        at(260, 370, 0.5, maize()) +
        at(340, 370, 0.5, maize()) +
        at(290, 486, 0.75, manureHeap()) +
        at(480, 450, 0.6, `${truck()}<path d="M-144 -90Q-60 -170 36 -90Z" fill="${DUNG}"/>`) +
        arrow(420, 300, 570, 300, colour.green),
    ),
  ),
};
