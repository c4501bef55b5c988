import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Schema } from '../../../db/schema.ts';
import { type CheckedLesson, LANGUAGES, type LessonProblem } from '../../lesson-mdx/checked-lesson.ts';
import type { SystemActor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { checkFolder } from './check-folder.ts';
import { type Content, type ContentCourse, inFolder, readContent } from './content-folder.ts';
import { type BaseFile, withLessonsAdded } from './course-file.ts';
import { folderProblem } from './folder-problems.ts';
import { freezeVersion, publishVersion } from './freeze-version.ts';
import { lessonDigest, sha256 } from './lesson-folder.ts';
import { knownVersions, lockLesson, notifyCourse } from './lessons-queries.ts';

/** `imported` and `unchanged` name lessons. */
export type ImportOutcome = { ok: true; imported: string[]; unchanged: string[] } | { ok: false; problems: LessonProblem[] };

/**
 * Brings the bases, courses and lessons of `contentDir` into the township, all in one transaction or nothing.
 * Of a base already there only what is blank is filled in. A lesson is published only when its files were never imported before, so what trainers
 * published or took back since then stands; the same holds for a course.yaml. `bases` restricts the import to those bases.
 */
export async function importCourses(
  db: Database,
  system: SystemActor,
  contentDir: string,
  now: Date,
  { bases }: { bases?: readonly string[] } = {},
): Promise<ImportOutcome> {
  requirePermission(system, 'course:write');
  const read = await readContent(contentDir, bases);
  if (!read.ok) return read;
  const content = read.content;
  const strangers = await coursesWithoutBase(db, system, content);
  const checks = await checkNewLessons(db, system, content);
  const problems = [...strangers, ...checks.problems];
  if (problems.length > 0) return { ok: false, problems };

  const imported = await db.transaction().execute(async (trx) => {
    // Two servers that start together import one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended('furrow import', 0))`.execute(trx);
    for (const base of content.bases) await importBase(trx, system, base);
    const published: string[] = [];
    for (const [lessonId, checked] of checks.lessons) {
      const folder = content.lessons.get(lessonId)?.folder;
      if (!folder) continue;
      await lockLesson(trx, system.townshipId, lessonId, now);
      const { version, isNew } = await freezeVersion(trx, system, { lessonId, folder, checked }, now);
      if (!isNew) continue;
      await publishVersion(trx, system, { lessonId, version, note: '' }, now);
      published.push(lessonId);
    }
    for (const course of content.courses) await importCourse(trx, system, course, now);
    return published;
  });
  return { ok: true, imported, unchanged: [...content.lessons.keys()].filter((lessonId) => !imported.includes(lessonId)) };
}

async function coursesWithoutBase(db: Database, system: SystemActor, content: Content): Promise<LessonProblem[]> {
  const rows = await db.selectFrom('base').select('id').where('township_id', '=', system.townshipId).execute();
  const known = new Set([...rows, ...content.bases].map((base) => base.id));
  return content.courses
    .filter((course) => !known.has(course.file.base))
    .map((course) => folderProblem(`courses/${course.id}/course.yaml`, 'unknown-base', course.file.base));
}

/** Checks the lessons whose files were never imported; the others passed once and their result is kept. */
async function checkNewLessons(
  db: Database,
  system: SystemActor,
  content: Content,
): Promise<{ lessons: Map<string, CheckedLesson>; problems: LessonProblem[] }> {
  const known = await knownVersions(db, system.townshipId);
  const lessons = new Map<string, CheckedLesson>();
  const problems: LessonProblem[] = [];
  for (const [lessonId, { path, folder }] of content.lessons) {
    if (known.has(`${lessonId} ${lessonDigest(folder)}`)) continue;
    const check = await checkFolder(folder);
    if (check.ok) lessons.set(lessonId, check.lesson);
    else problems.push(...inFolder(path, check.problems));
  }
  return { lessons, problems };
}

async function importBase(trx: Transaction<Schema>, system: SystemActor, base: BaseFile): Promise<void> {
  const townshipId = system.townshipId;
  const village = base.village
    ? await trx
        .selectFrom('village')
        .select('id')
        .where('township_id', '=', townshipId)
        .where('name_zh', '=', base.village)
        .executeTakeFirst()
    : undefined;
  await trx
    .insertInto('base')
    .values({
      township_id: townshipId,
      id: base.id,
      name_zh: base.name.zh,
      name_en: base.name.en,
      summary_zh: base.summary.zh,
      summary_en: base.summary.en,
      language: base.language,
      village_id: village?.id ?? null,
      position: base.position,
    })
    // Set-up may know no more of a base than its id: what it lacks is filled in, what people wrote stays.
    .onConflict((conflict) =>
      conflict.columns(['township_id', 'id']).doUpdateSet({
        name_zh: sql`case when base.name_zh = base.id then excluded.name_zh else base.name_zh end`,
        name_en: sql`case when base.name_en = base.id then excluded.name_en else base.name_en end`,
        summary_zh: sql`coalesce(nullif(base.summary_zh, ''), excluded.summary_zh)`,
        summary_en: sql`coalesce(nullif(base.summary_en, ''), excluded.summary_en)`,
        village_id: sql`coalesce(base.village_id, excluded.village_id)`,
      }),
    )
    .execute();
}

async function importCourse(trx: Transaction<Schema>, system: SystemActor, course: ContentCourse, now: Date): Promise<void> {
  const townshipId = system.townshipId;
  const detail = JSON.stringify({ digest: courseDigest(course) });
  const before = await trx
    .selectFrom('audit')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('deed', '=', 'course-imported')
    .where('subject', '=', course.id)
    .where(sql<boolean>`detail = ${detail}::jsonb`)
    .executeTakeFirst();
  if (before) return;

  const added = await lessonsAddedByTrainers(trx, townshipId, course);
  const values = {
    base_id: course.file.base,
    title_zh: course.file.title.zh,
    title_en: course.file.title.en,
    summary_zh: course.file.summary.zh,
    summary_en: course.file.summary.en,
    class_hours: course.file.class_hours,
    position: course.file.position,
    source: withLessonsAdded(
      course.source,
      added.filter(({ isFrozen }) => isFrozen).map(({ entry }) => entry),
    ),
  };
  await trx
    .insertInto('course')
    .values({ township_id: townshipId, id: course.id, created_at: now, ...values })
    .onConflict((conflict) => conflict.columns(['township_id', 'id']).doUpdateSet(values))
    .execute();
  await trx.deleteFrom('course_lesson').where('township_id', '=', townshipId).where('course_id', '=', course.id).execute();
  const shipped = course.lessonIds.map((lesson_id) => ({ lesson_id, placed_by: null, shared_from: null }));
  const places = [...shipped, ...added.map(({ place }) => place)].map((place, index) => ({
    ...place,
    township_id: townshipId,
    course_id: course.id,
    position: index + 1,
  }));
  await trx.insertInto('course_lesson').values(places).execute();
  await trx
    .insertInto('audit')
    .values({ township_id: townshipId, at: now, account_id: null, deed: 'course-imported', subject: course.id, detail })
    .execute();
  await importGuides(trx, townshipId, course);
  await notifyCourse(trx, townshipId, course.id);
}

/** A course without a guide keeps the digest it had before there were any, so that it is not imported again for nothing. */
function courseDigest({ source, guides }: ContentCourse): string {
  return Object.keys(guides).length === 0 ? sha256(source) : sha256(JSON.stringify([source, guides.zh, guides.en]));
}

async function importGuides(trx: Transaction<Schema>, townshipId: string, { id, guides }: ContentCourse): Promise<void> {
  await trx.deleteFrom('course_guide').where('township_id', '=', townshipId).where('course_id', '=', id).execute();
  const rows = LANGUAGES.flatMap((language) => {
    const source = guides[language];
    return source === undefined ? [] : [{ township_id: townshipId, course_id: id, language, source }];
  });
  if (rows.length > 0) await trx.insertInto('course_guide').values(rows).execute();
}

/** What a trainer put into the course, or published first, did not come with the product: a newer shipped course keeps it at its end. */
async function lessonsAddedByTrainers(trx: Transaction<Schema>, townshipId: string, course: ContentCourse) {
  const rows = await trx
    .selectFrom('course_lesson as place')
    .leftJoin('lesson_version as first', (join) =>
      join
        .onRef('first.township_id', '=', 'place.township_id')
        .onRef('first.lesson_id', '=', 'place.lesson_id')
        .on('first.version', '=', 1),
    )
    .select(['place.lesson_id', 'place.placed_by', 'place.shared_from', 'first.version'])
    .where('place.township_id', '=', townshipId)
    .where('place.course_id', '=', course.id)
    .where((where) => where.or([where('place.placed_by', 'is not', null), where('first.created_by', 'is not', null)]))
    .orderBy('place.position')
    .execute();
  return rows
    .filter((row) => !course.lessonIds.includes(row.lesson_id))
    .map(({ version, ...place }) => ({
      place,
      entry: place.shared_from === null ? place.lesson_id : `${place.shared_from}/${place.lesson_id}`,
      isFrozen: version !== null,
    }));
}
