import { sheep } from '../animals.ts';
import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { calendar, paper } from '../papers.ts';
import { person } from '../people.ts';
import { cloud, fence, fieldRows, house, manureHeap, shed } from '../places.ts';
import { hay, scale, spade, syringe, trough } from '../tools.ts';
import { straw, stream, tagInEar } from '../yard.ts';

const ticks = (cells: [number, number][]) =>
  cells.map(([x, y]) => `<path d="M${x - 8} ${y}l6 8l12 -16" fill="none" stroke="${colour.green}" stroke-width="5"/>`).join('');

/** One ram's lambs in a pen that is the same for every ram, and the scales that wait for them. */
const trialPen = (ram: string) =>
  background('yard', 220) +
  at(310, 170, 0.6, ram) +
  at(490, 200, 0.6, scale()) +
  at(400, 380, 0.85, trough(colour.green)) +
  at(310, 380, 0.9, sheep({ kind: 'lamb' })) +
  at(490, 380, 0.9, sheep({ kind: 'lamb' }), { flip: true }) +
  at(400, 450, 0.95, fence(330));

export const year: Record<string, string> = {
  'the-years-calendar/cover.svg': scene(
    'cover',
    background('room', 380),
    at(
      250,
      210,
      1.45,
      calendar([10, 24, 31]) +
        ticks([
          [-90, -45],
          [-60, -45],
          [-30, -45],
          [0, -45],
          [-90, -15],
          [-60, -15],
        ]),
    ),
    at(600, 480, 1.05, person({ who: 'old-man', pose: 'pointing' }), { flip: true }),
    '<path d="M462 268l34 -12" stroke-width="12"/>',
    at(120, 480, 0.55, sheep()),
    at(240, 485, 0.6, sheep({ kind: 'lamb' })),
  ),
  'the-years-calendar/five-months.svg': scene(
    'five-months',
    background('field', 300),
    at(110, 380, 0.62, sheep({ kind: 'ram' })),
    at(120, 480, 0.62, sheep()),
    ...[270, 340, 410, 480, 550].map((x) => `<circle cx="${x}" cy="200" r="27" fill="#f6dc8a"/>`),
    arrow(240, 300, 540, 300),
    at(680, 420, 0.75, sheep(), { flip: true }),
    at(640, 480, 0.75, sheep({ kind: 'lamb' })),
  ),
  'the-years-calendar/before-lambing.svg': scene(
    'before-lambing',
    background('yard', 300),
    at(600, 470, 0.95, shed()),
    at(600, 470, 0.85, straw()),
    at(280, 460, 1.05, sheep({ kind: 'in-lamb' })),
    at(100, 480, 1, person({ who: 'vet', pose: 'holding' })),
    at(196, 340, 0.5, syringe(), { turn: 10 }),
  ),
  'the-years-calendar/hay-ready.svg': scene(
    'hay-ready',
    background('field', 260),
    at(250, 430, 1.25, shed()),
    at(180, 420, 0.9, hay()),
    at(320, 420, 0.9, hay()),
    at(250, 330, 0.9, hay()),
    at(590, 440, 1, trough(colour.green)),
    at(520, 410, 0.62, sheep()),
    at(680, 410, 0.62, sheep(), { flip: true }),
    at(600, 490, 0.9, fence(300)),
    tick(),
  ),
  'the-years-calendar/no-hay.svg': scene(
    'no-hay',
    background('snow', 300),
    at(170, 90, 1, cloud('snow')),
    at(460, 80, 1, cloud('snow')),
    at(130, 440, 0.85, sheep({ mood: 'sick' })),
    at(670, 440, 0.85, sheep({ mood: 'sick' }), { flip: true }),
    at(400, 475, 0.95, trough(colour.wood)),
    cross(),
  ),
  'the-years-calendar/manure-heap.svg': scene(
    'manure-heap',
    fieldRows(330),
    '<path d="M0 0H800V330H0Z" fill="#dcecf2" stroke="none"/><path d="M0 330H800"/>',
    at(120, 330, 0.55, house()),
    at(300, 450, 1.3, manureHeap(true)),
    at(520, 480, 0.95, person({ who: 'woman', pose: 'holding' }), { flip: true }),
    at(440, 480, 0.95, spade(), { turn: -8 }),
    tick(),
  ),
  'the-years-calendar/manure-river.svg': scene(
    'manure-river',
    background('field', 300),
    stream(true),
    at(500, 400, 1.1, manureHeap()),
    '<path d="M560 400Q600 420 640 420" stroke="#8a6a44" stroke-width="26"/>',
    at(280, 470, 0.95, person({ who: 'man', pose: 'holding' })),
    at(380, 440, 0.85, spade(), { turn: 60 }),
    cross(),
  ),
  'the-years-calendar/compare-years.svg': scene(
    'compare-years',
    background('room', 380),
    at(180, 190, 1.1, calendar([3, 17])),
    at(
      460,
      190,
      1.1,
      calendar([10, 24]) +
        ticks([
          [-90, -45],
          [-60, -45],
          [-30, -45],
          [0, -45],
          [30, -45],
          [-90, -15],
          [-60, -15],
          [-30, -15],
        ]),
    ),
    at(690, 490, 1, person({ who: 'woman', pose: 'pointing' }), { flip: true }),
  ),
  'choosing-the-cross/cover.svg': scene(
    'cover',
    background('field', 280),
    at(150, 410, 1.05, sheep()),
    at(650, 410, 1.1, sheep({ kind: 'dorper' }), { flip: true }),
    arrow(330, 290, 385, 350),
    arrow(470, 290, 415, 350),
    at(400, 480, 1.05, sheep({ kind: 'lamb' })),
  ),
  'choosing-the-cross/growth.svg': scene(
    'growth',
    background('yard', 330),
    at(200, 460, 0.95, scale()),
    at(185, 438, 0.8, sheep({ kind: 'lamb' })),
    at(580, 460, 0.95, scale().replace('L150 -240', 'L152 -206')),
    at(565, 438, 1.2, sheep({ kind: 'lamb' })),
    at(200, 190, 0.55, sheep()),
    at(500, 190, 0.55, sheep()),
    at(690, 190, 0.55, sheep({ kind: 'dorper' }), { flip: true }),
  ),
  'choosing-the-cross/papers.svg': scene(
    'papers',
    background('yard', 340),
    at(300, 100, 0.5, paper({ sealed: true })),
    at(430, 100, 0.5, paper({ sealed: true, signed: true })),
    at(560, 100, 0.5, paper({ sealed: true })),
    at(530, 470, 1.1, sheep({ kind: 'dorper' }) + tagInEar()),
    at(160, 480, 1, person({ who: 'woman', pose: 'pointing' })),
    tick(),
  ),
  'choosing-the-cross/no-papers.svg': scene(
    'no-papers',
    background('yard', 340),
    at(400, 470, 1.05, sheep({ kind: 'dorper' })),
    at(200, 480, 1, person({ who: 'seller', pose: 'pointing' })),
    at(680, 480, 1, person({ who: 'woman', face: 'sceptical' }), { flip: true }),
    `<g fill="none" stroke-dasharray="4 16">${at(400, 150, 0.6, '<rect x="-110" y="-140" width="220" height="280" rx="6" fill="none"/>')}</g>`,
    cross(),
  ),
  'choosing-the-cross/fair-trial.svg': scene('fair-trial', panels(trialPen(sheep({ kind: 'ram' })), trialPen(sheep({ kind: 'dorper' })))),
  'choosing-the-cross/keep-apart.svg': scene(
    'keep-apart',
    background('field', 250),
    at(140, 430, 0.95, sheep({ kind: 'dorper' })),
    ...[300, 360, 420].map((y) => at(330, y + 60, 1, fence(60))),
    at(500, 380, 0.75, sheep({ kind: 'fine-wool' }), { flip: true }),
    at(680, 400, 0.75, sheep({ kind: 'fine-wool' }), { flip: true }),
    at(580, 480, 0.75, sheep({ kind: 'fine-wool' }), { flip: true }),
    tick(),
  ),
};
