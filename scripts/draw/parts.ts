import { sheep, silkwormOnLeaf } from './animals.ts';
import { at, colour, type Part } from './frame.ts';
import { banknotes, calendar, coin, idCard, justice, ledger, paper, shield } from './papers.ts';
import { hand, person } from './people.ts';
import { cloud, fence, house, manureHeap, moon, mulberry, shed, sun, table, warmingLamp } from './places.ts';
import {
  beaker,
  bottle,
  bucket,
  drenchGun,
  earTag,
  hay,
  phone,
  sack,
  scale,
  shears,
  spade,
  syringe,
  thermometer,
  trough,
} from './tools.ts';
import { bowl, clock, coldBox, deadSheep, dog, guarded, looseDung, pellets, pot, slats, straw, truck } from './yard.ts';

const kinds = ['ewe', 'in-lamb', 'ram', 'lamb', 'dorper', 'fine-wool'] as const;
const people = ['man', 'woman', 'old-man', 'old-woman', 'worker', 'vet', 'official', 'seller'] as const;
const poses = ['holding', 'pointing', 'phone', 'no'] as const;
const standing: Part[] = [
  ...kinds.map((kind) => sheep({ kind })),
  sheep({ mood: 'sick' }),
  sheep({ mood: 'open-mouth' }),
  ...people.map((who) => person({ who })),
  ...poses.map((pose) => person({ pose })),
  person({ face: 'sceptical' }),
  person({ face: 'worried' }),
  bottle(),
  beaker(),
  scale(),
  bucket(),
  trough(),
  hay(),
  sack(),
  spade(),
  thermometer(),
  fence(240),
  shed(),
  house(),
  table(),
  mulberry(),
  mulberry('low-cut'),
  mulberry('bud'),
  mulberry('frosted'),
  mulberry('wrapped'),
  manureHeap(),
  manureHeap(true),
  guarded({ who: 'woman', pose: 'holding' }),
  truck(),
  truck(true),
  dog(),
  deadSheep(),
  straw(),
  slats(240, 60),
  pot(),
  bowl(),
  coldBox(),
  pellets(),
  looseDung(),
];
const centred: Part[] = [
  silkwormOnLeaf(),
  hand(),
  hand({ gloved: true }),
  drenchGun(),
  syringe(),
  shears(),
  earTag(),
  phone(),
  warmingLamp(),
  sun(),
  moon(),
  cloud('rain'),
  cloud('snow'),
  paper({ signed: true, sealed: true }),
  idCard(),
  banknotes(),
  coin(),
  calendar([3, 10]),
  ledger(),
  shield(),
  justice(),
  clock(0.6),
];

/** Every part on one sheet, to look at. */
export function contactSheet(): string {
  const all = [...standing.map((part) => ({ part, y: 130 })), ...centred.map((part) => ({ part, y: 75 }))];
  const cells = all.map(({ part, y }, i) => at((i % 10) * 150 + 75, Math.floor(i / 10) * 150 + y, 0.4, part)).join('');
  const height = Math.ceil(all.length / 10) * 150;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1500 ${height}"><rect width="1500" height="${height}" fill="${colour.floor}"/><g stroke="${colour.line}" stroke-linecap="round" stroke-linejoin="round">${cells}</g></svg>\n`;
}
