// A program that converts the archive in the folder that is its first argument to the side that is its second, and is
// killed just before the nth change that it makes on the disk; n is its third argument. It writes how many it made.
import { randomUUID } from 'node:crypto';
import type { Side } from '#electron/storage/encryption/convert/conversion-record.ts';
import { convertArchive } from '#electron/storage/encryption/convert/convert-archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';
import { samplePassphraseWork } from '../support/archive/sample-ids.ts';
import { killBeforeChange } from './kill-before-change.ts';

const [folder = '', to = '', last = ''] = process.argv.slice(2);
const passphrase = 'correct horse battery staple';
const changes = killBeforeChange(Number(last));

const machine = { nowMs: Date.now, newId: randomUUID, passphraseWork: samplePassphraseWork };
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
process.stdout.write(`${changes()}\n`);
