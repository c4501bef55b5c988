import { sheep } from '../animals.ts';
import { at, background, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { fence, shed } from '../places.ts';
import { beaker, bottle, drenchGun } from '../tools.ts';

/** One family's floor, seen from above: 80 × 160. */
const family = (x: number, y: number) =>
  `<rect x="${x}" y="${y}" width="80" height="160" fill="#e8d39c" stroke-width="4"/><g transform="translate(${x + 38} ${y + 84}) scale(0.27)" stroke-width="12">${sheep()}</g><g transform="translate(${x + 44} ${y + 142}) scale(0.3)" stroke-width="11">${sheep({ kind: 'lamb' })}</g>`;
const measure = (d: string) => `<path d="${d}" fill="none" stroke="#b3392f" stroke-width="8"/>`;

export const scenes: Record<string, string> = {
  'pen-space/how-many.svg': scene(
    'how-many',
    background('plain'),
    [0, 1].map((row) => [0, 1, 2, 3, 4, 5, 6].map((column) => family(150 + column * 80, 60 + row * 160)).join('')).join(''),
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
