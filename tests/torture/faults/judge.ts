import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { codecForReading } from '#electron/storage/encryption/open-encryption.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { createStorageContext } from '#electron/storage/storage-context.ts';
import { type Contents, PASSPHRASE, readContents } from './contents.ts';
import { compareContents, expectOf } from './expected.ts';
import type { Ran } from './trace.ts';

const machine = { nowMs: Date.now, newId: randomUUID };
const passphrase = async (): Promise<string> => PASSPHRASE;

/** What is damaged from the beginning, by its name in its folder; and whether the fault goes on to the end. */
export type Allowed = { readonly damaged: readonly string[]; readonly isLasting: boolean };

/**
 * Opens the archive that a run has left, without a fault, and reads all of it. Answers in words what is not as it must
 * be: an acknowledged act that is not there, one that was not and is there in half a thing, a view that said otherwise,
 * a file that can't be read or had to be repaired, what was left lying, an error that says nothing.
 */
export const judge = async (
  folder: string,
  before: Contents,
  ran: Ran,
  allowed: Allowed,
): Promise<readonly string[]> => {
  const faults = [...judgeEnd(ran, allowed), ...errorsIn(ran).flatMap(judgeWords)];
  const opened = await openArchive({ folder, machine, create: true, passphrase });
  if (!opened.ok) return [...faults, `the archive can't be opened: ${JSON.stringify(opened.error)}`];
  opened.value.onRepaired(({ file }) => {
    if (!allowed.damaged.some((name) => file.endsWith(name))) faults.push(`repaired: ${file}`);
  });
  try {
    const found = await readContents(opened.value);
    faults.push(...compareContents(expectOf(before, ran.said), found, allowed));
  } finally {
    await opened.value.close();
  }
  return [...faults, ...findLeftovers(folder), ...(await findFaults(folder, allowed))];
};

/** A program that ends by itself has met a bug; but one whose own lines can't be written has to. */
export const judgeEnd = (
  { ended, stderr, said }: Ran,
  { isLasting }: Pick<Allowed, 'isLasting'>,
): readonly string[] => {
  if (ended === 'never')
    return [`the actor did not end: ${stderr.slice(0, 2000)} ${JSON.stringify(said.at(-1))}`];
  if (ended === 'killed' || (ended === 0 && (isLasting || isComplete(said)))) return [];
  // What Node itself needs to start counts too, where a thread of it makes its calls by the same number.
  if (said.length === 0 && !/actor\.mjs:\d/u.test(stderr)) return [];
  if (/writeSync[\s\S]*\bsay\b/u.test(stderr)) return [];
  return [
    `the actor ended with ${ended}: ${stderr.slice(0, 2000)} ${JSON.stringify(said.filter(({ kind }) => kind !== 'shows'))}`,
  ];
};

/** One fault alone stops nothing: what was refused once is done at the second try. */
const isComplete = (said: Ran['said']): boolean =>
  said.at(-1)?.kind === 'shows' &&
  said.filter(({ kind }) => kind === 'begins').length === said.filter(({ kind }) => kind === 'done').length;

export const errorsIn = ({ said }: Ran): readonly AppError[] =>
  said.flatMap((line) => (line.kind === 'refused' ? [line.error] : []));

/** A person is told what happened, what was kept, and what to do. */
export const judgeWords = (error: AppError): readonly string[] => {
  const { happened, kept, advice } = wordsOf(error, 'window');
  const isSaid = error.code !== 'internal' && [happened, kept, advice].every((words) => words.length > 0);
  return isSaid ? [] : [`an error says nothing: ${JSON.stringify(error)}`];
};

/** What nobody needs is cleared away by the opening and reading of an archive. */
const findLeftovers = (folder: string): readonly string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.tmp-|\.incoming-|\.lock$/u.test(name))
    .map((name) => `left lying: ${name}`);

/** The samples have neither the selectors nor the originals of their texts. */
const ofSamples: readonly string[] = ['selector-lost', 'original-altered'];

const findFaults = async (folder: string, { damaged }: Allowed): Promise<readonly string[]> => {
  const codec = await codecForReading(
    createStorageContext(folder, machine, () => undefined),
    passphrase,
  );
  if (!codec.ok) return [`the archive can't be read: ${JSON.stringify(codec.error)}`];
  const { findings } = await checkArchive({ root: folder, codec: codec.value });
  return (
    findings
      .filter(({ code, file }) => !ofSamples.includes(code) && !damaged.some((name) => file.endsWith(name)))
      // A copy of a sync that lies in the archive that was found is named, and is no fault.
      .filter(({ code }) => code !== 'copy')
      .map(({ file, code, says }) => `${file} (${code}): ${says}`)
  );
};
