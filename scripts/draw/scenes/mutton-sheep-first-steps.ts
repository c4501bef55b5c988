import { sheep } from '../animals.ts';
import { at, background, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { fence, shed } from '../places.ts';
import { beaker, bottle, drenchGun } from '../tools.ts';

export const scenes: Record<string, string> = {
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
