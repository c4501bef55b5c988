import { millet, plot, stake } from '../crops.ts';
import { arrow, at, background, colour, cross, panels, scene, tick } from '../frame.ts';
import { banknotes, ledger, paper } from '../papers.ts';
import { person } from '../people.ts';
import { cloud, sun } from '../places.ts';
import { loudspeaker } from '../reckoning.ts';
import { phone, sack } from '../tools.ts';
import { coins, speech } from '../trades.ts';
import { truck } from '../yard.ts';

const redSack = sack('#d98c6a');
const hill = '<path d="M200 500V330Q400 200 600 320V500Z" fill="#d9b888"/>';
const paddy =
  '<path d="M200 270H600V500H200Z" fill="#6d9bb5" stroke="none"/><path d="M200 340H600M200 420H600" fill="none" stroke="#8a6a44" stroke-width="12"/>' +
  [0, 1, 2]
    .map((row) =>
      [230, 290, 350, 410, 470, 530, 580]
        .map(
          (x) =>
            `<path d="M${x} ${330 + row * 80}q-14 -30 -22 -36M${x} ${330 + row * 80}v-46M${x} ${330 + row * 80}q14 -30 22 -36" fill="none" stroke="#2f6b3c" stroke-width="8"/>`,
        )
        .join(''),
    )
    .join('');

/** Whom to believe. */
export const beliefScenes: Record<string, string> = {
  'whom-to-believe/cover.svg': scene(
    'cover',
    background('yard', 340),
    at(110, 230, 0.6, truck(true)),
    at(120, 110, 0.75, loudspeaker()),
    at(140, 492, 0.75, person({ who: 'old-man', pose: 'pointing' })),
    at(680, 330, 0.85, person({ who: 'official', pose: 'pointing' }), { flip: true }),
    at(650, 430, 0.55, phone()),
    '<path d="M600 410q-14 18 0 36M580 398q-22 30 0 60" fill="none" stroke-width="7"/>',
    at(390, 495, 1.25, person({ who: 'woman', pose: 'holding', face: 'sceptical' })),
    at(505, 325, 0.5, ledger()),
  ),
  'whom-to-believe/three-questions.svg': scene(
    'three-questions',
    panels(
      background('field', 230) +
        at(370, 400, 0.85, person({ who: 'man', pose: 'pointing' })) +
        plot(290, 450, 220, 110, millet('new'), [3, 2], 0.62) +
        at(292, 460, 0.9, stake()) +
        at(508, 460, 0.9, stake()),
      background('field', 230) +
        '<path d="M267 430V330Q340 250 420 330V430Z" fill="#d9b888"/>' +
        [300, 340, 384].map((x, i) => at(x, [332, 306, 320][i] as number, 0.5, millet())).join('') +
        '<path d="M420 430V330H533V430Z" fill="#6d9bb5"/>' +
        [440, 476, 512].map((x) => at(x, 400, 0.55, millet())).join('') +
        at(320, 90, 0.6, sun()) +
        at(470, 100, 0.55, cloud('rain')),
      background('field', 230) + at(350, 440, 0.9, redSack) + at(460, 440, 0.62, coins(7)),
    ),
  ),
  'whom-to-believe/small-bag.svg': scene(
    'small-bag',
    background('field', 240),
    plot(310, 450, 280, 150, millet(), [4, 2], 0.72),
    plot(605, 450, 180, 100, millet('new'), [3, 1], 0.75),
    at(609, 460, 0.8, stake()),
    at(780, 460, 0.8, stake()),
    at(170, 490, 1.1, person({ who: 'woman', pose: 'holding' })),
    at(268, 345, 0.55, redSack),
    at(400, 110, 0.75, ledger()),
    at(440, 96, 0.28, paper({ sealed: true }), { turn: 8 }),
    tick(),
  ),
  'whom-to-believe/truckload.svg': scene(
    'truckload',
    background('yard', 320),
    at(540, 470, 1.25, truck()),
    [400, 460, 520, 580].map((x) => at(x, 396, 0.62, redSack)).join(''),
    [430, 490, 550].map((x) => at(x, 320, 0.62, redSack)).join(''),
    at(
      540,
      470,
      1.25,
      '<path d="M-150 -60V-120M-100 -60V-120M-50 -60V-120M0 -60V-120M40 -60V-120M-150 -112H40M-150 -86H40" stroke="#b5763a" stroke-width="10"/>',
    ),
    at(610, 190, 0.8, loudspeaker(), { flip: true }),
    at(180, 490, 1.1, person({ who: 'man', pose: 'holding' })),
    at(296, 330, 0.6, banknotes()),
    cross(),
  ),
  'whom-to-believe/near-and-far.svg': scene(
    'near-and-far',
    panels(
      background('field', 270) + at(330, 110, 0.7, cloud('rain')) + at(480, 90, 0.7, cloud('rain')) + paddy,
      background('field', 330) +
        at(520, 90, 0.75, sun()) +
        hill +
        [440, 490, 540].map((x, i) => at(x, [296, 300, 318][i] as number, 0.55, millet())).join('') +
        '<path d="M420 470l30 -34l-16 -22M500 480l20 -40l28 -10M560 440l-20 -30" fill="none" stroke-width="4"/>' +
        at(310, 490, 0.95, person({ who: 'man', pose: 'pointing', face: 'sceptical' })),
    ),
  ),
  'whom-to-believe/own-choice.svg': scene(
    'own-choice',
    background('field', 260),
    at(110, 485, 1, person({ who: 'seller', pose: 'holding' })),
    at(220, 385, 0.75, redSack),
    `<path d="M300 250V450" stroke="${colour.red}" stroke-width="16"/>`,
    at(400, 490, 1.1, person({ who: 'woman', face: 'sceptical' }), { flip: true }),
    arrow(350, 200, 250, 200),
    at(690, 440, 0.95, person({ who: 'official', pose: 'pointing' }), { flip: true }),
    plot(500, 485, 280, 100, millet(), [5, 1], 0.75),
    speech(560, 110, at(0, 26, 0.5, millet())),
  ),
};
