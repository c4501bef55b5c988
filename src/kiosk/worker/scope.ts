/** What the service worker uses of its surroundings. The project's types are those of pages, so these few are named here. */
export interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
export interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
export interface SyncEvent extends WaitingEvent {
  readonly tag: string;
}
export interface PageMessageEvent extends WaitingEvent {
  readonly data: unknown;
}
export interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<{ postMessage(message: unknown): void }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(kind: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(kind: 'sync', listener: (event: SyncEvent) => void): void;
  addEventListener(kind: 'message', listener: (event: PageMessageEvent) => void): void;
}

export const worker = globalThis as unknown as WorkerScope;
