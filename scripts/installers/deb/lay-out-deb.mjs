import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { controlFile } from './control-file.mjs';

/**
 * Lays out the input of dpkg-deb: the files at their installed paths, and the metadata in DEBIAN.
 *
 * @param {import('./read-deb-order.mjs').DebOrder} order
 * @param {string} stage an empty folder
 */
export function layOutDeb(order, stage) {
  layFiles(order, stage);
  layControl(order, stage);
}

/**
 * Everybody may read all files, and run what anybody could run.
 *
 * @param {import('./read-deb-order.mjs').DebOrder} order
 * @param {string} stage
 */
function layFiles(order, stage) {
  for (const { from, to } of order.files) {
    const target = join(stage, to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(from, target, { recursive: true, verbatimSymlinks: true });
  }
  chmodSync(stage, 0o755);
  for (const path of pathsIn(stage)) {
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) continue;
    chmodSync(path, stats.isDirectory() || (stats.mode & 0o111) !== 0 ? 0o755 : 0o644);
  }
}

/**
 * @param {import('./read-deb-order.mjs').DebOrder} order
 * @param {string} stage
 */
function layControl(order, stage) {
  const files = pathsIn(stage).filter((path) => lstatSync(path).isFile());
  const bytes = files.reduce((sum, path) => sum + lstatSync(path).size, 0);
  const sums = files.map((path) => `${md5(path)}  ${relative(stage, path)}\n`).sort();
  const control = join(stage, 'DEBIAN');
  mkdirSync(control, { mode: 0o755 });
  writeFileSync(join(control, 'control'), controlFile(order, bytes), { mode: 0o644 });
  writeFileSync(join(control, 'md5sums'), sums.join(''), { mode: 0o644 });
  layScript(order.afterInstall, join(control, 'postinst'));
  layScript(order.afterRemove, join(control, 'postrm'));
}

/**
 * @param {string | undefined} from
 * @param {string} to
 */
function layScript(from, to) {
  if (from === undefined) return;
  copyFileSync(from, to);
  chmodSync(to, 0o755);
}

/** @param {string} path of a file; `dpkg --verify` compares it with this sum */
const md5 = (path) => createHash('md5').update(readFileSync(path)).digest('hex');

/** @param {string} folder */
const pathsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  );
