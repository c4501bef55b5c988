import { useEffect, useId, useRef, useState } from 'react';
import type zh from '../../i18n/media/zh.ts';
import { encodeSpeech, SAMPLE_RATE } from './encode-speech.ts';
import { useMicrophone } from './use-microphone.ts';

interface Props {
  words: (typeof zh)['recorder'];
  /** What is recorded, for whoever hears the screen. */
  label: string;
  /** Keeps an Ogg file; answers with what went wrong, null when nothing did. */
  keep(file: Uint8Array<ArrayBuffer>): Promise<string | null>;
}

/** Records, plays, cuts both ends, and keeps or throws away. */
export function Recorder({ words, label, keep }: Props) {
  const id = useId();
  const [samples, setSamples] = useState<Float32Array<ArrayBuffer> | null>(null);
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(0);
  const [message, setMessage] = useState('');
  const [isKeeping, setKeeping] = useState(false);
  // Until the script is here a touch would do nothing.
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  const playing = useRef<AudioContext | null>(null);
  const { state, start, stop } = useMicrophone((recorded) => {
    setSamples(recorded);
    setFrom(0);
    setTo(recorded.length / SAMPLE_RATE);
    setMessage('');
  });
  const length = (samples?.length ?? 0) / SAMPLE_RATE;
  const cut = () => samples?.slice(Math.floor(from * SAMPLE_RATE), Math.ceil(to * SAMPLE_RATE)) ?? new Float32Array();

  async function play(): Promise<void> {
    await playing.current?.close();
    const sound = new AudioContext({ sampleRate: SAMPLE_RATE });
    playing.current = sound;
    const part = cut();
    const buffer = sound.createBuffer(1, part.length, SAMPLE_RATE);
    buffer.copyToChannel(part, 0);
    const source = sound.createBufferSource();
    source.buffer = buffer;
    source.connect(sound.destination);
    source.addEventListener('ended', () => {
      if (playing.current === sound) playing.current = null;
      void sound.close();
    });
    source.start();
  }

  async function save(): Promise<void> {
    setKeeping(true);
    setMessage(words.keeping);
    const problem = await encodeSpeech(cut()).then(keep, () => words.failed);
    setKeeping(false);
    setMessage(problem ?? words.kept);
    if (problem === null) setSamples(null);
  }

  return (
    <fieldset className="recorder" aria-label={label} disabled={!isHere}>
      {state.kind === 'recording' ? (
        <>
          <button type="button" onClick={stop}>
            {words.stop}
          </button>
          <meter min={0} max={1} low={0.05} high={0.95} optimum={0.5} value={state.level} aria-label={words.level} />
          <span>{words.seconds.replace('{n}', String(Math.floor(state.seconds)))}</span>
        </>
      ) : (
        <button type="button" className={samples ? 'quiet' : undefined} onClick={() => void start()} disabled={isKeeping}>
          {samples ? words.redo : words.record}
        </button>
      )}
      {samples && state.kind === 'ready' && (
        <>
          <button type="button" className="quiet" onClick={() => void play()}>
            {words.play}
          </button>
          <label htmlFor={`${id}-from`}>
            {words.from} {from.toFixed(1)}
          </label>
          <input
            id={`${id}-from`}
            type="range"
            min={0}
            max={length}
            step={0.1}
            value={from}
            onChange={({ target }) => setFrom(Math.min(Number(target.value), Math.max(0, to - 0.2)))}
          />
          <label htmlFor={`${id}-to`}>
            {words.to} {to.toFixed(1)}
          </label>
          <input
            id={`${id}-to`}
            type="range"
            min={0}
            max={length}
            step={0.1}
            value={to}
            onChange={({ target }) => setTo(Math.max(Number(target.value), Math.min(length, from + 0.2)))}
          />
          <button type="button" onClick={() => void save()} disabled={isKeeping}>
            {words.keep}
          </button>
        </>
      )}
      <p role="status">{state.kind === 'refused' || state.kind === 'missing' || state.kind === 'insecure' ? words[state.kind] : message}</p>
    </fieldset>
  );
}
