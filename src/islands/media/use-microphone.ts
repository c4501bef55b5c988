import { useEffect, useRef, useState } from 'react';
import { SAMPLE_RATE } from './encode-speech.ts';

export type Microphone =
  | { kind: 'ready' }
  | { kind: 'recording'; level: number; seconds: number }
  | { kind: 'refused' | 'missing' | 'insecure' };

/** The longest recording of a step, in seconds: 4 MB hold more, but nobody listens for so long. */
export const LONGEST = 300;

/** One recording at a time; `done` gets its samples, one voice at 48 kHz. */
export function useMicrophone(done: (samples: Float32Array<ArrayBuffer>) => void) {
  const [state, setState] = useState<Microphone>({ kind: 'ready' });
  const stopping = useRef<() => void>(() => {});
  useEffect(() => () => stopping.current(), []);

  async function start(): Promise<void> {
    if (!window.isSecureContext || !navigator.mediaDevices) return setState({ kind: 'insecure' });
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, autoGainControl: true } });
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      return setState({ kind: isRefused ? 'refused' : 'missing' });
    }
    const sound = new AudioContext({ sampleRate: SAMPLE_RATE });
    const meter = sound.createAnalyser();
    sound.createMediaStreamSource(stream).connect(meter);
    const recorder = new MediaRecorder(stream);
    const chunks: Blob[] = [];
    const began = performance.now();
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
    const wave = new Float32Array(meter.fftSize);
    const clock = setInterval(() => {
      meter.getFloatTimeDomainData(wave);
      const level = Math.min(1, Math.max(...wave.map(Math.abs)));
      const seconds = (performance.now() - began) / 1000;
      setState({ kind: 'recording', level, seconds });
      if (seconds > LONGEST) stopping.current();
    }, 100);
    recorder.addEventListener('stop', async () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      const whole = await sound.decodeAudioData(await new Blob(chunks).arrayBuffer());
      await sound.close();
      setState({ kind: 'ready' });
      done(new Float32Array(whole.getChannelData(0)));
    });
    stopping.current = () => {
      if (recorder.state !== 'inactive') recorder.stop();
    };
    recorder.start();
    setState({ kind: 'recording', level: 0, seconds: 0 });
  }

  return { state, start, stop: () => stopping.current() };
}
