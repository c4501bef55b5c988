import { sheep } from '../animals.ts';
import { arrow, at, background, colour, cross, magnifier, type Part, scene, tick } from '../frame.ts';
import { hand } from '../people.ts';
import { cloud, fence } from '../places.ts';
import { hay, trough } from '../tools.ts';
import { shorn, tuft } from '../wool.ts';

const quarter = (x: number, y: number, sky: string, ground: string): Part =>
  `<path d="M${x} ${y}h400v250h-400Z" fill="${sky}" stroke="none"/><path d="M${x} ${y + 170}h400v80h-400Z" fill="${ground}" stroke="none"/>`;
const grass = (y: number, xs: number[]): Part =>
  `<path d="${xs.map((x) => `M${x} ${y}q-10 -20 -16 -34M${x} ${y}v-40M${x} ${y}q10 -20 16 -34`).join('')}" fill="none" stroke="${colour.green}"/>`;
// The backbone from the end: how much flesh lies beside it.
const spine = (flesh: string): Part =>
  `<path d="${flesh}" fill="#d98c84"/><path d="M0 -50L16 10L46 34L0 48L-46 34L-16 10Z" fill="${colour.wool}"/>`;

export const ewesYear: Record<string, string> = {
  'the-ewes-year/cover.svg': scene(
    'cover',
    quarter(0, 0, '#f6dc8a', colour.soil),
    quarter(400, 0, '#c9d8e2', colour.wool),
    quarter(400, 250, colour.sky, colour.grass),
    quarter(0, 250, '#cfe3d6', colour.grass),
    '<path d="M400 0V500M0 250H800"/>',
    at(110, 226, 0.7, sheep({ kind: 'ram' })),
    at(270, 226, 0.7, sheep({ kind: 'fine-wool' })),
    at(600, 80, 0.6, cloud('snow')),
    at(610, 230, 0.75, sheep({ kind: 'fine-wool' })),
    at(560, 480, 0.75, sheep({ kind: 'in-lamb' })),
    at(716, 452, 0.45, hay()) + at(716, 486, 0.6, trough()),
    at(150, 480, 0.75, sheep({ kind: 'fine-wool' })),
    at(300, 484, 0.75, sheep({ kind: 'lamb' })),
    arrow(360, 60, 450, 60),
    arrow(740, 200, 740, 300),
    arrow(450, 300, 350, 300),
    arrow(60, 300, 60, 200),
  ),
  'the-ewes-year/feel-back.svg': scene(
    'feel-back',
    background('yard', 330),
    at(220, 480, 1.35, sheep({ kind: 'fine-wool' })),
    at(200, 282, 1, hand(), { turn: 20 }),
    magnifier(
      520,
      110,
      84,
      `${spine('M0 -44Q20 10 70 30L90 90H-90L-70 30Q-20 10 0 -44Z')}<path d="M-90 90L-70 30Q-20 10 0 -54Q20 10 70 30L90 90" fill="none"/>`,
    ),
    magnifier(690, 250, 84, spine('M0 -50Q50 -40 84 10V90H-84V10Q-50 -40 0 -50Z')),
    magnifier(520, 390, 84, spine('M0 -76Q90 -76 96 0V96H-96V0Q-90 -76 0 -76Z')),
  ),
  'the-ewes-year/even-feed.svg': scene(
    'even-feed',
    background('snow', 330),
    at(220, 460, 1.3, sheep({ kind: 'in-lamb' })),
    at(440, 424, 0.7, hay()),
    at(440, 480, 0.95, trough()),
    magnifier(590, 230, 120, tuft({ length: 190 })),
    tick(),
  ),
  'the-ewes-year/gap-feed.svg': scene(
    'gap-feed',
    background('snow', 330),
    at(220, 460, 1.2, sheep({ kind: 'fine-wool', mood: 'sick' })),
    at(440, 480, 0.95, trough('#8a5a2c')),
    magnifier(590, 230, 120, tuft({ length: 190, thin: true })),
    cross(),
  ),
  'the-ewes-year/pen-fed.svg': scene(
    'pen-fed',
    background('field', 250),
    `<path d="M0 290Q200 120 420 250Q600 100 800 230V500H0Z" fill="${colour.mint}"/>`,
    grass(250, [160, 240, 330]) + grass(220, [560, 640, 720]) + grass(300, [90, 420, 500, 660]),
    `<path d="M0 390H800V500H0Z" fill="${colour.floor}"/>`,
    at(400, 400, 0.8, fence(1000)),
    at(210, 470, 0.85, sheep({ kind: 'fine-wool' })),
    at(400, 476, 0.75, hay()),
    at(590, 470, 0.85, sheep({ kind: 'fine-wool' }), { flip: true }),
    tick(),
  ),
  'the-ewes-year/bare-hill.svg': scene(
    'bare-hill',
    background('field', 250),
    `<path d="M0 290Q200 120 420 250Q600 100 800 230V500H0Z" fill="${colour.soil}"/><path d="M120 290l20 14 24 -10M480 270l24 16 26 -10M620 330l26 14 26 -12M300 360l24 14 30 -10M90 420l24 12 26 -12" fill="none" stroke-width="5"/><path d="M700 500q-20 -60 10 -110t-10 -120M60 500q30 -50 6 -90" fill="none" stroke="#a9825a" stroke-width="16"/>`,
    at(220, 460, 0.95, shorn({ cold: true }).replace(/<path d="M-120[^>]*>/, '')),
    at(520, 440, 0.95, shorn({ cold: true }).replace(/<path d="M-120[^>]*>/, '')),
    cross(),
  ),
};
