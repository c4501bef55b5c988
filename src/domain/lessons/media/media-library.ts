import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { MediumKind } from '../../../lesson-mdx/media.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { kindOfName } from './medium-rules.ts';

export interface LibraryMedium {
  digest: string;
  name: string;
  kind: MediumKind;
  mediaType: string;
  /** In bytes. */
  size: number;
  addedBy: string | null;
  addedAt: Date | null;
  /** By lesson. `isShown`: kiosks show it now; `isInDraft`: a kept draft has it. Empty: nothing in the township uses it. */
  uses: { lesson: string; title: Record<Language, string> | null; isShown: boolean; isInDraft: boolean }[];
}

/** What a base has to write lessons with: what its trainers added, and what its lessons and their drafts hold. Newest first. */
export async function mediaLibrary(db: Database, actor: Actor, base: string): Promise<LibraryMedium[]> {
  requirePermission(actor, 'lesson:write', { base });
  const { townshipId } = actor;
  const { rows } = await sql<Row>`
    with at_base as (
      select distinct place.lesson_id from course_lesson place
      join course on course.township_id = place.township_id and course.id = place.course_id
      where place.township_id = ${townshipId} and course.base_id = ${base}
    ), shown as (
      select distinct on (lesson_id) lesson_id, version from lesson_publication
      where township_id = ${townshipId} order by lesson_id, id desc
    ), used as (
      select media.digest, media.path, media.lesson_id, coalesce(shown.version = media.version, false) as is_shown, false as is_in_draft
      from lesson_version_media media left join shown using (lesson_id) where media.township_id = ${townshipId}
      union all
      select digest, path, lesson_id, false, true from draft_revision_media where township_id = ${townshipId}
    ), lesson_use as (
      select digest, lesson_id, min(path) as path, bool_or(is_shown) as is_shown, bool_or(is_in_draft) as is_in_draft
      from used group by digest, lesson_id
    ), listed as (
      select digest from base_medium where township_id = ${townshipId} and base_id = ${base}
      union select digest from lesson_use join at_base using (lesson_id)
    )
    select media.digest, media.media_type, octet_length(media.bytes) as size, added.name, added.added_at, account.display_name as added_by,
      coalesce(jsonb_agg(jsonb_build_object('lesson', lesson_use.lesson_id, 'path', lesson_use.path, 'isShown', lesson_use.is_shown,
        'isInDraft', lesson_use.is_in_draft, 'title', (
          select version.checked -> 'title' from lesson_version version
          where version.township_id = ${townshipId} and version.lesson_id = lesson_use.lesson_id order by version.version desc limit 1
        )) order by lesson_use.lesson_id) filter (where lesson_use.lesson_id is not null), '[]') as uses
    from listed
    join media on media.township_id = ${townshipId} and media.digest = listed.digest
    left join base_medium added on added.township_id = ${townshipId} and added.base_id = ${base} and added.digest = listed.digest
    left join account on account.township_id = ${townshipId} and account.id = added.added_by
    left join lesson_use on lesson_use.digest = listed.digest
    where media.media_type not like 'text/yaml%'
    group by media.township_id, media.digest, added.name, added.added_at, account.display_name
    order by added.added_at desc nulls last, media.created_at desc, media.digest`.execute(db);
  return rows.map(({ media_type: mediaType, added_by: addedBy, added_at: addedAt, uses, ...row }) => {
    const name = row.name ?? uses[0]?.path ?? row.digest.slice(0, 8);
    return {
      ...row,
      name,
      kind: kindOfName(name) ?? 'picture',
      mediaType,
      addedBy,
      addedAt,
      uses: uses.map(({ path: _path, ...use }) => use),
    };
  });
}

interface Row {
  digest: string;
  media_type: string;
  size: number;
  name: string | null;
  added_at: Date | null;
  added_by: string | null;
  uses: { lesson: string; path: string; title: Record<Language, string> | null; isShown: boolean; isInDraft: boolean }[];
}
