import { sheep } from '../animals.ts';
import { bloat } from '../courtyard-mulberry/parts.ts';
import { grainHeap } from '../crops.ts';
import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { fence, shed } from '../places.ts';
import { beaker, bottle, drenchGun, hay, sack, scale, trough } from '../tools.ts';

/** A sheep so small that its outline is enough, 64 wide. */
const small =
  '<path d="M-16 14v14M8 14v14" stroke-width="7"/><path d="M-30 8A13 13 0 0 1-22-12A15 15 0 0 1 4-16A14 14 0 0 1 20 4A12 12 0 0 1 10 16H-20A10 10 0 0 1-30 8Z" fill="#fffaf0"/><path d="M12-14Q28-16 34-2Q22 8 12-2Z" fill="#e3c9a3"/>';
/** One family's floor, seen from above: 80 × 160. */
const family = (x: number, y: number) =>
  `<rect x="${x}" y="${y}" width="80" height="160" fill="#e8d39c"/><g transform="translate(${x + 39} ${y + 52}) scale(0.88)">${small}</g><g transform="translate(${x + 40} ${y + 124}) scale(0.6)">${small}</g>`;
/** A piece of floor with what stands on it, measured below; areas are true to each other. */
const floor = (x: number, side: number, size: number, animal: string) =>
  `<rect x="${x - side / 2}" y="${410 - side}" width="${side}" height="${side}" fill="#e8d39c"/>${at(x - side * 0.06, 400, size, animal)}${measure(`M${x - side / 2} 446H${x + side / 2}M${x - side / 2} 432V460M${x + side / 2} 432V460`)}`;
const silage = grainHeap('#8aa653');
const measure = (d: string) => `<path d="${d}" fill="none" stroke="#b3392f" stroke-width="8"/>`;

export const scenes: Record<string, string> = {
  'pen-space/growing.svg': scene(
    'growing',
    background('yard', 400),
    floor(130, 150, 0.75, sheep({ kind: 'lamb' })),
    arrow(222, 330, 292, 330, colour.green),
    floor(394, 182, 0.62, sheep()),
    floor(652, 264, 0.92, sheep({ kind: 'ram' })),
  ),
  'ration-by-weight/thirty-kilo.svg': scene(
    'thirty-kilo',
    background('yard', 300),
    at(170, 470, 1, scale()),
    at(150, 446, 0.85, sheep()),
    at(395, 470, 0.32, grainHeap()),
    at(540, 470, 0.78, silage),
    at(715, 470, 0.62, hay()),
  ),
  'ration-by-weight/ten-sheep.svg': scene(
    'ten-sheep',
    background('yard', 120),
    ...[0, 1].flatMap((row) =>
      [0, 1, 2, 3, 4].map(
        (column) => at(66 + column * 104, 230 + row * 190, 0.31, sheep()) + at(66 + column * 104, 284 + row * 190, 0.24, grainHeap()),
      ),
    ),
    arrow(556, 300, 630, 300, colour.green),
    at(710, 400, 1.15, sack()),
  ),
  'ration-by-weight/slowly.svg': scene(
    'slowly',
    panels(
      background('yard', 250) +
        [272, 400, 528]
          .map((x, i) => at(x, 460, 0.46, trough('#f4e9d2')) + at(x, 428, [0.2, 0.28, 0.36][i] as number, grainHeap()))
          .join('') +
        arrow(240, 340, 560, 340, colour.green) +
        at(400, 300, 0.75, sheep()) +
        tick(550, 60),
      background('yard', 250) +
        at(490, 470, 0.7, trough('#f4e9d2')) +
        at(490, 421, 0.6, grainHeap()) +
        at(330, 440, 0.8, bloat() + sheep({ mood: 'sick' })) +
        cross(550, 60),
    ),
  ),
  'drench-right/heaviest.svg': scene(
    'heaviest',
    background('yard', 300),
    at(120, 430, 0.62, sheep()),
    at(190, 480, 0.64, sheep()),
    at(410, 480, 1.05, scale()),
    at(396, 455, 0.82, sheep()),
    arrow(562, 400, 640, 400, colour.green),
    at(700, 400, 0.5, drenchGun(), { turn: -20 }),
  ),
  'pen-space/how-many.svg': scene(
    'how-many',
    background('plain'),
    `<g stroke-width="4">${[0, 1].map((row) => [0, 1, 2, 3, 4, 5, 6].map((column) => family(150 + column * 80, 60 + row * 160)).join('')).join('')}</g>`,
    '<rect x="150" y="60" width="560" height="320" fill="none" stroke="#b5763a" stroke-width="16"/><rect x="150" y="60" width="560" height="320" fill="none"/>',
    measure('M150 440H710M150 422V458M710 422V458'),
    measure('M96 60V380M78 60H114M78 380H114'),
  ),
  'drench-right/read-label.svg': scene(
    'read-label',
    background('room', 360),
    at(360, 440, 1, bottle()),
    at(620, 470, 1.15, person({ who: 'vet', pose: 'pointing' }), { flip: true }),
    at(185, 330, 1, hand()),
  ),
  'drench-right/test-gun.svg': scene(
    'test-gun',
    background('room', 360),
    at(610, 440, 1.1, beaker(0.45)),
    at(390, 200, 1.15, drenchGun()),
    at(310, 290, 1.15, hand()),
    '<path d="M604 250v14M604 280v16M604 312v16" stroke="#2f6b3c" stroke-width="9"/>',
  ),
  'drench-right/hold-apart.svg': scene(
    'hold-apart',
    background('field', 260),
    at(605, 440, 1.05, shed()),
    at(600, 410, 0.8, sheep({ kind: 'dorper' }), { flip: true }),
    at(605, 470, 0.9, fence(300)),
    at(130, 350, 0.75, sheep()),
    at(250, 430, 0.75, sheep(), { flip: true }),
    at(90, 450, 0.85, sheep({ kind: 'lamb' })),
    at(205, 480, 0.9, fence(360)),
    tick(),
  ),
};
