/** One page, picture or sound of a base. `digest` is the SHA-256 of its bytes, 64 hex digits. */
export interface ManifestItem {
  url: string;
  bytes: number;
  digest: string;
}

/** The answer of `GET /api/kiosk-manifest/`: everything the paired kiosk holds. */
export interface KioskManifest {
  base: string;
  /** The language this base's kiosks open in. */
  language: 'zh' | 'en';
  /** Of the scripts and styles that the pages need. */
  build: string;
  items: ManifestItem[];
}

/** How the copy of the base on this kiosk stands; sizes in bytes. */
export interface BaseState {
  kind: 'fetching' | 'whole' | 'network' | 'no-room' | 'not-paired';
  /** Of the service worker that says so. */
  build: string;
  items: number;
  bytes: number;
  /** What was missing or out of date at the beginning of this look. */
  missingItems: number;
  missingBytes: number;
  doneItems: number;
  doneBytes: number;
}

/** Page → service worker: look whether something changed. */
export const LOOK = 'furrow:look';
/** Service worker → page: `{kind: 'furrow:base', state: BaseState}`. */
export const BASE = 'furrow:base';
