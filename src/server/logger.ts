import { pino } from 'pino';

/** What the server has to say while it runs. No names, numbers, PINs or passes of farmers. */
export const logger = pino({
  name: 'furrow',
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['req.headers.cookie', 'pin', 'pass', 'password'],
});
