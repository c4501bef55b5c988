import { defineConfig } from 'vitest/config';

const isLong = process.env.FURROW_LONG === '1';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/quiet-console.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: isLong ? 600_000 : 30_000,
    hookTimeout: 180_000,
  },
});
