import { describe, expect, it } from 'vitest';
import { compareRevisions } from '../../../../src/domain/lessons/drafts/compare-revisions.ts';
import { draftHistory } from '../../../../src/domain/lessons/drafts/draft-history.ts';
import { publishDraft } from '../../../../src/domain/lessons/drafts/publish-draft.ts';
import { readRevision } from '../../../../src/domain/lessons/drafts/read-revision.ts';
import { restoreRevision } from '../../../../src/domain/lessons/drafts/restore-revision.ts';
import { PermissionDenied } from '../../../../src/domain/people/permissions.ts';
import { ZH } from '../small-content.ts';
import { at, withDrafts } from './drafting.ts';

const better = (more: string) => ZH.replace('再算料', `再配料${more}`);
const BETTER = better('');

describe('the history of a lesson', () => {
  const { db, li, ma, draftOf, save } = withDrafts();
  const entries = async (lesson = 'water') => (await draftHistory(db(), li(), lesson))?.map(({ kind, place, by }) => [kind, place, by]);
  const restore = (place: { revision: number } | { version: number }, revision: number) =>
    restoreRevision(db(), li(), { lesson: 'water', place, revision, client: 'history' }, at(30));

  it('shows what came with the product, what was saved, what lost a conflict and what was published, newest first', async () => {
    await save(BETTER, { revision: 0 });
    await save('马写的', { revision: 0, by: ma() }, at(1));
    await publishDraft(db(), li(), { lesson: 'water', revision: 1, note: '改了一句' }, at(2));
    expect(await entries()).toEqual([
      ['published', { version: 2 }, '李老师'],
      ['lost', { revision: 2 }, '马老师'],
      ['saved', { revision: 1 }, '李老师'],
      ['published', { version: 1 }, null],
      ['frozen', { version: 1 }, null],
    ]);
  });

  it('a published revision stays when its author writes on within the same minute', async () => {
    await save(BETTER, { revision: 0 });
    await publishDraft(db(), li(), { lesson: 'water', revision: 1, note: '' }, at(1));
    await save(better('又一句。'), {}, at(1));
    expect((await readRevision(db(), li(), 'water', { revision: 1 }))?.files.zh).toBe(BETTER);
    expect((await draftOf('water')).revision).toBe(2);
  });

  it('any text of it is read back byte for byte, a frozen one too; one that never was is not', async () => {
    const before = await draftOf('water');
    await save('一\r\n');
    expect((await readRevision(db(), li(), 'water', { revision: 1 }))?.files.zh).toBe('一\r\n');
    expect((await readRevision(db(), li(), 'water', { version: 1 }))?.files).toEqual(before.files);
    expect(await readRevision(db(), li(), 'water', { revision: 9 })).toBeNull();
    expect(await readRevision(db(), li(), 'water', { version: 9 })).toBeNull();
  });

  it('restoring makes a new revision, and what it replaced can be restored again', async () => {
    const shipped = await draftOf('water');
    await save('一', {}, at(0));
    expect(await restore({ version: 1 }, 1)).toMatchObject({ ok: true, revision: 2 });
    expect((await draftOf('water')).files).toEqual(shipped.files);
    expect(await restore({ revision: 1 }, 2)).toMatchObject({ ok: true, revision: 3 });
    expect((await draftOf('water')).files.zh).toBe('一');
  });

  it('restoring does not push aside what somebody saved meanwhile, and not what never was', async () => {
    await save('一', { revision: 0 });
    await save('一二', { by: ma() }, at(1));
    expect(await restore({ version: 1 }, 1)).toEqual({ ok: false, reason: 'draft-changed-meanwhile' });
    expect(await restore({ version: 7 }, 2)).toEqual({ ok: false, reason: 'no-such-revision' });
    expect((await draftOf('water')).files.zh).toBe('一二');
  });

  it('the difference is the words a farmer reads, screen by screen, without markup', async () => {
    await save(BETTER.replace('feedback="不能估。"', 'feedback="别估。"'));
    const outcome = await compareRevisions(db(), li(), 'water', { version: 1 }, { revision: 1 });
    if (!outcome.ok) throw new Error(outcome.reason);
    const { zh, en } = outcome.changes;
    expect(JSON.stringify(zh)).not.toMatch(/<|SingleChoice|feedback/);
    expect(en.some((screen) => screen.hasChanged)).toBe(false);
    const changed = zh.filter((screen) => screen.hasChanged);
    expect(changed.map((screen) => screen.title?.parts[0]?.text)).toEqual(['先称体重']);
    const lines = changed[0]?.lines.filter((line) => line.change !== 'same');
    const words = lines?.map((line) => line.parts.filter((part) => part.change !== 'same').map((part) => `${part.change} ${part.text}`));
    expect(words).toEqual([
      ['removed 算料', 'added 配料'],
      ['removed 不能', 'added 别'],
    ]);
  });

  it('an unfinished text is compared as it was typed', async () => {
    await save(`${ZH}\n<Tip>没写完`);
    const outcome = await compareRevisions(db(), li(), 'water', { version: 1 }, { revision: 1 });
    expect(outcome.ok && JSON.stringify(outcome.changes.zh)).toContain('没写完');
  });

  it('a trainer cannot read, compare or restore the history of another base’s lesson', async () => {
    await expect(draftHistory(db(), li(), 'clip')).rejects.toThrow(PermissionDenied);
    await expect(readRevision(db(), li(), 'clip', { version: 1 })).rejects.toThrow(PermissionDenied);
    await expect(compareRevisions(db(), li(), 'clip', { version: 1 }, { version: 1 })).rejects.toThrow(PermissionDenied);
    const input = { lesson: 'clip', place: { version: 1 }, revision: 0, client: 'history' };
    await expect(restoreRevision(db(), li(), input, at(0))).rejects.toThrow(PermissionDenied);
    expect(await draftHistory(db(), li(), 'nothing')).toBeNull();
  });
});
