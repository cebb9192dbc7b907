import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { developmentOptions } from '../../../scripts/installers/development-options.mjs';
import writeSums from '../../../scripts/installers/write-sums.mjs';
import { isOnPath } from '../../../scripts/setup/system-packages.mjs';

const manifest = { version: '0.1.0', devDependencies: { electron: '45.4.1' } };

it('a build on the Electron of package.json is a release like any other', () => {
  expect(developmentOptions(manifest, '45.4.1')).toEqual([]);
});

it('a build on another Electron says so in its version and in its installer', () => {
  expect(developmentOptions(manifest, '33.2.1')).toEqual([
    '-c.extraMetadata.version=0.1.0-dev',
    expect.stringContaining('Development build of Precis on Electron 33.2.1, not for release'),
  ]);
});

it('the sums of installers stand beside them, in the form that sha256sum checks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'precis-sums-test-'));
  try {
    const paths = ['precis.tar.xz', 'precis.deb'].map((name) => join(folder, name));
    for (const path of paths) writeFileSync(path, path);
    writeSums({ outDir: folder, artifactPaths: paths });
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
    expect(sums).toMatch(/^[0-9a-f]{64} {2}precis\.deb\n[0-9a-f]{64} {2}precis\.tar\.xz\n$/u);
    if (isOnPath('sha256sum')) {
      execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
