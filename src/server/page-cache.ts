import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import pg from 'pg';

export interface CachedPage {
  status: number;
  headers: Record<string, string>;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  storedAt: number;
  tags: string[];
}

const LONGEST_MS = 60_000;
const MOST_PAGES = 2_000;

/**
 * Rendered pages that are the same for everyone, by URL, compressed once.
 * A publication (PostgreSQL NOTIFY, so from any server process) drops the pages tagged with its lesson; a lost connection drops all.
 */
export class PageCache {
  #pages = new Map<string, CachedPage>();
  #generation = 0;
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isStopped = false;
  #databaseUrl: string;

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  /** A number to hand back to `keep`: when a publication came in between, the page rendered meanwhile may be the old one. */
  get generation(): number {
    return this.#generation;
  }

  /** The page at `path`, unless it was stored more than 60 s before `nowMs`. While we cannot hear of publications there is none. */
  find(path: string, nowMs: number): CachedPage | null {
    const page = this.#pages.get(path);
    if (!page || !this.#client) return null;
    if (nowMs - page.storedAt <= LONGEST_MS) return page;
    this.#pages.delete(path);
    return null;
  }

  /** Compresses and stores a page rendered since `generation`; returns it in any case, stored or not. */
  keep(path: string, generation: number, page: Pick<CachedPage, 'status' | 'headers' | 'plain' | 'tags'>, nowMs: number): CachedPage {
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: page.plain.length };
    const whole = { ...page, gzip: gzipSync(page.plain), brotli: brotliCompressSync(page.plain, { params: quality }), storedAt: nowMs };
    if (generation === this.#generation && this.#client) {
      if (this.#pages.size >= MOST_PAGES) this.#pages.delete(this.#pages.keys().next().value as string);
      this.#pages.set(path, whole);
    }
    return whole;
  }

  /** Forgets every page with this tag, or all of them. */
  drop(tag?: string): void {
    this.#generation += 1;
    if (tag === undefined) this.#pages.clear();
    else for (const [path, page] of this.#pages) if (page.tags.includes(tag)) this.#pages.delete(path);
  }

  /** Starts to listen for publications; on a broken connection forgets everything and tries again each second. */
  async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#databaseUrl });
    client.on('notification', (message) => this.drop(message.payload || undefined));
    client.on('error', () => this.#lost());
    client.on('end', () => this.#lost());
    try {
      await client.connect();
      await client.query('listen furrow_publication');
      this.drop();
      this.#client = client;
    } catch {
      this.#lost();
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#retry) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => {});
  }

  #lost(): void {
    this.#client = null;
    this.drop();
    if (this.#isStopped || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.listen();
    }, 1000);
  }
}
