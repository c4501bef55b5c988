import { sheep } from '../animals.ts';
import { at, background, colour, cross, scene, tick } from '../frame.ts';
import { hand, person } from '../people.ts';
import { fence, moon, table, warmingLamp } from '../places.ts';
import { bottle, bucket, sack, spade } from '../tools.ts';
import { clock, dog, guarded, straw } from '../yard.ts';

/** A lambing ewe seen from behind, with what shows of the lamb. */
const behind = (lamb: string) =>
  `<path d="M300 380V490M500 380V490" stroke="${colour.line}" stroke-width="52"/><path d="M300 380V490M500 380V490" stroke="${colour.face}" stroke-width="40"/><circle cx="400" cy="230" r="190" fill="${colour.wool}"/><path d="M270 130q14 16 28 0M500 130q14 16 28 0M240 240q14 16 28 0M530 250q14 16 28 0" fill="none" stroke-width="5"/><path d="M376 60Q400 20 424 60L418 130H382Z" fill="${colour.wool}"/><ellipse cx="400" cy="250" rx="76" ry="104" fill="#d98c84"/>${lamb}`;
const lambHead = `<ellipse cx="400" cy="246" rx="52" ry="62" fill="${colour.wool}"/><path d="M376 226q10 8 20 0M404 226q10 8 20 0" fill="none" stroke-width="5"/><path d="M378 262Q400 244 422 262Q424 292 400 296Q376 292 378 262Z" fill="${colour.face}"/><path d="M390 272v4M410 272v4" stroke-width="5"/>`;
const frontFeet = `<rect x="356" y="276" width="36" height="116" rx="14" fill="${colour.face}"/><rect x="408" y="276" width="36" height="116" rx="14" fill="${colour.face}"/><path d="M358 376h32v24h-32ZM410 376h32v24h-32Z" fill="${colour.slate}"/>`;
const foldedLegs = `<path d="M340 250Q300 190 330 130M460 250Q500 190 470 130" fill="none" stroke="${colour.red}" stroke-width="8" stroke-dasharray="4 18"/>`;

export const lambing: Record<string, string> = {
  'lambing-night/cover.svg': scene(
    'cover',
    background('night', 330),
    at(110, 90, 0.9, moon()),
    at(430, 0, 1.2, warmingLamp()),
    at(400, 440, 1.1, sheep()),
    at(250, 470, 0.9, sheep({ kind: 'lamb' }), { flip: true }),
    at(400, 490, 1.5, straw()),
    at(660, 490, 1.05, guarded({ who: 'woman', pose: 'holding' }), { flip: true }),
  ),
  'lambing-night/kit.svg': scene(
    'kit',
    background('room', 330),
    at(400, 490, 2.4, table()),
    at(90, 240, 0.5, bottle()),
    at(200, 240, 1, bucket('#6d9bb5')),
    at(
      318,
      214,
      1,
      '<rect x="-44" y="-22" width="88" height="48" rx="20" fill="#f0c9b4"/><path d="M-20 2q20 10 40 0" fill="none" stroke-width="4"/>',
    ),
    at(
      420,
      200,
      1,
      '<path d="M-46 40V-50Q-46 -64 -30 -64H46V40Z" fill="#8fc3a0"/><path d="M-30 -64Q-18 -60 -18 -46V40M-18 16H46" fill="none" stroke-width="4"/>',
    ),
    at(
      520,
      186,
      1.1,
      '<path d="M-44 24V-24Q-44 -44 -30 -44V-76Q-18 -84 -8 -76V-84Q2 -92 12 -84V-76Q24 -82 32 -70V-20L52 -34Q66 -30 58 -16L34 24Z" fill="#6d9bb5"/>',
    ),
    at(
      615,
      204,
      1,
      '<path d="M-40 -16Q0 -34 40 -16V20Q0 36 -40 20Z" fill="#dcecf2"/><path d="M-40 -8q-24 8 -6 24M40 -8q24 8 6 24M-30 2H30" fill="none" stroke-width="4"/>',
    ),
    at(715, 220, 1, '<path d="M-60 -14H30V14H-60Z" fill="#5b6b7a"/><path d="M30 -14L60 -28V28L30 14Z" fill="#e5b53a"/>'),
  ),
  'lambing-night/normal-lie.svg': scene('normal-lie', background('room', 420), behind(lambHead + frontFeet), tick()),
  'lambing-night/wrong-lie.svg': scene('wrong-lie', background('room', 420), behind(foldedLegs + lambHead), cross()),
  'lambing-night/watch-time.svg': scene(
    'watch-time',
    background('night', 340),
    at(130, 120, 1.1, clock(0.97)),
    at(330, 490, 1.1, person({ who: 'woman', pose: 'phone', face: 'worried' })),
    at(580, 450, 1.1, sheep({ kind: 'in-lamb', mood: 'open-mouth' }), { flip: true }),
    at(580, 490, 1.3, straw()),
  ),
  'lambing-night/navel.svg': scene(
    'navel',
    background('room', 380),
    at(470, 420, 2.5, sheep({ kind: 'lamb' }).replace('stroke-width="9"', 'stroke-width="4"')),
    '<path d="M462 340Q470 366 462 384" fill="none" stroke="#d98c84" stroke-width="16"/>',
    at(462, 440, 1, '<path d="M-34 -60H34L26 0H-26Z" fill="#b5763a"/><ellipse cy="-60" rx="34" ry="9" fill="#7c4a1e"/>'),
    at(370, 430, 1, hand({ gloved: true })),
  ),
  'lambing-night/first-milk.svg': scene(
    'first-milk',
    background('room', 360),
    at(470, 450, 1.5, sheep()),
    '<path d="M400 372q30 30 60 0Z" fill="#e8b8a8"/>',
    at(350, 470, 1.05, sheep({ kind: 'lamb' })),
    at(160, 490, 1.1, guarded({ who: 'woman', pose: 'holding' })),
  ),
  'lambing-night/gloves-afterbirth.svg': scene(
    'gloves-afterbirth',
    background('yard', 320),
    at(220, 480, 1.1, guarded({ who: 'woman', pose: 'holding' })),
    at(330, 470, 0.9, spade(), { turn: -30 }),
    '<path d="M380 470Q370 440 410 444Q430 424 456 444Q490 446 480 474Q440 486 380 470Z" fill="#b85a58"/>',
    at(545, 470, 0.8, sack('#5b6b7a')),
    at(710, 460, 0.75, dog(), { flip: true }),
    at(710, 490, 0.9, fence(150)),
  ),
};
