import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../db/connect.ts';
import { baseCourses } from '../domain/lessons/base-courses.ts';
import { listBases } from '../domain/lessons/list-bases.ts';
import { mediaSizes } from '../domain/lessons/media-sizes.ts';
import type { KioskActor } from '../domain/people/actor.ts';
import type { KioskManifest, ManifestItem } from '../kiosk/base-state.ts';
import { type OwnPage, ownPage } from './own-page.ts';

/** Pages a kiosk needs whatever its base teaches; one that is not there is left out. */
const PAGES = ['', 'sign-in/', 'me/', 'kiosk/', 'pair/', 'introduction/', 'review/', 'new-here/', 'class/'];
const AT_ONCE = 6;

/** Everything this kiosk's base shows: its pages in both languages, and the pictures and sounds that stand in them. Null when the base is gone. */
export async function kioskManifest(db: Database, kiosk: KioskActor, clientFolder: string): Promise<KioskManifest | null> {
  const { townshipId, baseId } = kiosk;
  const base = (await listBases(db, townshipId)).find(({ id }) => id === baseId);
  if (!base) return null;
  const courses = await baseCourses(db, townshipId, baseId);
  const places = new Set([
    ...PAGES,
    `bases/${baseId}/`,
    ...courses.flatMap(({ id }) => [`courses/${id}/`, `courses/${id}/before/`, `courses/${id}/after/`]),
    ...courses.flatMap(({ lessons }) => lessons.map(({ id }) => `lessons/${id}/`)),
  ]);
  const pages = await readPages([...places].flatMap((place) => [`/zh/${place}`, `/en/${place}`]));
  const shown = new Set(
    [...pages.values()].flatMap(({ html }) => [...html.matchAll(/\/(?:media|_astro)\/[\w.@~-]+/g)].map(([url]) => url)),
  );
  const items = [
    ...[...pages].map(([url, { bytes, digest }]): ManifestItem => ({ url, bytes, digest })),
    ...(await mediaItems(db, townshipId, shown)),
    ...(await pictureItems(clientFolder, shown)),
  ];
  return { base: base.id, language: base.language, build: process.env.FURROW_BUILD ?? '', items };
}

async function readPages(paths: string[]): Promise<Map<string, OwnPage>> {
  const read = new Map<string, OwnPage>();
  const queue = [...paths];
  const readNext = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const page = await ownPage(path);
      if (page) read.set(path, page);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
  return new Map(paths.flatMap((path) => (read.has(path) ? [[path, read.get(path) as OwnPage]] : [])));
}

async function mediaItems(db: Database, townshipId: string, shown: Set<string>): Promise<ManifestItem[]> {
  const digests = [...shown].flatMap((url) => /^\/media\/([0-9a-f]{64})$/.exec(url)?.[1] ?? []);
  const sizes = await mediaSizes(db, townshipId, digests);
  return digests.flatMap((digest) => {
    const bytes = sizes.get(digest);
    return bytes === undefined ? [] : [{ url: `/media/${digest}`, bytes, digest }];
  });
}

/** Drawn pictures that ship with the product; scripts and styles come with the service worker. */
async function pictureItems(clientFolder: string, shown: Set<string>): Promise<ManifestItem[]> {
  const urls = [...shown].filter((url) => /^\/_astro\/.*\.(svg|png|jpe?g|webp|avif|mp3|m4a|ogg)$/.test(url));
  const items = urls.map(async (url): Promise<ManifestItem[]> => {
    const body = await readFile(join(clientFolder, url)).catch(() => null);
    return body ? [{ url, bytes: body.length, digest: createHash('sha256').update(body).digest('hex') }] : [];
  });
  return (await Promise.all(items)).flat();
}
