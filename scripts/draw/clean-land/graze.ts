import { sheep } from '../animals.ts';
import { grass, notice, wire } from '../fields.ts';
import { arrow, at, background, colour, cross, type Part, scene, tick } from '../frame.ts';
import { person } from '../people.ts';
import { moon, shed, sun } from '../places.ts';
import { hay, trough } from '../tools.ts';

const SAND = '#e3cb97';

const banned = (): Part => notice(`${at(0, -92, 0.5, sheep())}<path d="M-62 -78L62 -178" stroke="${colour.red}" stroke-width="14"/>`);

/** A silage heap under a sheet, standing, 220 × 120. */
const silage = (): Part =>
  `<path d="M-110 0Q-90 -110 -40 -112H60Q100 -106 110 0Z" fill="${colour.green}"/><path d="M-110 0Q-90 -110 -40 -112H20Q-10 -60 -6 0Z" fill="${colour.steel}"/><path d="M40 -80l14 20M66 -60l10 20M30 -40l20 14M60 -24l20 8" stroke="${colour.mint}" stroke-width="7"/>`;

const thin = (x: number, y: number, size: number): Part => at(x, y, size, sheep({ mood: 'sick' }));

/** Graze or pen. */
export const grazeScenes: Record<string, string> = {
  'graze-or-pen/cover.svg': scene(
    'cover',
    background('field', 200),
    `<path d="M0 250Q200 180 400 236V500H0Z" fill="${colour.mint}"/><path d="M400 236Q600 190 800 260V500H400Z" fill="${SAND}"/>`,
    at(400, 84, 0.8, sun()),
    [300, 350, 400, 450, 494].map((y, i) => at(200, y, 1, grass(370 - (i % 2) * 30, 46))).join(''),
    at(130, 400, 0.8, sheep()),
    at(290, 470, 0.7, sheep({ kind: 'lamb' })),
    [330, 400, 470].map((y) => at(600, y, 1, grass(90, 14))).join(''),
    '<path d="M440 320q40 -20 80 0M640 300q40 -20 80 0M470 470q40 -20 80 0" fill="none" stroke="#b99a60"/>',
    thin(490, 370, 0.56),
    thin(670, 350, 0.56),
    thin(530, 476, 0.56),
    thin(700, 460, 0.56),
    '<path d="M400 236V500"/>',
  ),
  'graze-or-pen/rotate.svg': scene(
    'rotate',
    `<path d="M0 0H800V500H0Z" fill="${colour.mint}" stroke="none"/><path d="M0 0H400V250H0Z" fill="${colour.soil}" stroke="none"/>`,
    [90, 150, 210].map((y) => at(200, y + 20, 1, grass(300, 14))).join(''),
    at(90, 150, 0.6, sheep()),
    at(250, 140, 0.6, sheep()),
    at(200, 232, 0.6, sheep()),
    [80, 130, 180].map((y) => at(600, y + 30, 1, grass(330, 34))).join(''),
    [340, 400, 460].map((y) => at(600, y + 20, 1, grass(330, 56))).join(''),
    [340, 400, 460].map((y) => at(200, y + 20, 1, grass(330, 80))).join(''),
    '<path d="M0 250H800M400 0V500" stroke-width="14"/><path d="M0 250H800M400 0V500" stroke="#b5763a" stroke-width="5" stroke-dasharray="20 14"/>',
    arrow(340, 60, 470, 60, colour.sun),
    arrow(740, 190, 740, 310, colour.sun),
    arrow(460, 450, 330, 450, colour.sun),
    arrow(60, 320, 60, 190, colour.sun),
  ),
  'graze-or-pen/stocked.svg': scene(
    'stocked',
    background('yard', 300),
    at(210, 400, 1.3, shed()),
    at(540, 400, 1.15, hay()),
    at(680, 400, 1.15, hay()),
    at(600, 300, 1.1, hay()),
    at(600, 490, 0.9, silage()),
    at(150, 440, 0.8, sheep()),
    at(320, 480, 1, trough(colour.green)),
    at(270, 404, 0.6, sheep({ kind: 'lamb' })),
    tick(),
  ),
  'graze-or-pen/empty.svg': scene(
    'empty',
    background('yard', 300),
    at(210, 400, 1.3, shed()),
    at(160, 450, 0.8, sheep({ mood: 'open-mouth' })),
    at(480, 430, 0.8, sheep({ mood: 'open-mouth' }), { flip: true }),
    at(330, 486, 1.1, trough('#8a6a44')),
    at(640, 480, 1.1, person({ who: 'man', pose: 'no', face: 'worried' }), { flip: true }),
    cross(),
  ),
  'graze-or-pen/closed.svg': scene(
    'closed',
    background('field', 210),
    [250, 290, 330, 370].map((y) => at(190, y, 1, grass(380, 64))).join(''),
    at(190, 420, 1.25, wire(340)),
    at(330, 436, 1.1, banned()),
    at(520, 470, 1.05, person({ who: 'old-man', pose: 'pointing' })),
    at(700, 420, 0.7, sheep()),
    at(720, 490, 0.7, sheep()),
    arrow(610, 250, 740, 250, colour.green),
  ),
  'graze-or-pen/night.svg': scene(
    'night',
    background('night', 220),
    at(650, 80, 1, moon()),
    [260, 300, 340, 380].map((y) => at(170, y, 1, grass(340, 70))).join(''),
    at(170, 430, 1.25, wire(300)),
    at(300, 446, 1, banned()),
    at(470, 476, 1.05, person({ who: 'man', pose: 'pointing' })),
    at(660, 410, 0.7, sheep()),
    at(700, 490, 0.75, sheep()),
    tick(730, 190),
  ),
};
