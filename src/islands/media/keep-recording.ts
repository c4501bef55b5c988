import type { Medium } from '../../domain/lessons/media/add-medium.ts';
import { mediaWords, uploadReasons } from '../../i18n/media/words.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import { uploadFile } from './upload-file.ts';

/** Keeps what was recorded in the base; a broken line is waited for. `problem` is a sentence for the trainer. */
export async function keepRecording(
  base: string,
  stem: string,
  bytes: Uint8Array<ArrayBuffer>,
  language: Language,
): Promise<{ medium: Medium; problem: null } | { medium: null; problem: string }> {
  const sent = await uploadFile(new File([bytes], `${stem}.ogg`), base, () => {}, new AbortController().signal);
  if (sent.ok) return { medium: sent.medium, problem: null };
  const words = mediaWords(language).recorder;
  if (sent.reason === 'session-ended') return { medium: null, problem: words.signIn };
  return { medium: null, problem: uploadReasons(language)[sent.reason] ?? words.failed };
}
