#!/usr/bin/env node
/**
 * Makes a .deb with Debian's own dpkg-deb, called by electron-builder in place of `fpm`, with fpm's arguments.
 * electron-builder.yml decides the content of the package; the same files and SOURCE_DATE_EPOCH give the same bytes.
 */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../run/run-command.mjs';
import { runAsProgram } from '../../run/say.mjs';
import { setTimes } from '../set-times.mjs';
import { layOutDeb } from './lay-out-deb.mjs';
import { readDebOrder } from './read-deb-order.mjs';

await runAsProgram(async () => {
  const order = readDebOrder(process.argv.slice(2));
  const stage = mkdtempSync(join(tmpdir(), 'precis-deb-'));
  // If interrupted, no incomplete package has the name of an installable one.
  const begun = `${order.output}.part`;
  rmSync(order.output, { force: true });
  try {
    layOutDeb(order, stage);
    setTimes(stage);
    const code = await runCommand(
      'dpkg-deb',
      ['--root-owner-group', `-Z${order.compression}`, '--build', stage, begun],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (code === 0) renameSync(begun, order.output);
    return code;
  } finally {
    rmSync(begun, { force: true });
    rmSync(stage, { recursive: true, force: true });
  }
});
