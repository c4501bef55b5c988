import { mp4Tracks } from './mp4-tracks.ts';
import { webmTracks } from './webm-tracks.ts';

/** Why kiosks cannot play this file; `codec` is what it is in, where that is the reason. */
export interface VideoProblem {
  code: 'not-a-video' | 'video-cut-off' | 'video-codec' | 'video-without-picture';
  codec: string;
}

// H.264 and AAC play everywhere; the WebM ones in every Chromium. H.265 plays on some machines only, so it is refused.
const MP4_PICTURE = new Set(['avc1', 'avc3']);
const MP4_SOUND = new Set(['mp4a']);
const WEBM_PICTURE = new Set(['V_VP8', 'V_VP9', 'V_AV1']);
const WEBM_SOUND = new Set(['A_OPUS', 'A_VORBIS']);

/** Judges a video by its bytes: whether it is one, is whole, and is in a codec that kiosks play. `extension` is mp4 or webm. */
export function videoProblem(extension: string, bytes: Uint8Array): VideoProblem | null {
  const { isKnown, isWhole, codecs } = extension === 'mp4' ? knownMp4(bytes) : knownWebm(bytes);
  if (!isKnown) return { code: 'not-a-video', codec: '' };
  if (!isWhole) return { code: 'video-cut-off', codec: '' };
  return codecProblem(extension, codecs);
}

/** Whether kiosks play a film with these tracks. */
export function codecProblem(extension: string, codecs: readonly string[]): VideoProblem | null {
  const [picture, sound] = extension === 'mp4' ? [MP4_PICTURE, MP4_SOUND] : [WEBM_PICTURE, WEBM_SOUND];
  const strange = codecs.find((codec) => !picture.has(codec) && !sound.has(codec));
  if (strange !== undefined) return { code: 'video-codec', codec: strange.replace(/[^\w/.-]/g, '?').slice(0, 40) };
  return codecs.some((codec) => picture.has(codec)) ? null : { code: 'video-without-picture', codec: '' };
}

function knownWebm(bytes: Uint8Array) {
  const { isWebm, isWhole, codecs } = webmTracks(bytes);
  return { isKnown: isWebm, isWhole, codecs };
}

function knownMp4(bytes: Uint8Array) {
  const { isMp4, isWhole, codecs } = mp4Tracks(bytes);
  return { isKnown: isMp4, isWhole, codecs };
}
