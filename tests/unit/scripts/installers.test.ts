import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { developmentOptions } from '../../../scripts/installers/development-options.mjs';
import { putInstallersBack, setInstallersAside } from '../../../scripts/installers/earlier-installers.mjs';
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

describe('the installers of the last build', () => {
  const made = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const contents = (): Readonly<Record<string, string>> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precis-earlier-test-'));
    writeSums({ outDir: folder, artifactPaths: [made('precis.deb', 'old'), made('precis.tar.xz', 'old')] });
    made('builder-debug.yml', 'x');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('stand as they were after a build that fails half-way', () => {
    const before = contents();
    setInstallersAside(folder);
    made('precis.deb', 'new');
    putInstallersBack(folder, { hasMade: false });
    expect(contents()).toEqual(before);
  });

  it('stand as they were at the next build after one that was killed', () => {
    const before = contents();
    setInstallersAside(folder);
    made('precis.deb', 'half');
    setInstallersAside(folder);
    putInstallersBack(folder, { hasMade: false });
    expect(contents()).toEqual(before);
  });

  it('give way to those that are made, and what is not made anew stays', () => {
    setInstallersAside(folder);
    writeSums({ outDir: folder, artifactPaths: [made('precis.deb', 'new')] });
    putInstallersBack(folder, { hasMade: true });
    const { SHA256SUMS: sums = '', ...rest } = contents();
    expect(rest).toEqual({ 'precis.deb': 'new', 'precis.tar.xz': 'old', 'builder-debug.yml': 'x' });
    expect(sums).toMatch(/^[0-9a-f]{64} {2}precis\.deb\n$/u);
  });
});
