import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from '../src/server/build-if-changed.ts';

// `npm test [-- --long] [paths]`: everything, or the files under the paths; the last line counts.
const root = fileURLToPath(new URL('../', import.meta.url));
const paths = process.argv.slice(2).filter((argument) => argument !== '--long');
const env = { ...process.env, ...(process.argv.includes('--long') ? { FURROW_LONG: '1' } : {}) };

const built = buildIfChanged((message) => process.stdout.write(`${message}\n`));
if (!built.ok) finish(0, 1, built.message);

const folder = mkdtempSync(join(tmpdir(), 'furrow-results-'));
const results = join(folder, 'results.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...paths];
const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
child.once('close', (code) => {
  const { passed, failed } = count();
  rmSync(folder, { recursive: true, force: true });
  // A run that ends badly without a failed test (a suite that does not load, a crash) has failed all the same.
  finish(passed, failed === 0 && code !== 0 ? 1 : failed);
});

function count(): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(results, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function finish(passed: number, failed: number, message = ''): void {
  process.stdout.write(`${message}\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
