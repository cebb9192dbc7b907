import { printCount } from '#domain/print-count.ts';
import { describeConflict, wordConflict } from '#electron/git/merge/describe-conflict.ts';
import { isMergeStopped, type MergeReport, mergeStopped } from '#electron/git/merge/merge-stopped.ts';
import type { Dialogs } from '#electron/platform/dialogs.ts';
import { log } from '#electron/platform/log.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import { privateModes, sharedModes } from '#electron/storage/file/write/file-modes.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { archiveTrouble } from './archive-trouble.ts';

const MERGE = 'Merge by record';
const AS_IT_IS = 'Open as it is';
const QUIT = 'Quit';
const OPEN = 'Open the archive';

/** So many conflicts are named in the dialog. */
const MOST_NAMED = 8;

/**
 * Where Git has stopped in the middle of a merge of the archive, asks whether to merge it by record before it is opened.
 * Answers whether to go on and open it.
 */
export async function offerMerge(folder: string, dialogs: Dialogs, isShared: boolean): Promise<boolean> {
  if (!hasArchiveFile(folder) || !isMergeStopped(folder)) return true;
  const answer = await ask(dialogs, 'question', [MERGE, AS_IT_IS, QUIT], {
    message: 'Git has stopped in the middle of a merge of this archive.',
    detail: `${folder}\n\nPrecis can merge it by record: the passages, tags, tasks and memos of both sides are kept, and what both sides changed waits under “Review”. Opened as it is, the archive shows of such files only what your side had.`,
  });
  if (answer !== MERGE) return answer === AS_IT_IS;
  const modes = isShared ? sharedModes : privateModes;
  const merged = await mergeStopped({ folder, machine: thisMachine, modes });
  if (merged.ok) return (await ask(dialogs, 'question', [OPEN, QUIT], sayMerged(merged.value))) === OPEN;
  log.warn(`the archive could not be merged: ${merged.error.code}`);
  return (await ask(dialogs, 'error', [AS_IT_IS, QUIT], archiveTrouble(merged.error, folder))) === AS_IT_IS;
}

type Words = { readonly message: string; readonly detail: string };

const ask = async (
  dialogs: Dialogs,
  kind: 'question' | 'error',
  buttons: readonly string[],
  words: Words,
): Promise<string | undefined> => buttons[await dialogs.ask({ kind, ...words, buttons, defaultButton: 0 })];

const sayMerged = ({ conflicts, written, setAside, left }: MergeReport): Words => {
  const told = conflicts.map(describeConflict);
  const named = told.slice(0, MOST_NAMED).map((one) => `• ${one.file}\n   ${wordConflict(one)}`);
  const more = told.length - named.length;
  return {
    message:
      told.length === 0
        ? 'The archive is merged: both sides agree in everything.'
        : `The archive is merged. Both sides changed the same in ${printCount(told.length, 'place')}.`,
    detail: [
      ...named,
      ...(more > 0 ? [`• and ${more} more`] : []),
      ...setAside.map(({ file, as }) => `${file} had been changed since; it is kept as ${as}.`),
      ...left.map((file) => `${file} is none of the archive’s files, and is still to be merged.`),
      `${printCount(written, 'file')} written, and all of it staged. Run git commit when you have looked at it.`,
    ].join('\n'),
  };
};
