// A process that competes for archives. It reads `open FOLDER` and answers `won` or the code of the error, and
// `close`, which it answers with `closed`.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Archive } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';

let archive: Archive | null = null;

const open = async (folder: string): Promise<string> => {
  const opened = await openArchive({ folder, machine: { nowMs: Date.now, newId: randomUUID }, create: true });
  if (!opened.ok) return opened.error.code;
  archive = opened.value;
  return 'won';
};

const close = async (): Promise<string> => {
  await archive?.close();
  archive = null;
  return 'closed';
};

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  console.log(line === 'close' ? await close() : await open(line.slice('open '.length)));
}
