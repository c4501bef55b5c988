import { sheep } from '../animals.ts';
import { millet, plot, stake } from '../crops.ts';
import { at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { person } from '../people.ts';
import { cloud, fence, manureHeap, mulberry } from '../places.ts';
import { crossedOut, hoe } from '../reckoning.ts';
import { bucket, sack, trough } from '../tools.ts';

const OLD = millet();
const NEW = millet('new');
const DRY = millet('dry');

const redSack = sack('#d98c6a');
const whiteSack = sack('#fffaf0');

/** Two plots side by side with a stake between them. */
const pair = (x: number, y: number, width: number, height: number, size: number, columns = 4) =>
  plot(x, y, width, height, NEW, [columns, 2], size) +
  plot(x + width, y, width, height, OLD, [columns, 2], size) +
  at(x + width, y + 10, size, stake());

const tools = (seed: string) =>
  at(70, 480, 0.62, seed) + at(160, 480, 0.62, whiteSack) + at(250, 480, 0.6, bucket('#6d9bb5')) + at(330, 480, 0.5, hoe());

/** A small pen with two sheep at a trough of one feed, for half a picture. */
const pen = (feedSack: string, feed: string) =>
  background('yard', 200) +
  at(400, 250, 0.9, fence(420)) +
  at(288, 375, 0.62, sheep({ kind: 'ewe' })) +
  at(512, 375, 0.62, sheep({ kind: 'ewe' }), { flip: true }) +
  at(405, 440, 0.9, trough(feed)) +
  at(552, 475, 0.5, feedSack);

/** Trying on a small plot. */
export const plotScenes: Record<string, string> = {
  'try-on-a-small-plot/cover.svg': scene(
    'cover',
    background('field', 200),
    plot(10, 440, 570, 210, OLD, [9, 3], 0.66),
    plot(600, 440, 180, 110, NEW, [3, 2], 0.66),
    at(604, 450, 0.8, stake()),
    at(776, 450, 0.8, stake()),
    at(500, 496, 0.8, person({ who: 'man', pose: 'pointing' })),
  ),
  'try-on-a-small-plot/small-fails.svg': scene(
    'small-fails',
    background('field', 220),
    plot(20, 440, 560, 190, OLD, [8, 2], 0.75),
    plot(590, 440, 190, 120, DRY, [3, 2], 0.75),
    at(594, 448, 0.8, stake()),
    at(776, 448, 0.8, stake()),
    at(480, 495, 0.85, person({ who: 'man', pose: 'pointing' })),
    tick(),
  ),
  'try-on-a-small-plot/all-fails.svg': scene(
    'all-fails',
    background('field', 220),
    plot(20, 440, 760, 200, DRY, [10, 2], 0.85),
    at(400, 495, 0.95, person({ who: 'man', pose: 'no', face: 'worried' })),
    cross(),
  ),
  'try-on-a-small-plot/sheep-too.svg': scene('sheep-too', panels(pen(redSack, '#d98c6a'), pen(sack(), '#e8c98f'))),
  'try-on-a-small-plot/one-change.svg': scene(
    'one-change',
    panels(
      background('field', 200) +
        plot(210, 370, 380, 150, NEW, [5, 2], 0.66) +
        `<g transform="translate(200 0)">${tools(redSack)}</g>` +
        `<ellipse cx="270" cy="440" rx="58" ry="58" fill="none" stroke="${colour.red}" stroke-width="8"/>`,
      background('field', 200) +
        plot(210, 370, 380, 150, OLD, [5, 2], 0.66) +
        `<g transform="translate(200 0)">${tools(sack())}</g>` +
        `<ellipse cx="270" cy="440" rx="58" ry="58" fill="none" stroke="${colour.red}" stroke-width="8"/>`,
    ),
  ),
  'try-on-a-small-plot/plot-beside.svg': scene(
    'plot-beside',
    background('field', 210),
    at(150, 100, 0.8, cloud('rain')),
    at(650, 100, 0.8, cloud('rain')),
    pair(60, 430, 340, 200, 0.8, 5),
    at(64, 440, 0.9, stake()),
    at(736, 440, 0.9, stake()),
    at(400, 498, 0.7, person({ who: 'man', pose: 'pointing' })),
  ),
  'try-on-a-small-plot/same-place.svg': scene(
    'same-place',
    background('field', 170),
    pair(200, 320, 140, 120, 0.55, 3),
    tick(340, 110),
    '<path d="M20 470Q30 400 150 400Q270 404 276 470Z" fill="#6d9bb5"/><path d="M90 440q20 -10 40 0M160 430q20 -10 40 0" fill="none" stroke="#dcecf2" stroke-width="5"/>',
    at(110, 432, 0.5, OLD),
    at(190, 440, 0.5, OLD),
    `<g transform="translate(150 430)">${crossedOut(48)}</g>`,
    at(400, 480, 0.8, manureHeap()),
    at(500, 484, 0.55, OLD),
    `<g transform="translate(430 440)">${crossedOut(48)}</g>`,
    at(670, 430, 0.95, mulberry('tall')),
    at(640, 480, 0.5, OLD),
    at(700, 480, 0.5, OLD),
    `<g transform="translate(670 430)">${crossedOut(48)}</g>`,
  ),
};
