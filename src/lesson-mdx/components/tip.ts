import { aside } from './aside.ts';

/** `<Tip>text</Tip>` */
export const tip = aside('Tip', 'tip', { zh: '小窍门', en: 'Tip' });
