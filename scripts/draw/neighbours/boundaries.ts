import { sheep } from '../animals.ts';
import { maize, millet, plot, stake } from '../crops.ts';
import { WATER, well } from '../fields.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { paper } from '../papers.ts';
import { person } from '../people.ts';
import { cloud, house, moon, sun } from '../places.ts';
import { chaffCutter, hoe } from '../reckoning.ts';
import { hay, phone, spade, trough } from '../tools.ts';
import { speech } from '../trades.ts';
import { clock, straw } from '../yard.ts';
import { flames, smoke, stool, talk } from './parts.ts';

const row = (plant: Part, xs: number[], y: number, size: number) => xs.map((x) => at(x, y, size, plant)).join('');

/** Two fields seen along the ditch between them. */
const fieldsByTheDitch = `<path d="M0 230H376L300 500H0Z" fill="${colour.soil}"/><path d="M800 230H424L500 500H800Z" fill="${colour.soil}"/><path d="M376 230H424L500 500H300Z" fill="${colour.mint}"/><path d="M388 230H412L456 500H344Z" fill="${WATER}"/><path d="M396 300q8 -8 14 0M388 380q12 -10 24 0M376 450q16 -12 34 0" fill="none" stroke="${colour.sky}" stroke-width="5"/>${row(millet(), [40, 130, 220, 310], 300, 0.4)}${row(millet(), [30, 140, 250], 400, 0.6)}${row(maize(), [490, 580, 670, 760], 300, 0.36)}${row(maize(), [550, 660, 770], 400, 0.54)}`;

const turn = (ground: 'field' | 'night', light: Part) =>
  background(ground, 250) +
  light +
  `<path d="M267 262H533V292H267Z" fill="${WATER}" stroke-width="4"/><path d="M380 292H420L430 350H370Z" fill="${WATER}" stroke="none"/>` +
  plot(285, 470, 230, 130, millet(), [3, 2], 0.55) +
  `<path d="M330 350Q400 330 470 350" fill="none" stroke="${WATER}" stroke-width="12"/>`;

