// A program that does each kind of act to an archive once, and writes a line of JSON before and after each: what the
// act does, and what became of it. What is refused is tried again: a fault may come in two threads. Its arguments are
// the scene and the folder.
import { writeSync } from 'node:fs';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { UnreadableFolder } from '#electron/storage/file/system-error.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { createSampleMachine, newSampleId } from '../../support/archive/sample-ids.ts';
import { type Act, actsOnFoundArchive, actsOnNewArchive, type Sets } from './acts.ts';
import { type Contents, PASSPHRASE, readContents } from './contents.ts';

/** What the actor says, a line each. */
export type Said =
  | { readonly kind: 'opened' }
  | { readonly kind: 'begins'; readonly act: string; readonly sets: Sets }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly error: AppError }
  /** What the act that is done next names as damaged, and has left out. */
  | { readonly kind: 'left-out'; readonly paths: readonly string[] }
  /** All acts are done or refused; what the archive then shows. */
  | { readonly kind: 'shows'; readonly contents: Contents };

const [scene = '', folder = ''] = process.argv.slice(2);
const machine = { ...createSampleMachine(), newId: newSampleId };

const say = (said: Said): void => {
  writeSync(1, `${JSON.stringify(said)}\n`);
};

/** Answers the value, of the second or third try if need be; null where all are refused. */
const tryThrice = async <T>(work: () => Promise<Result<T, AppError>>): Promise<T | null> => {
  for (let count = 1; count <= 3; count++) {
    const result = await work();
    if (result.ok) return result.value;
    say({ kind: 'refused', error: result.error });
  }
  return null;
};

/** As the dispatcher answers the window: a folder that can't be listed is an expected failure. */
const answer = async <T>(work: () => Promise<T>): Promise<Result<T, AppError>> => {
  try {
    return ok(await work());
  } catch (cause) {
    if (cause instanceof UnreadableFolder) return err(cause.error);
    throw cause;
  }
};

const readAll = (archive: Archive): Promise<Result<Contents, AppError>> =>
  answer(() => readContents(archive));

/** Answers whether the act was done. */
const perform = async (archive: Archive, { name, sets, run }: Act): Promise<boolean> => {
  say({ kind: 'begins', act: name, sets });
  const done = await tryThrice(async () => {
    const answered = await answer(() => run(archive));
    const result = answered.ok ? answered.value : answered;
    return result.ok ? ok(true) : result;
  });
  if (done === true) say({ kind: 'done' });
  return done === true;
};

const newPassphrase = scene === 'encrypted' ? PASSPHRASE : null;
const passphrase = async (): Promise<string> => PASSPHRASE;
const archive = await tryThrice(() =>
  openArchive({ folder, machine, create: true, newPassphrase, passphrase }),
);
if (archive !== null) {
  say({ kind: 'opened' });
  const acts =
    scene === 'found' ? await tryThrice(() => answer(() => actsOnFoundArchive(archive))) : actsOnNewArchive();
  for (const act of acts ?? []) if (!(await perform(archive, act))) break;
  // The fault may come while it is read: whatever fails at the first look has to be there at the second.
  await readAll(archive);
  const contents = await tryThrice(() => readAll(archive));
  if (contents !== null) say({ kind: 'shows', contents });
  await archive.close();
}
