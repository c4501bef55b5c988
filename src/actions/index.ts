import { studio } from './studio.ts';

export const server = { studio };
