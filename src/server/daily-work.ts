import { connect } from '../../db/connect.ts';
import { eraseUnmatchedNewcomers } from '../domain/learning/newcomers/erase-unmatched-newcomers.ts';
import { sweepUploads } from '../domain/lessons/media/sweep-uploads.ts';
import { logger } from './logger.ts';

const EVERY_MS = 6 * 3600 * 1000;

/** What falls due by itself: at the start, and every six hours for as long as the server runs. */
export async function doDailyWork(url: string): Promise<void> {
  const work = async () => {
    const db = connect(url, 1);
    try {
      const { erased } = await eraseUnmatchedNewcomers(db, new Date());
      await sweepUploads(db, new Date());
      if (erased > 0) logger.info({ erased }, 'newcomers nobody found in 90 days are erased');
    } catch (error) {
      logger.error({ err: error }, 'the daily work was not done; it is tried again in six hours');
    } finally {
      await db.destroy();
    }
  };
  setInterval(() => void work(), EVERY_MS).unref();
  await work();
}
