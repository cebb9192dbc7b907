// Called by electron-builder before it makes an installer: sets the dates of the files packed for Linux.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimes } from './set-times.mjs';

/** @param {{file: string}} installer to be made beside the unpacked app */
export default function dateFiles({ file }) {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    if (/^linux.*-unpacked$/u.test(name)) setTimes(join(folder, name));
  }
}
