import { voiceSpeaks } from '../i18n/languages.ts';
import { startsPlaying, stopsPlaying } from './activity.ts';

// Slow speech: no sentence takes longer than this, whatever the browser says of itself.
const LONGEST_LETTER_MS = { zh: 450, other: 130 };

/** A voice for this page's language, if the browser has one. */
function voice(): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null;
  const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  return speechSynthesis.getVoices().find(({ lang }) => voiceSpeaks(lang, language)) ?? null;
}

/** Calls back now, and again whenever the browser has loaded its voices, until `signal`. */
export function whenVoicesChange(callback: (canSpeak: boolean) => void, signal?: AbortSignal): void {
  callback(voice() !== null);
  if ('speechSynthesis' in window) speechSynthesis.addEventListener('voiceschanged', () => callback(voice() !== null), { signal });
}

/** Speaks slowly; silently does nothing without a voice. */
export function speak(text: string, onEnd: () => void = () => {}): void {
  const chosen = voice();
  if (!chosen) {
    onEnd();
    return;
  }
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.voice = chosen;
  words.lang = chosen.lang;
  words.rate = 0.85;
  const end = () => {
    stopsPlaying();
    onEnd();
  };
  words.addEventListener('end', end);
  words.addEventListener('error', end);
  const isChinese = voiceSpeaks(chosen.lang, 'zh');
  // Listening is learning too, but not for ever: browsers have been seen to "speak" for hours.
  startsPlaying(text.length * (isChinese ? LONGEST_LETTER_MS.zh : LONGEST_LETTER_MS.other));
  speechSynthesis.speak(words);
}

let recording: HTMLAudioElement | null = null;

/** Plays a recording to its end, once; `onEnd` hears the end, a stop and a recording that cannot be played. */
export function playRecording(url: string, onEnd: () => void = () => {}): void {
  stopSpeaking();
  const audio = new Audio(url);
  recording = audio;
  const end = () => {
    if (recording === audio) recording = null;
    stopsPlaying();
    onEnd();
  };
  for (const kind of ['ended', 'error', 'pause']) audio.addEventListener(kind, end, { once: true });
  audio.addEventListener('playing', () => startsPlaying((audio.duration - audio.currentTime) * 1000));
  audio.play().catch(end);
}

export function stopSpeaking(): void {
  recording?.pause();
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

export function isSpeaking(): boolean {
  return recording !== null || ('speechSynthesis' in window && speechSynthesis.speaking);
}
