import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { manureHeap } from '../places.ts';
import { basket, crumbs, dirtyTuft, fleece, pack, roll, shortBits, slattedTable, tuft } from '../wool.ts';

const DIRT = '#a9825a';
const topTable: Part = `<path d="M0 330H800V500H0Z" fill="${colour.wood}"/><path d="M100 330V500M230 330V500M360 330V500M490 330V500M620 330V500M740 330V500" fill="none"/>`;

export const sorting: Record<string, string> = {
  'sorting-and-skirting/cover.svg': scene(
    'cover',
    background('room', 380),
    at(120, 480, 1.2, person({ who: 'woman', pose: 'holding' })),
    at(680, 480, 1.2, person({ who: 'man', pose: 'holding' }), { flip: true }),
    at(400, 480, 0.95, slattedTable()),
    at(400, 258, 1.1, fleece(true)),
    crumbs(400, 370, 360),
  ),
  'sorting-and-skirting/edges-off.svg': scene(
    'edges-off',
    background('room', 330),
    topTable,
    at(520, 270, 1.5, fleece()),
    at(130, 480, 1.3, basket(DIRT)),
    at(220, 240, 1.1, hand()),
    at(300, 232, 1, dirtyTuft()),
    tick(),
  ),
  'sorting-and-skirting/rolled-in.svg': scene(
    'rolled-in',
    background('room', 330),
    topTable,
    at(380, 470, 2.9, roll(DIRT)),
    at(180, 300, 1, hand()),
    cross(),
  ),
  'sorting-and-skirting/roll.svg': scene(
    'roll',
    background('room', 400),
    panels(
      at(400, 250, 0.75, fleece(), { turn: 80 }) +
        at(330, 120, 0.6, hand()) +
        at(470, 120, 0.6, hand(), { flip: true }) +
        at(400, 470, 0.8, shortBits()),
      at(400, 280, 0.68, fleece()) + arrow(290, 280, 370, 280, colour.green) + arrow(510, 280, 430, 280, colour.green),
      at(390, 330, 1.5, roll()),
    ),
  ),
  'sorting-and-skirting/lots.svg': scene(
    'lots',
    background('room', 300),
    panels(
      at(350, 470, 0.8, roll()) +
        at(440, 470, 0.8, roll()) +
        at(395, 390, 0.8, roll()) +
        at(400, 150, 1, tuft({ length: 240, waves: 8, thick: 4 })),
      at(350, 470, 0.8, roll()) +
        at(440, 470, 0.8, roll()) +
        at(395, 390, 0.8, roll()) +
        at(400, 215, 1, tuft({ length: 110, waves: 4, thick: 4 })),
      at(350, 470, 0.8, roll()) + at(440, 470, 0.8, roll()) + at(400, 160, 1, tuft({ length: 220, waves: 2, thick: 12 })),
    ),
  ),
  'sorting-and-skirting/good-bag.svg': scene(
    'good-bag',
    background('room', 380),
    at(430, 470, 1.7, pack({ label: true })),
    at(170, 470, 1.15, person({ who: 'woman', pose: 'holding' })),
    tick(),
  ),
  'sorting-and-skirting/woven-bag.svg': scene(
    'woven-bag',
    background('room', 380),
    at(430, 470, 1.7, pack({ woven: true })),
    at(170, 470, 1.15, person({ who: 'woman', pose: 'holding', face: 'worried' })),
    cross(),
  ),
  'sorting-and-skirting/compost.svg': scene(
    'compost',
    background('field', 300),
    `<path d="M560 500Q640 380 800 340V500Z" fill="${colour.soil}"/><g stroke="${colour.green}" stroke-width="10"><path d="M650 480v-26M700 450v-26M750 424v-26M740 480v-26" fill="none"/></g>`,
    at(460, 470, 1.5, manureHeap()),
    at(200, 480, 1.2, person({ who: 'old-man', pose: 'holding' })),
    at(320, 330, 0.95, basket(DIRT)),
    at(420, 320, 0.9, dirtyTuft()) + at(500, 316, 0.9, dirtyTuft()) + at(450, 380, 0.9, dirtyTuft()),
  ),
};
