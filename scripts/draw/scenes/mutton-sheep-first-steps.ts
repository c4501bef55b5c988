import { sheep } from '../animals.ts';
import { at, background, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { fence, shed } from '../places.ts';
import { beaker, bottle, drenchGun } from '../tools.ts';

/** A sheep so small that its outline is enough, 64 wide. */
const small =
  '<path d="M-16 14v14M8 14v14" stroke-width="7"/><path d="M-30 8A13 13 0 0 1-22-12A15 15 0 0 1 4-16A14 14 0 0 1 20 4A12 12 0 0 1 10 16H-20A10 10 0 0 1-30 8Z" fill="#fffaf0"/><path d="M12-14Q28-16 34-2Q22 8 12-2Z" fill="#e3c9a3"/>';
/** One family's floor, seen from above: 80 × 160. */
const family = (x: number, y: number) =>
  `<rect x="${x}" y="${y}" width="80" height="160" fill="#e8d39c"/><g transform="translate(${x + 39} ${y + 52}) scale(0.88)">${small}</g><g transform="translate(${x + 40} ${y + 124}) scale(0.6)">${small}</g>`;
const measure = (d: string) => `<path d="${d}" fill="none" stroke="#b3392f" stroke-width="8"/>`;

export const scenes: Record<string, string> = {
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
