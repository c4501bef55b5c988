import { sheep } from '../animals.ts';
import { at, background, scene, tick } from '../frame.ts';
import { calendar } from '../papers.ts';
import { person } from '../people.ts';
import { fence } from '../places.ts';
import { truck } from '../yard.ts';

/** Alone or in a co-op. */
export const coOpScenes: Record<string, string> = {
  'farm-co-op-or-alone/say-early.svg': scene(
    'say-early',
    background('yard', 300),
    at(150, 440, 0.75, sheep({ mood: 'sick' })),
    at(160, 480, 0.85, fence(300)),
    at(390, 480, 1.05, person({ who: 'man', pose: 'phone', face: 'worried' })),
    at(590, 140, 0.8, calendar([4, 20])),
    at(640, 470, 0.8, truck()),
    tick(),
  ),
};
