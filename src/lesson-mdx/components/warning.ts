import { aside } from './aside.ts';

/** `<Warning>text</Warning>` */
export const warning = aside('Warning', 'warning', { zh: '当心', en: 'Take care' });
