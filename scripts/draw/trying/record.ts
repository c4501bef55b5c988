import { sheep } from '../animals.ts';
import { millet, plot, stake } from '../crops.ts';
import { at, background, colour, cross, scene, tick } from '../frame.ts';
import { banknotes, calendar, ledger } from '../papers.ts';
import { hand, person } from '../people.ts';
import { cloud, sun, table } from '../places.ts';
import { hoe, hungBook, pencil, strokes } from '../reckoning.ts';
import { bucket, phone, sack, scale } from '../tools.ts';

const door =
  '<path d="M470 60H700V470H470Z" fill="#b5763a"/><path d="M490 80H680V460H490Z" fill="none" stroke-width="4"/><circle cx="500" cy="280" r="11" fill="#e5b53a"/>';
const lines = '<path d="M-36 90H30M-36 116H20M-36 142H30" stroke-width="5"/>';
const spread = '<path d="M0 -150Q-150 -190 -330 -150V150Q-150 120 0 160Q150 120 330 150V-150Q150 -190 0 -150ZM0 -150V160" fill="#fffaf0"/>';

/** A notebook behind the door. */
export const recordScenes: Record<string, string> = {
  'keep-a-record/cover.svg': scene(
    'cover',
    background('room', 470),
    door,
    at(600, 140, 1.1, hungBook(lines)),
    at(360, 492, 1.3, person({ who: 'woman', pose: 'pointing' })),
    at(500, 252, 0.8, pencil()),
    at(170, 490, 1.25, hoe()),
    at(90, 490, 0.8, bucket()),
  ),
  'keep-a-record/five-things.svg': scene(
    'five-things',
    background('plain'),
    [90, 245, 400, 555, 710]
      .map(
        (x, i) =>
          `<rect x="${x - 70}" y="110" width="140" height="280" rx="14" fill="${['#fffaf0', '#cfe3c4', '#dcecf2', '#fbe5dd', '#f1e3cd'][i]}"/>`,
      )
      .join(''),
    at(90, 260, 0.52, calendar([11])),
    at(228, 360, 0.8, hoe()),
    at(278, 360, 0.75, millet()),
    at(392, 330, 0.42, scale()),
    at(388, 320, 0.5, sack()),
    at(555, 250, 0.65, banknotes()),
    at(710, 240, 0.62, cloud('rain')),
    at(710, 345, 0.5, sun()),
  ),
  'keep-a-record/same-day.svg': scene(
    'same-day',
    '<path d="M0 0H800V500H0Z" fill="#f3cfa0" stroke="none"/><path d="M0 400H800V500H0Z" fill="#cfe3c4" stroke="none"/><path d="M0 400H800"/>',
    at(90, 400, 1.2, sun()),
    '<path d="M0 400H800V500H0Z" fill="#cfe3c4" stroke="none"/><path d="M0 400H400"/>',
    '<path d="M400 0H800V500H400Z" fill="#ead7b0"/>',
    at(570, 110, 1.25, hungBook(lines)),
    at(330, 490, 1.2, person({ who: 'man', pose: 'pointing' })),
    at(478, 266, 0.8, pencil()),
    at(730, 490, 1.2, hoe()),
    tick(),
  ),
  'keep-a-record/in-winter.svg': scene(
    'in-winter',
    background('room', 400),
    '<path d="M60 60H280V240H60Z" fill="#8fa5b8"/>',
    at(120, 130, 0.6, cloud('snow')),
    at(220, 150, 0.6, cloud('snow')),
    '<path d="M170 60V240M60 150H280" fill="none"/>',
    at(400, 495, 1.2, person({ who: 'man', pose: 'no', face: 'worried' })),
    at(430, 520, 1.25, table()),
    at(440, 366, 0.7, '<path d="M0 -64Q-60 -92 -130 -72V70Q-60 50 0 78Q60 50 130 70V-72Q60 -92 0 -64ZM0 -64V78" fill="#fffaf0"/>'),
    cross(),
  ),
  'keep-a-record/bad-too.svg': scene(
    'bad-too',
    background('plain'),
    `<g transform="translate(400 250)">${spread}</g>`,
    at(190, 330, 1.3, millet()),
    at(300, 200, 0.7, cloud('rain')),
    at(530, 330, 1.4, millet('dry')),
    at(640, 190, 0.65, sun()),
    '<path d="M120 356H340M460 356H680M120 384H280M460 384H620" stroke-width="5"/>',
    at(690, 430, 1.1, pencil(), { turn: -145 }),
  ),
  'keep-a-record/strokes.svg': scene(
    'strokes',
    background('field', 260),
    at(200, 260, 1.5, ledger().replace(/<path d="M0 -64V78M-106.*?\/>/, '<path d="M0 -64V78"/>')),
    at(40, 220, 0.75, strokes(9)),
    at(60, 296, 0.75, strokes(3)),
    at(300, 210, 0.5, cloud('rain')),
    at(300, 340, 0.45, sheep()),
    plot(430, 470, 350, 190, millet('new'), [5, 2], 0.7),
    at(606, 470, 1, stake()),
    at(600, 190, 1, phone()),
    at(700, 220, 0.9, hand({ sleeve: colour.red }), { flip: true }),
  ),
};
