import type { Database } from '../../../db/connect.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';

export interface BaseSummary {
  id: string;
  name: Record<Language, string>;
  summary: Record<Language, string>;
  /** The language its kiosks open in. */
  language: Language;
  villageId: string | null;
  /** Drafts of its lessons are read by another trainer before they are published. */
  needsReview: boolean;
}

/** A township's bases in their order. */
export async function listBases(db: Database, townshipId: string): Promise<BaseSummary[]> {
  const rows = await db.selectFrom('base').selectAll().where('township_id', '=', townshipId).orderBy('position').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    summary: { zh: row.summary_zh, en: row.summary_en },
    language: row.language,
    villageId: row.village_id,
    needsReview: row.needs_review,
  }));
}
