import { useCallback, useDeferredValue, useMemo, useReducer, useRef, useState } from 'react';
import type { Draft } from '../../domain/lessons/drafts/draft.ts';
import { formatDateTime } from '../../i18n/languages.ts';
import { studioWords } from '../../i18n/studio/words.ts';
import { offsetOfBlock } from '../../lesson-mdx/blocks/block-text.ts';
import { readRecordings } from '../../lesson-mdx/blocks/recordings.ts';
import type { Language, LessonProblem } from '../../lesson-mdx/checked-lesson.ts';
import { Conflict } from './conflict/Conflict.tsx';
import { LessonThingsContext } from './desk.ts';
import { KeepLine } from './keep/KeepLine.tsx';
import { useKeeping } from './keep/use-keeping.ts';
import { usePresence } from './keep/use-presence.ts';
import { UploadTray } from './media/UploadTray.tsx';
import { useMediaDesk } from './media/use-media-desk.ts';
import { Preview } from './preview/Preview.tsx';
import { ProblemList } from './problems/ProblemList.tsx';
import { type PlacedProblem, placeProblem } from './problems/place-problem.ts';
import { PublishPanel } from './publish/PublishPanel.tsx';
import { type Cursor, Sources } from './source/Sources.tsx';
import { MetadataForm, objectivesOf } from './structured/MetadataForm.tsx';
import { Structured } from './structured/Structured.tsx';
import { Toolbar } from './Toolbar.tsx';
import { beginHistory, change, type History, redo, refresh, undo } from './text/history.ts';
import { recordingsFollow } from './text/recordings-follow.ts';
import { rowKeys } from './text/row-keys.ts';
import { filesOf, freshBlocks, openText, type StudioText, withFiles, withSource } from './text/studio-text.ts';
import { useBlockFocus } from './use-block-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface Props {
  draft: Draft;
  problems: LessonProblem[];
  language: Language;
  /** The base that the lesson's pictures, recordings and videos are kept in. */
  base: string;
  /** Whose unsaved words on this computer these may be. */
  account: string;
}

type Step = (history: History) => History;

