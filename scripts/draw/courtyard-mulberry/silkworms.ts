import { silkworm } from '../animals.ts';
import { arrow, at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { person } from '../people.ts';
import { dots, leafAt, leaves, tray } from './parts.ts';

const chopped: Part = Array.from({ length: 26 }, (_, i) => {
  const [x, y] = [((i * 61) % 240) - 120, ((i * 37) % 90) - 45];
  return `<path d="M${x} ${y}l22 -6l4 14l-20 6Z" fill="${colour.green}" stroke-width="4"/>`;
}).join('');

const ants: Part = [
  [-80, -20],
  [-20, 10],
  [40, -26],
  [80, 20],
  [-50, 34],
  [10, -40],
]
  .map(([x, y]) => `<path d="M${x} ${y}q12 -8 24 0" stroke-width="9" fill="none"/>`)
  .join('');

const flat = (x: number, y: number, turn: number, size = 1): Part => leafAt(x, y, turn, size);

const drops = dots(
  [
    [200, 250],
    [260, 300],
    [330, 240],
    [420, 310],
    [500, 250],
    [560, 300],
    [380, 200],
  ],
  20,
  '#6d9bb5',
);

/** Leaf for silkworms. */
export const silkwormScenes: Record<string, string> = {
  'leaf-for-silkworms/by-age.svg': scene(
    'by-age',
    panels(
      background('room', 250) +
        at(400, 330, 0.9, tray()) +
        at(400, 330, 1, chopped) +
        at(400, 330, 1.1, ants) +
        flat(370, 180, -20, 0.7) +
        flat(430, 180, 20, 0.7),
      background('room', 250) +
        at(400, 340, 0.9, tray()) +
        flat(300, 380, 60, 1.5) +
        flat(510, 390, -50, 1.5) +
        at(400, 320, 1.25, silkworm()),
    ),
  ),
  'leaf-for-silkworms/dry-leaf.svg': scene(
    'dry-leaf',
    background('room', 200),
    at(400, 340, 1.6, tray()),
    flat(190, 370, 40, 1.4),
    flat(420, 420, -20, 1.5),
    flat(600, 380, -60, 1.4),
    at(300, 300, 1.2, silkworm()),
    at(530, 340, 1.2, silkworm(), { flip: true }),
    tick(),
  ),
  'leaf-for-silkworms/wet-leaf.svg': scene(
    'wet-leaf',
    background('room', 200),
    at(400, 340, 1.6, tray(true)),
    flat(190, 370, 40, 1.4),
    flat(420, 420, -20, 1.5),
    flat(600, 380, -60, 1.4),
    at(300, 310, 1.2, silkworm(false)),
    at(530, 330, 1.2, silkworm(false)),
    drops,
    dots(
      [
        [230, 340],
        [450, 360],
        [600, 350],
        [410, 390],
      ],
      26,
      '#6f5b45',
    ),
    cross(),
  ),
  'leaf-for-silkworms/net.svg': scene(
    'net',
    background('room', 220),
    at(250, 410, 0.95, tray()),
    dots(
      [
        [170, 400],
        [220, 430],
        [280, 410],
        [330, 420],
        [250, 390],
      ],
      14,
      '#5a4632',
    ),
    arrow(300, 350, 300, 270, colour.green),
    `<path d="M110 250H390M110 220H390M140 206V264M190 206V264M240 206V264M290 206V264M340 206V264" stroke="${colour.steel}" stroke-width="7"/>`,
    at(250, 226, 0.9, leaves(7)),
    at(210, 190, 0.75, silkworm()),
    at(320, 200, 0.7, silkworm()),
    arrow(420, 220, 520, 280, colour.green),
    at(590, 420, 0.85, tray()),
    at(560, 410, 1, leaves(5)),
    at(600, 390, 0.75, silkworm()),
    at(730, 480, 0.95, person({ who: 'woman', pose: 'pointing' }), { flip: true }),
  ),
  'leaf-for-silkworms/cover.svg': scene(
    'cover',
    panels(
      background('room', 220) +
        at(400, 350, 0.95, tray()) +
        flat(330, 420, 10, 1.7) +
        flat(480, 420, -10, 1.7) +
        at(400, 310, 1.2, silkworm()) +
        at(400, 390, 1.1, silkworm(), { flip: true }) +
        tick(540, 70),
      background('room', 220) +
        at(400, 350, 0.95, tray()) +
        flat(330, 420, 10, 1.7) +
        flat(480, 420, -10, 1.7) +
        dots(
          [
            [320, 300],
            [350, 340],
            [310, 370],
            [480, 290],
            [500, 350],
            [460, 390],
            [340, 400],
          ],
          16,
          '#b08ad0',
        ) +
        at(350, 300, 1, silkworm(false)) +
        at(470, 380, 1, silkworm(false)) +
        cross(540, 70),
    ),
  ),
};
