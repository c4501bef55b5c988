import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { getManifest, injectManifest } from 'workbox-build';

/** The office's scripts and styles are not for the kiosk's disk, and font slices come one by one as their characters are met. */
const FILES = {
  globPatterns: ['_astro/*.{js,css}', 'icons/*.{svg,png}', 'icon.svg', 'manifest.webmanifest'],
  globIgnores: ['_astro/client.*.js', '_astro/Office*'],
  dontCacheBustURLsMatching: /_astro\//,
  modifyURLPrefix: { '': '/' },
};

/**
 * After Astro's build: bundles `src/kiosk/service-worker.ts` and writes the list of the kiosk's files into it, as `dist/client/service-worker.js`.
 * `dist/build-id` holds the name of this build: 12 hex digits over those files and the service worker itself.
 */
export async function buildServiceWorker(root: string): Promise<void> {
  const globDirectory = join(root, 'dist/client');
  const bundled = join(root, 'dist/service-worker.bundled.js');
  const { manifestEntries } = await getManifest({ ...FILES, globDirectory });
  const code = (buildId: string) =>
    build({
      entryPoints: [join(root, 'src/kiosk/service-worker.ts')],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'chrome110',
      // The injection point has to survive: `globalThis.x` in TypeScript, `self.x` for workbox-build.
      define: { __BUILD__: JSON.stringify(buildId), 'globalThis.__WB_MANIFEST': 'self.__WB_MANIFEST' },
      outfile: bundled,
    });
  await code('');
  const digest = createHash('sha256').update(readFileSync(bundled)).update(JSON.stringify(manifestEntries));
  const buildId = digest.digest('hex').slice(0, 12);
  await code(buildId);
  const swDest = join(globDirectory, 'service-worker.js');
  const { warnings } = await injectManifest({ ...FILES, globDirectory, swSrc: bundled, swDest });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  rmSync(bundled);
  writeFileSync(join(root, 'dist/build-id'), buildId);
}
