import { type OpusPacket, oggOpus } from './ogg-opus.ts';

/** What recordings are encoded at; Opus knows no rate above. */
export const SAMPLE_RATE = 48_000;
const BITRATE = 32_000;
const FRAME = 960;

/** Samples of one voice (48 kHz, −1 to 1) as an Ogg Opus file, about 240 kB a minute. */
export async function encodeSpeech(samples: Float32Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packets: OpusPacket[] = [];
  let head: Uint8Array | null = null;
  let failure: DOMException | null = null;
  const encoder = new AudioEncoder({
    output: (chunk, metadata) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push({ bytes, samples: Math.round(((chunk.duration ?? 20_000) * SAMPLE_RATE) / 1_000_000) });
      const description = metadata?.decoderConfig?.description;
      if (description)
        head ??= ArrayBuffer.isView(description)
          ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
          : new Uint8Array(description);
    },
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure({ codec: 'opus', sampleRate: SAMPLE_RATE, numberOfChannels: 1, bitrate: BITRATE });
  const whole = new Float32Array(Math.ceil(samples.length / FRAME) * FRAME);
  whole.set(samples);
  for (let at = 0; at < whole.length; at += SAMPLE_RATE) {
    const data = whole.slice(at, at + SAMPLE_RATE);
    const timestamp = Math.round((at / SAMPLE_RATE) * 1_000_000);
    const audio = new AudioData({
      format: 'f32',
      sampleRate: SAMPLE_RATE,
      numberOfFrames: data.length,
      numberOfChannels: 1,
      timestamp,
      data,
    });
    encoder.encode(audio);
    audio.close();
  }
  await encoder.flush();
  encoder.close();
  if (failure) throw failure;
  return oggOpus(head ?? plainHead(), packets);
}

/** OpusHead of RFC 7845: version 1, one channel, 312 samples to skip. */
function plainHead(): Uint8Array {
  const head = new Uint8Array(19);
  head.set(new TextEncoder().encode('OpusHead'));
  head[8] = 1;
  head[9] = 1;
  const view = new DataView(head.buffer);
  view.setUint16(10, 312, true);
  view.setUint32(12, SAMPLE_RATE, true);
  return head;
}
