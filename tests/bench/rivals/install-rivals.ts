import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { project } from '../../support/build-helper-process.ts';

/** Only the bench of search asks for them: they are no burden of `npm ci`. */
const versions = { 'better-sqlite3': '12.9.0', minisearch: '7.2.0' } as const;
export type RivalName = keyof typeof versions;

const folder = join(project, '.cache/bench-rivals');

/** The module, installed when it is first asked for; null, with a word of why, where it can't be had. */
export const loadRival = (name: RivalName): unknown => {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }');
  if (!existsSync(join(folder, 'node_modules', name))) {
    const wanted = `${name}@${versions[name]}`;
    const { status } = spawnSync('npm', ['install', '--save-exact', '--no-audit', '--no-fund', wanted], {
      cwd: folder,
      stdio: 'ignore',
    });
    if (status !== 0) console.log(`  ${wanted} can't be installed, and is not measured`);
  }
  try {
    return createRequire(manifest)(name);
  } catch {
    return null;
  }
};
