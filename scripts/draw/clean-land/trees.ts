import { sheep } from '../animals.ts';
import { grass, seedling, tree, WATER, wind } from '../fields.ts';
import { at, background, colour, cross, type Part, scene, tick } from '../frame.ts';
import { person } from '../people.ts';
import { cloud, fence } from '../places.ts';

const small = (x: number, y: number): Part => at(x, y, 0.55, wind(150));
const slope = (fill: string): Part => `<path d="M0 150Q260 150 520 330Q640 420 800 440V500H0Z" fill="${fill}"/>`;
const axe = (): Part =>
  `<path d="M-70 0H70" stroke-width="15"/><path d="M-70 0H70" stroke="${colour.wood}" stroke-width="7"/><path d="M40 -8Q30 -50 62 -64Q100 -30 84 8Z" fill="${colour.steel}"/>`;

/** Trees and grass. */
export const treeScenes: Record<string, string> = {
  'trees-and-grass/cover.svg': scene(
    'cover',
    background('field', 330),
    `<path d="M0 400H800V500H0Z" fill="${colour.soil}"/>`,
    at(20, 110, 1.2, wind(170)),
    at(20, 220, 1.2, wind(170)),
    at(20, 320, 1.2, wind(170)),
    [290, 350, 410].map((x) => at(x, 410, 1, tree())).join(''),
    small(500, 250),
    small(600, 320),
    [490, 560, 630, 700, 770].map((x) => at(x, 450, 1.1, seedling())).join(''),
    [40, 110].map((x) => at(x, 450, 1.1, seedling('bent'))).join(''),
  ),
  'trees-and-grass/porous.svg': scene(
    'porous',
    background('field', 330),
    `<path d="M0 400H800V500H0Z" fill="${colour.soil}"/>`,
    at(10, 150, 1.1, wind(150)),
    at(10, 260, 1.1, wind(150)),
    [200, 320].map((x) => at(x, 410, 1, tree())).join(''),
    small(400, 240),
    small(520, 290),
    [380, 450, 520, 590, 660, 730].map((x) => at(x, 450, 1.1, seedling())).join(''),
    tick(),
  ),
  'trees-and-grass/wall.svg': scene(
    'wall',
    background('field', 330),
    `<path d="M0 400H800V500H0Z" fill="${colour.soil}"/>`,
    at(10, 200, 1.1, wind(150)),
    at(10, 300, 1.1, wind(150)),
    [200, 230, 260, 290, 320].map((x) => at(x, 410, 1, tree())).join(''),
    '<path d="M150 120Q260 30 420 90Q540 140 600 300" fill="none" stroke="#7fa3b8" stroke-width="12"/><path d="M570 300L606 346L632 290Z" fill="#7fa3b8" stroke="none"/><path d="M640 300q60 -60 90 0q10 50 -40 50q-40 -6 -24 -44" fill="none" stroke="#7fa3b8" stroke-width="10"/>',
    [390, 460].map((x) => at(x, 450, 1.1, seedling())).join(''),
    [540, 610, 680, 740].map((x) => at(x, 450, 1.1, seedling('bent'))).join(''),
    cross(),
  ),
  'trees-and-grass/right-tree.svg': scene(
    'right-tree',
    `<path d="M0 0H800V330H0Z" fill="${colour.sky}" stroke="none"/><path d="M0 330H800V500H0Z" fill="${colour.soil}"/>`,
    at(110, 330, 1, tree('dry-top')),
    '<path d="M110 334q-20 10 -36 34M110 334q20 10 36 34" fill="none" stroke-width="9"/>',
    at(320, 332, 1.3, tree('sturdy')),
    at(510, 420, 1, person({ who: 'man', pose: 'standing' })),
    at(725, 420, 1, person({ who: 'official', pose: 'pointing' }), { flip: true }),
    cross(110, 440),
    tick(420, 440),
  ),
  'trees-and-grass/across.svg': scene(
    'across',
    background('field', 500),
    at(560, 90, 1, cloud('rain')),
    at(160, 70, 0.8, cloud('rain')),
    slope(colour.soil),
    at(180, 186, 1, grass(100, 60), { turn: 12 }),
    at(390, 266, 1, grass(100, 60), { turn: 32 }),
    at(590, 380, 1, grass(100, 60), { turn: 26 }),
    `<path d="M60 176q50 0 70 4M250 214q50 20 76 40M450 320q40 24 74 44" fill="none" stroke="${WATER}" stroke-width="12"/>`,
    '<path d="M90 200q30 -20 60 4ZM300 272q30 -20 50 20ZM500 374q30 -20 54 20Z" fill="#8c6b4a" stroke="none"/>',
    tick(),
  ),
  'trees-and-grass/downhill.svg': scene(
    'downhill',
    background('field', 500),
    at(560, 90, 1, cloud('rain')),
    at(160, 70, 0.8, cloud('rain')),
    slope(colour.soil),
    '<path d="M120 170Q320 190 500 350T760 470L720 500Q520 430 440 350Q300 220 120 190ZM60 260Q240 300 400 430L440 500H360Q240 350 60 290Z" fill="#6f5b45"/>',
    `<path d="M160 182Q340 230 480 360T700 470M100 280Q260 330 390 470" fill="none" stroke="${WATER}" stroke-width="10"/>`,
    '<path d="M640 500Q680 460 800 462V500Z" fill="#8c6b4a"/>',
    cross(),
  ),
  'trees-and-grass/fenced.svg': scene(
    'fenced',
    background('field', 220),
    [110, 210, 310, 410].map((x) => at(x, 340, 1, tree('young'))).join(''),
    at(260, 390, 1.15, fence(400)),
    at(690, 430, 0.9, person({ who: 'old-man', pose: 'pointing' })),
    at(300, 490, 0.6, sheep()),
    at(460, 490, 0.6, sheep()),
    at(600, 490, 0.6, sheep()),
    tick(),
  ),
  'trees-and-grass/gnawed.svg': scene(
    'gnawed',
    background('field', 220),
    at(120, 380, 1.2, tree('gnawed')),
    at(330, 350, 1, tree('young')),
    at(560, 370, 1.2, tree('gnawed')),
    at(370, 460, 0.95, sheep({ mood: 'open-mouth' })),
    at(210, 400, 0.7, sheep(), { flip: true }),
    at(690, 450, 0.8, sheep({ mood: 'open-mouth' }), { flip: true }),
    cross(),
  ),
  'trees-and-grass/old-belt.svg': scene(
    'old-belt',
    background('field', 300),
    `<path d="M0 400H330V500H0Z" fill="${colour.soil}"/>`,
    [60, 130, 200, 270].map((x) => at(x, 400, 1.1, tree())).join(''),
    [60, 140, 220].map((x) => at(x, 470, 1, seedling())).join(''),
    at(460, 460, 1.1, person({ who: 'man', pose: 'pointing' }), { flip: true }),
    at(660, 460, 1.1, person({ who: 'official', pose: 'no' }), { flip: true }),
    at(560, 480, 1.1, axe()),
  ),
};
