import { sheep } from '../animals.ts';
import { at, background, colour, cross, type Part, panels, scene, tick } from '../frame.ts';
import { calendar, ledger, paper } from '../papers.ts';
import { hand, person } from '../people.ts';
import { moon, sun } from '../places.ts';
import { bucket, earTag } from '../tools.ts';
import { apron, mark, tube } from '../wool.ts';
import { guarded } from '../yard.ts';

const teaser = sheep({ kind: 'ram' }) + apron();
const heart: Part = `<path d="M0 40Q-50 0 -36 -24Q-20 -40 0 -14Q20 -40 36 -24Q50 0 0 40Z" fill="${colour.red}"/>`;
const tray: Part = `<path d="M-200 -20H200L180 20H-180Z" fill="${colour.steel}"/>`;
const steps = `<path d="M0 0h-56M10 -30h-50M4 30h-56" stroke="${colour.slate}" stroke-width="9"/>`;

export const mating: Record<string, string> = {
  'ai-step-by-step/cover.svg': scene(
    'cover',
    background('room', 390),
    `<path d="M330 470V330M490 470V330" stroke="${colour.wood}" stroke-width="18"/>`,
    at(470, 440, 1.15, sheep({ kind: 'fine-wool' }), { turn: 16 }),
    `<path d="M300 382H530" stroke="${colour.line}" stroke-width="26"/><path d="M300 382H530" stroke="${colour.wood}" stroke-width="15"/>`,
    at(160, 480, 1.15, guarded({ who: 'vet', pose: 'holding' })),
    at(318, 322, 0.62, tube()),
    at(740, 480, 1.15, person({ who: 'woman', pose: 'holding' }), { flip: true }),
  ),
  'ai-step-by-step/not-trained.svg': scene(
    'not-trained',
    panels(
      background('yard', 300) +
        at(480, 440, 0.74, sheep({ kind: 'fine-wool' })) +
        at(270, 480, 1, person({ who: 'man', pose: 'holding' })) +
        at(380, 342, 0.42, tube()) +
        cross(550, 60),
      background('yard', 300) +
        at(480, 440, 0.74, sheep({ kind: 'fine-wool' })) +
        at(270, 480, 1, guarded({ who: 'vet', pose: 'holding' })) +
        at(380, 342, 0.42, tube()) +
        tick(550, 60),
    ),
  ),
  'ai-step-by-step/stands.svg': scene(
    'stands',
    background('yard', 330),
    at(210, 460, 1.15, teaser),
    at(530, 460, 1.15, sheep({ kind: 'fine-wool' })),
    at(400, 140, 1.1, heart),
    tick(),
  ),
  'ai-step-by-step/runs.svg': scene(
    'runs',
    background('yard', 330),
    at(190, 460, 1.15, teaser),
    at(610, 430, 1.05, sheep({ kind: 'fine-wool' }), { turn: -9 }),
    at(480, 330, 1, steps),
    cross(),
  ),
  'ai-step-by-step/hours.svg': scene(
    'hours',
    background('plain'),
    panels(
      `<path d="M240 0H560V300H240Z" fill="#f6dc8a" stroke="none"/><path d="M240 300H560V500H240Z" fill="${colour.grass}" stroke="none"/>` +
        at(340, 110, 0.9, sun()) +
        at(350, 400, 0.5, teaser) +
        at(440, 470, 0.6, sheep({ kind: 'fine-wool' }) + mark()),
      `<path d="M240 0H560V300H240Z" fill="#8f86a5" stroke="none"/><path d="M240 300H560V500H240Z" fill="${colour.grass}" stroke="none"/>` +
        at(480, 90, 0.9, moon()) +
        at(446, 460, 0.62, sheep({ kind: 'fine-wool' }) + mark()) +
        at(316, 470, 0.85, guarded({ who: 'vet', pose: 'holding' })) +
        tick(320, 76),
      `<path d="M240 0H560V300H240Z" fill="${colour.sky}" stroke="none"/><path d="M240 300H560V500H240Z" fill="${colour.grass}" stroke="none"/>` +
        at(340, 80, 0.8, sun()) +
        at(446, 460, 0.6, sheep({ kind: 'fine-wool' }) + mark()) +
        at(318, 470, 0.8, guarded({ who: 'vet', pose: 'standing' })) +
        cross(474, 80),
    ),
  ),
  'ai-step-by-step/clean-tools.svg': scene(
    'clean-tools',
    background('room', 330),
    `<path d="M60 202H500V222H60ZM60 312H500V332H60ZM60 422H500V442H60ZM60 90V500M500 90V500" fill="${colour.wood}"/>`,
    at(280, 180, 0.95, tray) + at(280, 146, 0.9, tube()),
    at(280, 290, 0.95, tray) + at(280, 256, 0.9, tube()),
    at(280, 400, 0.95, tray) + at(280, 366, 0.9, tube()),
    at(640, 260, 1.2, hand({ gloved: true }), { flip: true }),
    tick(),
  ),
  'ai-step-by-step/dirty-tools.svg': scene(
    'dirty-tools',
    background('room', 330),
    `<path d="M0 330H800V500H0Z" fill="${colour.wood}"/>`,
    at(520, 480, 1.8, bucket('#8a7a4a')),
    at(470, 220, 1.1, tube(), { turn: 24 }),
    at(350, 190, 1.15, hand()),
    `<g fill="#8a7a4a" stroke-width="4"><path d="M590 300q12 20 0 26q-12 -6 0 -26M540 290q12 20 0 26q-12 -6 0 -26M330 240a14 12 0 1 0 .1 0M396 206a10 9 0 1 0 .1 0"/></g>`,
    cross(),
  ),
  'ai-step-by-step/record.svg': scene(
    'record',
    background('room', 330),
    `<path d="M0 330H800V500H0Z" fill="${colour.wood}"/>`,
    at(300, 280, 2, ledger()),
    `<path d="M70 170H270V390H70ZM330 170H530V390H330Z" fill="${colour.wool}" stroke="none"/>`,
    at(150, 270, 0.5, sheep({ kind: 'ram' })),
    at(150, 380, 0.5, sheep({ kind: 'fine-wool' })),
    at(256, 250, 0.55, earTag()),
    at(256, 350, 0.55, earTag()),
    at(430, 270, 0.75, calendar([17])),
    at(690, 230, 0.75, paper({ sealed: true })),
  ),
};
