import { sheep } from '../animals.ts';
import { at, background, colour, cross, type Part, scene, tick } from '../frame.ts';
import { banknotes, paper } from '../papers.ts';
import { person } from '../people.ts';
import { fence, house, table } from '../places.ts';
import { loudspeaker } from '../reckoning.ts';
import { speech } from '../trades.ts';
import { bowl } from '../yard.ts';
import { car, envelope, feastTable, kang, rosette, stage, stool, talk } from './parts.ts';

const groom = (pose: 'standing' | 'pointing' = 'standing') => person({ who: 'man', pose }) + rosette();
const bride = (pose: 'standing' | 'pointing' = 'standing') => person({ who: 'woman', pose }) + rosette();
const seatedGroom = `${person({ who: 'man', sitting: true, pose: 'pointing' })}<g transform="translate(0 44)">${rosette()}</g>`;
const seatedBride = `${person({ who: 'woman', sitting: true })}<g transform="translate(0 44)">${rosette()}</g>`;
const row = (part: Part, xs: number[], y: number, size: number) => xs.map((x) => at(x, y, size, part)).join('');

/** Weddings, gifts and funerals. */
export const feastScenes: Record<string, string> = {
  'weddings-and-gifts/cover.svg': scene(
    'cover',
    background('yard', 290),
    at(400, 300, 0.95, house()),
    row(feastTable(), [270, 530], 396, 0.55),
    at(345, 470, 0.9, groom()),
    at(455, 470, 0.9, bride(), { flip: true }),
    at(90, 494, 0.85, person({ who: 'old-man' })),
    at(190, 494, 0.85, person({ who: 'old-woman' })),
    at(610, 494, 0.85, person({ who: 'old-woman' }), { flip: true }),
    at(710, 494, 0.85, person({ who: 'old-man' }), { flip: true }),
  ),
  'weddings-and-gifts/small-feast.svg': scene(
    'small-feast',
    background('yard', 280),
    at(180, 350, 0.7, sheep()),
    at(330, 350, 0.7, sheep()),
    at(250, 380, 0.9, fence(360)),
    row(feastTable(), [140, 400], 490, 0.85),
    at(590, 490, 1, groom()),
    at(700, 490, 1, bride(), { flip: true }),
    tick(),
  ),
  'weddings-and-gifts/big-show.svg': scene(
    'big-show',
    background('yard', 280),
    at(170, 300, 0.8, fence(300)),
    row(car(), [370, 490], 320, 0.62),
    row(feastTable(), [90, 220, 350], 400, 0.5),
    row(feastTable(), [90, 240, 390], 490, 0.6),
    at(570, 490, 1.1, person({ who: 'man', pose: 'holding', face: 'worried' })),
    at(690, 336, 0.45, paper({ signed: true })),
    at(690, 440, 0.7, banknotes()),
    cross(),
  ),
  'weddings-and-gifts/two-families.svg': scene(
    'two-families',
    background('room', 370),
    at(340, 440, 1, seatedGroom),
    at(470, 440, 1, seatedBride, { flip: true }),
    speech(300, 80, '<path d="M0 34Q-52 -4 -30 -34Q-10 -46 0 -22Q10 -46 30 -34Q52 -4 0 34Z" fill="#b3392f"/>'),
    at(110, 490, 1, stool()),
    at(104, 490, 1, person({ who: 'old-man', sitting: true })),
    at(690, 490, 1, stool()),
    at(696, 490, 1, person({ who: 'old-woman', sitting: true }), { flip: true }),
    at(400, 520, 1.4, table()),
    at(330, 366, 0.5, bowl()),
    at(470, 366, 0.5, bowl()),
  ),
  'weddings-and-gifts/helping-hands.svg': scene(
    'helping-hands',
    background('yard', 290),
    at(570, 300, 0.85, house()),
    at(640, 490, 0.95, feastTable()),
    at(240, 490, 1.15, person({ who: 'woman', pose: 'holding' })),
    at(352, 330, 0.9, bowl()),
    '<path d="M330 270q-10 -16 0 -28q10 -14 0 -28M366 266q-10 -16 0 -28q10 -14 0 -28" fill="none" stroke="#6d9bb5" stroke-width="7"/>',
    at(480, 480, 1.05, person({ who: 'old-woman', pose: 'pointing' }), { flip: true }),
    tick(),
  ),
  'weddings-and-gifts/borrowed-gift.svg': scene(
    'borrowed-gift',
    background('yard', 310),
    at(330, 490, 1.2, person({ who: 'woman', pose: 'holding', face: 'worried' })),
    at(455, 340, 0.9, envelope()),
    at(640, 490, 1.15, person({ who: 'seller', pose: 'pointing' }), { flip: true }),
    at(496, 240, 0.6, banknotes()),
    at(130, 330, 0.6, paper({ signed: true })),
    cross(),
  ),
  'weddings-and-gifts/care-now.svg': scene(
    'care-now',
    background('room', 360),
    at(500, 490, 1.15, kang(460)),
    at(560, 424, 1.05, person({ who: 'old-man', sitting: true }), { flip: true }),
    at(220, 490, 1.15, person({ who: 'man', pose: 'holding' })),
    at(340, 330, 0.85, bowl()),
    at(430, 190, 0.9, talk(), { flip: true }),
    tick(),
  ),
  'weddings-and-gifts/grand-funeral.svg': scene(
    'grand-funeral',
    background('yard', 330),
    at(250, 420, 1.15, stage()),
    at(110, 240, 0.8, loudspeaker()),
    at(500, 490, 1.15, person({ who: 'man', pose: 'holding', face: 'worried' })),
    at(620, 318, 0.4, paper({ signed: true })),
    at(716, 470, 0.85, person({ who: 'old-woman', sitting: true, face: 'worried' })),
    at(720, 470, 0.85, stool()),
    cross(),
  ),
  'weddings-and-gifts/council.svg': scene(
    'council',
    background('yard', 290),
    at(170, 300, 0.75, house()),
    at(250, 492, 1.1, person({ who: 'old-man', pose: 'pointing' })),
    at(420, 300, 0.62, paper({ blank: true })),
    [236, 272, 308, 344]
      .map(
        (y, i) =>
          `<circle cx="376" cy="${y}" r="7" fill="${colour.green}" stroke="none"/><path d="M394 ${y}H${456 - i * 6}" stroke-width="5"/>`,
      )
      .join(''),
    at(540, 492, 1.1, person({ who: 'official', pose: 'pointing' }), { flip: true }),
    at(690, 470, 0.85, person({ who: 'woman', pose: 'holding' }), { flip: true }),
    at(606, 340, 0.8, stool()),
  ),
};
