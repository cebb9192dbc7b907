import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { log, startLog } from '#electron/platform/log.ts';

let folder = '';
const before = process.cwd();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precis-test-'));
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

it('is written wherever the app is started from', () => {
  // No package.json stands here or above.
  process.chdir(folder);
  startLog(folder);
  log.info('a line');
  expect(readFileSync(join(folder, 'logs', 'precis.log'), 'utf8')).toContain('a line');
});
