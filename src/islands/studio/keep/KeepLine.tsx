import { formatDateTime } from '../../../i18n/languages.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { KeepState } from './saver.ts';

interface Props {
  words: StudioWords;
  language: Language;
  state: KeepState | null;
  isLocalBroken: boolean;
  onSave(): void;
}

/** Where the words are now: on this computer, on the server, or waiting for it. */
export function KeepLine({ words, language, state, isLocalBroken, onSave }: Props) {
  const isWorry = state?.kind === 'refused' || state?.kind === 'conflict';
  return (
    <>
      <p className={isWorry ? 'keep notice alert' : 'keep'} role="status">
        {sentence(words, language, state)}{' '}
        {state?.kind === 'refused' && (state.reason === 'session-ended' || state.reason === 'another-account') && (
          <a href="/sign-in/?then=/trainer/" target="_blank" rel="noopener">
            {words.keep.signIn}
          </a>
        )}{' '}
        {(state?.kind === 'refused' || state?.kind === 'waiting') && (
          <button type="button" className="quiet small" onClick={onSave}>
            {words.keep.now}
          </button>
        )}
      </p>
      {isLocalBroken && (
        <p className="notice alert" role="alert">
          {words.keep.notOnThisComputer}
        </p>
      )}
    </>
  );
}

function sentence({ keep }: StudioWords, language: Language, state: KeepState | null): string {
  if (state === null) return keep.unchanged;
  if (state.kind === 'saved') return state.at ? `✓ ${keep.saved} · ${formatDateTime(state.at, language)}` : `✓ ${keep.saved}`;
  if (state.kind !== 'refused') return keep[state.kind];
  const reasons: Record<string, string> = {
    'no-network': keep.noNetwork,
    'session-ended': keep.sessionEnded,
    'another-account': keep.anotherAccount,
    'not-allowed': keep.notAllowed,
    'too-large': keep.tooLarge,
    'broken-character': keep.brokenCharacter,
    'media-unknown': keep.mediaUnknown(state.path ?? ''),
    'unknown-lesson': keep.unknownLesson,
  };
  return reasons[state.reason] ?? keep.serverFailed;
}
