import { sheep } from '../animals.ts';
import { at, background, colour, cross, magnifier, type Part, scene, tick } from '../frame.ts';
import { hand } from '../people.ts';
import { dirtyRump, fibre, shortBits, tuft, yellowTuft } from '../wool.ts';

const parted: Part = `<path d="M-14 -70Q-44 0 -14 70Q14 84 26 60Q48 0 20 -70Q4 -84 -14 -70Z" fill="#f0c9b4"/><path d="M-34 -56q16 14 2 28M-42 -14q18 10 4 28M-36 34q16 6 6 24M46 -50q-16 14 -2 28M52 -8q-18 10 -4 28M44 38q-16 6 -6 22" fill="none" stroke-width="4"/>`;

export const knowTheFleece: Record<string, string> = {
  'know-the-fleece/cover.svg': scene(
    'cover',
    background('field', 300),
    at(410, 500, 2.1, sheep({ kind: 'fine-wool' })),
    at(400, 300, 1, parted),
    at(300, 300, 1, hand()),
    at(510, 300, 1, hand(), { flip: true }),
  ),
  'know-the-fleece/side.svg': scene(
    'side',
    background('field', 330),
    at(460, 480, 1.8, sheep({ kind: 'fine-wool' })),
    `<circle cx="450" cy="310" r="58" fill="none" stroke="${colour.green}" stroke-width="12"/>`,
    at(330, 320, 1, hand()),
    tick(),
  ),
  'know-the-fleece/breech.svg': scene(
    'breech',
    background('field', 330),
    at(460, 480, 1.8, sheep({ kind: 'fine-wool' }) + dirtyRump()),
    at(200, 335, 1, hand()),
    cross(),
  ),
  'know-the-fleece/thin.svg': scene(
    'thin',
    background('plain'),
    magnifier(200, 220, 160, fibre(64, false)),
    magnifier(580, 220, 160, [-80, -28, 24, 76].map((x) => at(x, 0, 1, fibre(15, true))).join('')),
  ),
  'know-the-fleece/pull.svg': scene(
    'pull',
    background('plain'),
    at(400, 220, 1, tuft({ length: 330, waves: 10 }), { turn: 90 }),
    at(200, 220, 1.15, hand()),
    at(600, 220, 1.15, hand(), { flip: true }),
    at(392, 376, 0.9, hand(), { turn: -90 }),
    `<path d="M340 150q60 -36 120 0M352 112q48 -26 96 0" fill="none" stroke="${colour.red}" stroke-width="9"/>`,
  ),
  'know-the-fleece/faults.svg': scene(
    'faults',
    background('plain'),
    '<path d="M200 0V500M400 0V500M600 0V500"/>',
    at(100, 250, 1.2, tuft({ broken: true, length: 240 })),
    at(300, 250, 1.2, tuft({ dark: true, length: 240 })),
    at(500, 250, 1.2, yellowTuft()),
    at(706, 210, 0.72, shortBits()) + at(700, 280, 0.72, shortBits(), { flip: true }) + at(706, 350, 0.72, shortBits()),
  ),
};
