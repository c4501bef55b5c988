import { sheep } from '../animals.ts';
import { arrow, at, background, colour, cross, magnifier, scene, tick } from '../frame.ts';
import { ledger } from '../papers.ts';
import { person } from '../people.ts';
import { fence } from '../places.ts';
import { hay, scale, trough } from '../tools.ts';
import { fibre, fleece, woolHeap } from '../wool.ts';
import { tagInEar } from '../yard.ts';

const fine = [-40, 0, 40].map((x) => at(x, 0, 0.6, fibre(15, true))).join('');
const coarse = at(-24, 0, 0.6, fibre(56, false)) + at(38, 0, 0.6, fibre(56, false));
const feed = (x: number, y: number) => at(x, y - 62, 0.7, hay()) + at(x, y, 1, trough());

export const choosing: Record<string, string> = {
  'selection-without-fancy-words/cover.svg': scene(
    'cover',
    background('room', 390),
    at(270, 470, 1.1, scale()),
    at(250, 390, 0.72, fleece()),
    at(110, 480, 1.1, person({ who: 'woman', pose: 'holding' })),
    at(520, 480, 1.1, person({ who: 'man', pose: 'holding' }), { flip: true }),
    at(424, 320, 0.5, ledger()),
    at(680, 480, 0.9, sheep({ kind: 'fine-wool' }) + tagInEar(), { flip: true }),
  ),
  'selection-without-fancy-words/inherit.svg': scene(
    'inherit',
    background('field', 330),
    at(210, 480, 1.25, sheep({ kind: 'ram' })),
    at(590, 480, 1.3, sheep({ kind: 'lamb' })),
    arrow(380, 420, 480, 420, colour.green),
    magnifier(200, 130, 92, fine),
    magnifier(580, 130, 92, fine),
  ),
  'selection-without-fancy-words/like-with-like.svg': scene(
    'like-with-like',
    background('yard', 340),
    at(170, 440, 1, scale()),
    at(160, 416, 0.8, sheep({ kind: 'fine-wool' })),
    at(430, 440, 0.8, sheep({ kind: 'fine-wool' })),
    at(640, 440, 0.8, sheep({ kind: 'fine-wool' })),
    at(540, 486, 0.9, fence(480)),
    tick(),
  ),
  'selection-without-fancy-words/unlike.svg': scene(
    'unlike',
    background('yard', 340),
    at(190, 440, 1.2, sheep({ kind: 'fine-wool' })),
    feed(300, 490),
    at(560, 440, 0.72, sheep({ kind: 'fine-wool', mood: 'sick' })),
    at(630, 490, 0.8, trough('#8a5a2c')),
    arrow(360, 200, 440, 200),
    arrow(440, 200, 360, 200),
    cross(),
  ),
  'selection-without-fancy-words/all-four.svg': scene(
    'all-four',
    background('yard', 380),
    at(560, 460, 1.15, scale()),
    at(540, 432, 0.95, sheep({ kind: 'fine-wool' })),
    at(170, 480, 1.15, person({ who: 'man', pose: 'holding' })),
    at(286, 316, 0.62, ledger()),
    magnifier(380, 110, 84, fine),
    tick(),
  ),
  'selection-without-fancy-words/weight-only.svg': scene(
    'weight-only',
    background('yard', 380),
    at(560, 460, 1.15, scale()),
    at(540, 432, 1.15, woolHeap()),
    at(170, 480, 1.15, person({ who: 'man', pose: 'pointing' })),
    magnifier(380, 110, 84, coarse),
    cross(),
  ),
  'selection-without-fancy-words/swap-ram.svg': scene(
    'swap-ram',
    background('yard', 330),
    at(90, 440, 0.95, person({ who: 'woman', pose: 'holding' })),
    at(240, 440, 0.85, sheep({ kind: 'ram' })),
    at(710, 440, 0.95, person({ who: 'old-man', pose: 'holding' }), { flip: true }),
    at(560, 440, 0.85, sheep({ kind: 'ram' }) + tagInEar(), { flip: true }),
    `<path d="M384 470V300H416V470Z" fill="${colour.soil}"/>`,
    arrow(270, 180, 520, 180, colour.green),
    arrow(530, 240, 280, 240, colour.sun),
    tick(730, 60),
  ),
  'selection-without-fancy-words/kin.svg': scene(
    'kin',
    background('yard', 330),
    at(230, 440, 1.1, sheep({ kind: 'ram' }) + tagInEar()),
    at(570, 440, 0.85, sheep({ kind: 'fine-wool' }) + tagInEar(), { flip: true }),
    at(400, 490, 1, fence(720)),
    `<path d="M290 240Q400 120 520 280" fill="none" stroke="${colour.red}" stroke-width="9" stroke-dasharray="4 20"/><path d="M404 190Q370 150 388 128Q404 116 410 136Q420 114 436 128Q450 148 410 190Z" fill="${colour.red}"/>`,
    cross(),
  ),
};
