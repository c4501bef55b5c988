import { isCard } from './card-digits.ts';
import { showCard } from './cards.ts';
import { part } from './page.ts';

const LOOK_EVERY_MS = 120;
const LONGEST_MS = 60_000;

/** Looks through the kiosk's camera until it sees a card. Its pictures are looked at here and then forgotten; none is kept or sent. */
class FurrowCardCamera extends HTMLElement {
  private stream: MediaStream | null = null;
  private timer: number | undefined;
  private turn = 0;

  connectedCallback(): void {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.stop();
    });
  }

  disconnectedCallback(): void {
    this.stop();
  }

  /** Opens the camera. `say` tells why it cannot, or that what it sees is no card of ours. */
  async start(): Promise<void> {
    this.stop();
    const turn = this.turn;
    this.say('');
    // The decoder comes only to those who open the camera: a lesson page stays as light as it is.
    const [opened, decoder] = await Promise.all([openCamera(), import('qr/decode.js').catch(() => null)]);
    const isLate = turn !== this.turn;
    if (typeof opened !== 'string' && (isLate || !decoder)) for (const track of opened.getTracks()) track.stop();
    if (isLate) return;
    if (typeof opened === 'string') return this.say(opened);
    if (!decoder) return this.say('no-decoder');
    this.stream = opened;
    const video = part<HTMLVideoElement>(this, 'video');
    video.srcObject = opened;
    // The card held in the left hand must not move to the right.
    this.toggleAttribute('data-mirrored', opened.getVideoTracks()[0]?.getSettings().facingMode !== 'environment');
    await video.play().catch(() => undefined);
    if (turn === this.turn) this.look(video, decoder.decodeQR, Date.now() + LONGEST_MS);
  }

  stop(): void {
    this.turn += 1;
    window.clearTimeout(this.timer);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    part<HTMLVideoElement>(this, 'video').srcObject = null;
  }

  private look(video: HTMLVideoElement, decode: typeof import('qr/decode.js').decodeQR, until: number): void {
    const seen = read(video, part<HTMLCanvasElement>(this, 'canvas'), decode);
    if (seen !== null && isCard(seen)) {
      this.stop();
      showCard(seen);
      return;
    }
    if (seen !== null) this.say('not-a-card');
    if (Date.now() < until) this.timer = window.setTimeout(() => this.look(video, decode, until), LOOK_EVERY_MS);
    else {
      this.stop();
      this.say('camera-tired');
    }
  }

  private say(reason: string): void {
    const words = part(this, '[data-camera-message]');
    const reasons = JSON.parse(words.dataset.cameraMessage ?? '{}') as Record<string, string>;
    const sentence = reasons[reason] ?? '';
    if (words.textContent !== sentence) words.textContent = sentence;
    part(this, '[data-again]').hidden = this.stream !== null || reason === '';
    part(this, '.viewfinder').hidden = reason !== '' && this.stream === null;
  }
}

/** The camera that looks at whoever stands before the kiosk, or the reason why there is none. */
async function openCamera(): Promise<MediaStream | 'no-camera' | 'camera-refused' | 'camera-busy' | 'not-secure'> {
  // Browsers have no camera for pages that came over plain HTTP from another machine.
  if (!navigator.mediaDevices) return window.isSecureContext ? 'no-camera' : 'not-secure';
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
      audio: false,
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-refused';
    return name === 'NotReadableError' || name === 'AbortError' ? 'camera-busy' : 'no-camera';
  }
}

/** What a QR code before the camera says; null when none is seen. */
function read(video: HTMLVideoElement, canvas: HTMLCanvasElement, decode: typeof import('qr/decode.js').decodeQR): string | null {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  canvas.width = width;
  canvas.height = height;
  const picture = canvas.getContext('2d', { willReadFrequently: true });
  if (!picture) return null;
  picture.drawImage(video, 0, 0);
  try {
    return decode(picture.getImageData(0, 0, width, height), { timeLimit: 60 });
  } catch {
    return null;
  }
}

export type CardCamera = FurrowCardCamera;
customElements.define('furrow-card-camera', FurrowCardCamera);