/** Water, borders, sheep and smoke. */
export const boundaryScenes: Record<string, string> = {
  'water-and-boundaries/cover.svg': scene(
    'cover',
    background('field', 230),
    at(640, 90, 0.8, sun()),
    at(400, 232, 0.5, well()),
    fieldsByTheDitch,
    at(190, 492, 1.05, person({ who: 'man', pose: 'pointing' })),
    at(610, 492, 1.05, person({ who: 'woman' }), { flip: true }),
    at(262, 190, 0.9, talk()),
  ),
  'water-and-boundaries/turns.svg': scene(
    'turns',
    panels(turn('field', at(310, 210, 0.7, sun())), turn('field', at(400, 90, 0.7, sun())), turn('night', at(470, 100, 0.9, moon()))),
  ),
  'water-and-boundaries/ask-swap.svg': scene(
    'ask-swap',
    background('field', 260),
    at(400, 420, 1, well()),
    at(180, 490, 1.15, person({ who: 'man', pose: 'pointing' })),
    at(620, 490, 1.15, person({ who: 'woman' }), { flip: true }),
    speech(330, 100, at(-50, -8, 0.6, clock(0.3)) + at(52, -8, 0.6, clock(0.7))),
    tick(),
  ),
  'water-and-boundaries/night-cut.svg': scene(
    'night-cut',
    background('night', 250),
    at(130, 90, 1, moon()),
    `<path d="M0 286H800V366H0Z" fill="#8c6b4a"/><path d="M0 300H800V340H0Z" fill="${WATER}"/><path d="M330 340H440Q450 420 520 500H240Q330 430 330 340Z" fill="${WATER}"/><path d="M360 380q12 -8 24 0M350 440q16 -10 34 0" fill="none" stroke="${colour.sky}" stroke-width="5"/>`,
    row(millet('dry'), [60, 160, 640, 750], 470, 0.7),
    at(560, 480, 1.1, person({ who: 'man', pose: 'holding', face: 'worried' }), { flip: true }),
    at(446, 390, 1, spade(), { turn: 14 }),
    cross(),
  ),
  'water-and-boundaries/drain.svg': scene(
    'drain',
    `<path d="M0 0H800V500H0Z" fill="${colour.sky}" stroke="none"/>`,
    at(170, 90, 0.9, cloud('rain')),
    at(560, 100, 0.8, cloud('rain')),
    `<path d="M0 270H330Q352 280 356 310V450H454V372Q458 352 480 350H800V500H0Z" fill="${colour.soil}"/><path d="M356 392H454V450H356Z" fill="${WATER}"/><path d="M372 414q14 -8 28 0M414 430q12 -8 24 0" fill="none" stroke="${colour.sky}" stroke-width="5"/>`,
    row(millet(), [50, 140, 230], 272, 0.75),
    row(maize(), [560, 660, 760], 352, 0.66),
    `<path d="M250 284Q330 286 342 330V380" fill="none" stroke="${WATER}" stroke-width="12"/>`,
    arrow(404, 350, 404, 400, WATER),
    tick(),
  ),
  'water-and-boundaries/measure-together.svg': scene(
    'measure-together',
    background('field', 250),
    `<path d="M0 250H800V380H0Z" fill="${colour.soil}" stroke="none"/><path d="M0 380H800V500H0Z" fill="${colour.mint}" stroke="none"/><path d="M0 372Q400 352 800 372V398Q400 380 0 398Z" fill="#c79f6c"/>`,
    row(millet(), [60, 740], 330, 0.5),
    at(400, 384, 1, person({ who: 'official', pose: 'holding' })),
    at(496, 258, 0.42, phone()),
    at(240, 386, 0.95, stake()),
    at(560, 386, 0.95, stake()),
    '<path d="M206 344L240 300H560L600 344" fill="none" stroke="#b3392f" stroke-width="5"/>',
    at(110, 490, 1.1, person({ who: 'man', pose: 'holding' })),
    at(690, 490, 1.1, person({ who: 'woman', pose: 'holding' }), { flip: true }),
    speech(552, 90, at(0, -6, 0.34, paper({ sealed: true }))),
    tick(),
  ),
  'water-and-boundaries/plough-over.svg': scene(
    'plough-over',
    background('field', 220),
    `<path d="M0 220H400V500H0Z" fill="${colour.mint}" stroke="none"/><path d="M400 220H800V500H400Z" fill="${colour.soil}" stroke="none"/><path d="M400 500V250Q330 300 290 500Z" fill="#c79f6c"/><path d="M400 226V500" stroke="${colour.red}" stroke-width="7" stroke-dasharray="18 16"/><path d="M500 230L560 500M590 230L690 500M680 230L800 470" fill="none" stroke="#b08a5c" stroke-width="8"/>`,
    row(millet(), [50, 140, 230], 330, 0.6),
    row(millet(), [40, 150], 460, 0.75),
    at(290, 440, 0.7, millet('dry')),
    at(570, 490, 1.2, person({ who: 'man', pose: 'pointing', face: 'sceptical' }), { flip: true }),
    at(424, 470, 1.05, hoe(), { flip: true }),
    arrow(560, 130, 430, 130),
    cross(),
  ),
  'water-and-boundaries/sheep-in-crop.svg': scene(
    'sheep-in-crop',
    background('field', 220),
    plot(170, 440, 460, 210, millet(), [6, 3], 0.6),
    `<path d="M270 400l40 -14M330 420l46 4M420 396l40 14M470 424l44 -10" stroke="#a98a55" stroke-width="9"/>`,
    at(330, 420, 0.75, sheep({ kind: 'ewe' }), { flip: true }),
    at(480, 436, 0.75, sheep({ kind: 'ewe' })),
    at(100, 492, 1.1, person({ who: 'man', pose: 'pointing', face: 'worried' })),
    at(710, 492, 1.1, person({ who: 'woman', pose: 'holding', face: 'sceptical' }), { flip: true }),
    at(606, 338, 0.45, phone()),
  ),
  'water-and-boundaries/bale.svg': scene(
    'bale',
    background('yard', 290),
    at(140, 440, 0.95, hay()),
    at(230, 486, 1, hay()),
    at(330, 480, 1.1, person({ who: 'man', pose: 'pointing' })),
    at(540, 350, 0.72, chaffCutter()),
    at(510, 428, 0.62, straw()),
    at(510, 485, 0.9, trough(colour.sun)),
    at(690, 472, 0.95, sheep(), { flip: true }),
    tick(),
  ),
  'water-and-boundaries/burn.svg': scene(
    'burn',
    background('field', 320),
    at(620, 340, 0.8, house()),
    smoke(150, 330),
    at(170, 470, 1.5, hay()),
    at(170, 440, 1.2, flames()),
    at(460, 490, 0.95, person({ who: 'old-woman', face: 'worried' }), { flip: true }),
    cross(),
  ),
  'water-and-boundaries/mediator.svg': scene(
    'mediator',
    background('field', 250),
    plot(20, 360, 260, 110, millet(), [4, 1], 0.55),
    plot(520, 360, 260, 110, maize(), [4, 1], 0.45),
    at(400, 450, 1, person({ who: 'official', pose: 'pointing' })),
    at(170, 490, 1, stool()),
    at(164, 490, 1.05, person({ who: 'man', sitting: true })),
    at(630, 490, 1, stool()),
    at(636, 490, 1.05, person({ who: 'woman', sitting: true }), { flip: true }),
    at(462, 172, 0.8, talk()),
  ),
};