/** The editor of one lesson: two ways into one text, both languages side by side, every keystroke kept. */
export default function Studio({ draft, problems, language, base, account }: Props) {
  const words = studioWords(language);
  const lastKey = useRef(0);
  const newKey = useCallback(() => `b${++lastKey.current}`, []);
  const [history, step] = useReducer(
    (so: History, next: Step) => next(so),
    null,
    () => beginHistory(openText(draft.files, newKey)),
  );
  const text = history.present;
  const latest = useRef(text);
  latest.current = text;
  const files = useMemo(() => filesOf(text), [text]);
  const [mode, setMode] = useState<'blocks' | 'source'>('blocks');
  const [isPreviewed, setPreviewed] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const [said, say] = useState('');
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const seen = useRef<{ part: Language; offset: number }>({ part: 'zh', offset: 0 });
  const { focus, lastBlock } = useBlockFocus(text, mode === 'blocks');

  const act = useCallback((make: (text: StudioText) => StudioText, group: string | null) => {
    const next = recordingsFollow(latest.current, make(latest.current));
    latest.current = next;
    step((so) => change(so, next, group, Date.now()));
  }, []);
  const plainDesk = useMemo(
    () => ({ language, words: studioWords(language), base, act, text: () => latest.current, newKey, focus, say }),
    [language, base, act, newKey, focus],
  );
  const { desk, media, join, drop, uploads } = useMediaDesk(plainDesk, draft.media);

  const keeping = useKeeping({
    draft,
    problems,
    account,
    files,
    media,
    onFound: (copy) => {
      join(copy.media);
      act((so) => withFiles(so, copy.files, newKey), null);
      say(words.keep.restored(formatDateTime(new Date(copy.changedAt), language)));
    },
    onGone: (path) => {
      drop(path);
      say(words.keep.mediaUnknown(path));
    },
  });
  const { others, isYouElsewhere } = usePresence(draft.lesson, keeping.client, language);

  const inBlocks = mode === 'blocks';
  const goBack = useCallback(
    () => step((so) => refresh(undo(so), inBlocks ? freshBlocks(undo(so).present, newKey) : undo(so).present)),
    [inBlocks, newKey],
  );
  const goForth = useCallback(
    () => step((so) => refresh(redo(so), inBlocks ? freshBlocks(redo(so).present, newKey) : redo(so).present)),
    [inBlocks, newKey],
  );
  useShortcuts({ undo: goBack, redo: goForth, save: keeping.saveNow });

  const showSource = () => {
    const at = lastBlock();
    const index = at ? text[at.part].blocks.blocks.findIndex(({ key }) => key === at.key) : -1;
    if (at && index >= 0)
      setCursor((so) => ({ part: at.part, offset: offsetOfBlock(text[at.part].blocks, index), turn: (so?.turn ?? 0) + 1 }));
    setMode('source');
  };
  const showBlocks = () => {
    const fresh = freshBlocks(latest.current, newKey);
    step((so) => refresh(so, freshBlocks(so.present, newKey)));
    setMode('blocks');
    focus.at(fresh, seen.current.part, seen.current.offset);
  };

  const current = useMemo(() => (inBlocks ? text : freshBlocks(text, newKey)), [inBlocks, text, newKey]);
  // What is listed beside the text may come a moment after the letter; the letter may not wait for it.
  const settled = useDeferredValue(current);
  const placed = useMemo(
    () => keeping.problems.map((problem) => placeProblem(problem, settled, language, words)),
    [keeping.problems, settled, language, words],
  );
  const go = (problem: PlacedProblem) => {
    if (mode === 'source' && problem.part !== null)
      setCursor((so) => ({ part: problem.part ?? 'zh', offset: problem.offset, turn: (so?.turn ?? 0) + 1 }));
    else focus.problem(problem);
  };
  const lacking = useMemo(() => {
    const rows = rowKeys(settled);
    return { zh: rows.filter(({ zh }) => zh === null).length, en: rows.filter(({ en }) => en === null).length };
  }, [settled]);
  const things = useMemo(
    () => ({
      objectives: objectivesOf(text.metadata),
      files: Object.entries(media),
      recordings: { zh: readRecordings(text.metadata, 'zh'), en: readRecordings(text.metadata, 'en') },
    }),
    [text.metadata, media],
  );

  if (keeping.client === null) return <p role="status">{words.opening}</p>;
  const conflict = keeping.state?.kind === 'conflict' ? keeping.state.theirs : null;
  return (
    <LessonThingsContext value={things}>
      <div className="studio" data-revision={keeping.revision} data-keep={keeping.state?.kind ?? 'saved'}>
        <div className="bar">
          <Toolbar
            {...{ words, mode, isPreviewed, isPublishing, lesson: draft.lesson }}
            canUndo={history.past.length > 0}
            canRedo={history.future.length > 0}
            onUndo={goBack}
            onRedo={goForth}
            onBlocks={showBlocks}
            onSource={showSource}
            onPreview={() => setPreviewed(!isPreviewed)}
            onPublish={() => setPublishing(!isPublishing)}
          />
          <KeepLine {...{ words, language }} state={keeping.state} isLocalBroken={keeping.isLocalBroken} onSave={keeping.saveNow} />
          {others.length > 0 && <p className="notice here">{words.here(others.join(language === 'zh' ? '、' : ', '))}</p>}
          {isYouElsewhere && <p className="notice here">{words.hereTwice}</p>}
          <ProblemList words={words} problems={placed} isOld={!keeping.isChecked} onGo={go} />
          <p className="lacks">
            {(['zh', 'en'] as const)
              .filter((each) => lacking[each] > 0)
              .map((each) => (
                <span key={each} className="mark">
                  {words.missingCount[each](lacking[each])}
                </span>
              ))}
          </p>
          <p className="said" role="status">
            {said}
          </p>
          <UploadTray {...{ words, language, uploads }} />
        </div>
        {conflict && (
          <Conflict
            {...{ words, language }}
            base={keeping.base}
            mine={files}
            theirs={conflict}
            onDecided={(decided) => {
              act((so) => withFiles(so, decided, newKey), null);
              keeping.decided(conflict.revision, conflict.files, decided, join(conflict.media));
            }}
          />
        )}
        {isPublishing && (
          <PublishPanel
            words={words}
            lesson={draft.lesson}
            revision={keeping.revision}
            isSaved={keeping.isOnServer}
            problems={placed.filter(({ problem }) => !problem.isWarning).length}
            onProblems={keeping.setProblems}
          />
        )}
        {isPreviewed && <Preview words={words} lesson={draft.lesson} revision={keeping.revision} />}
        {inBlocks ? (
          <>
            <details className="about card" data-about>
              <summary>{words.about.heading}</summary>
              <MetadataForm
                desk={desk}
                source={text.metadata}
                objectives={things.objectives}
                onChange={(metadata, group) => act((so) => ({ ...so, metadata }), group)}
              />
            </details>
            <Structured desk={desk} text={text} />
          </>
        ) : (
          <Sources
            {...{ language, words, files, things, cursor }}
            problems={keeping.isChecked ? keeping.problems : null}
            onChange={(part, source) => act((so) => withSource(so, part, source), `source ${part}`)}
            onCursor={(part, offset) => {
              if (part !== 'metadata') seen.current = { part, offset };
            }}
            onUndo={goBack}
            onRedo={goForth}
          />
        )}
      </div>
    </LessonThingsContext>
  );
}
