// A program that converts the archive in the folder that is its first argument to the side that is its second, and is
// killed just before the nth change that it makes on the disk; n is its third argument. It writes how many it made.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Side } from '#electron/storage/encryption/convert/conversion-record.ts';
import { convertArchive } from '#electron/storage/encryption/convert/convert-archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';

const [folder = '', to = '', last = ''] = process.argv.slice(2);
const passphrase = 'correct horse battery staple';
let changes = 0;

const count = (): void => {
  changes += 1;
  if (changes === Number(last)) process.kill(process.pid, 'SIGKILL');
};

for (const name of ['renameSync', 'rmSync', 'unlinkSync', 'linkSync', 'writeSync'] as const) {
  const real = fs[name] as (...given: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      count();
      return real(...given);
    },
  });
}
const realOpen = fs.openSync;
fs.openSync = (path, flags, mode) => {
  if (flags === 'wx') count();
  return realOpen(path, flags, mode);
};
syncBuiltinESMExports();

const machine = { nowMs: Date.now, newId: randomUUID };
const converted = await withLock({ folder, machine, modes: privateModes }, (context) =>
  convertArchive(
    context,
    { to: to as Side, passphrase: async () => passphrase },
    {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  ),
);
if (!converted.ok) throw new Error(JSON.stringify(converted.error));
process.stdout.write(`${changes}\n`);
