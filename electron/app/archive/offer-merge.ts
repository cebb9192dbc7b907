import type { AppError } from '#domain/contract/errors/app-error.ts';
import { printCount } from '#domain/print-count.ts';
import { err } from '#domain/result.ts';
import { describeConflict, wordConflict } from '#electron/git/merge/describe-conflict.ts';
import { isMergeStopped, type MergeReport, mergeStopped } from '#electron/git/merge/merge-stopped.ts';
import type { MergeProgress, MergeWatch } from '#electron/git/merge-watch.ts';
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

/** At most this many conflicts are named in the dialog. */
const MOST_NAMED = 8;

/** Whether to open the archive now, and the passphrase if one was typed for the merge. */
export type AfterMerge = { readonly opens: boolean; readonly passphrase: string | null };

/**
 * If Git has stopped in the middle of a merge of the archive, asks whether to merge it by record before it is opened.
 * @param known the passphrase of an encrypted archive, if it is already known
 */
export async function offerMerge(
  folder: string,
  surroundings: MergeSurroundings,
  known: string | null,
): Promise<AfterMerge> {
  let passphrase = known;
  const mergeOnce = (): ReturnType<typeof mergeStopped> => mergeWatched(folder, passphrase, surroundings);
  const opens = await offer(folder, surroundings, async () => {
    let merged = await mergeOnce();
    while (!merged.ok && isForPassphrase(merged.error)) {
      const typed = await surroundings.askPassphrase(
        folder,
        merged.error.code === 'wrong-passphrase' ? merged.error : null,
      );
      if (typed === null || typed === 'other-archive') return err({ code: 'cancelled' });
      passphrase = typed;
      merged = await mergeOnce();
    }
    return merged;
  });
  return { opens, passphrase };
}

const isForPassphrase = ({ code }: AppError): boolean =>
  code === 'archive-encrypted' || code === 'wrong-passphrase';

const mergeWatched = (
  folder: string,
  passphrase: string | null,
  { isShared, showMerge }: MergeSurroundings,
): ReturnType<typeof mergeStopped> => {
  const modes = isShared() ? sharedModes : privateModes;
  const { watch, end } = showLongMerge((progress, cancel) => showMerge(folder, progress, cancel));
  const options = { folder, machine: thisMachine, modes, watch, passphrase: async () => passphrase };
  return mergeStopped(options).finally(end);
};

const offer = async (
  folder: string,
  { dialogs }: MergeSurroundings,
  merge: () => ReturnType<typeof mergeStopped>,
): Promise<boolean> => {
  if (!hasArchiveFile(folder) || !isMergeStopped(folder)) return true;
  const answer = await ask(dialogs, 'question', [MERGE, AS_IT_IS, QUIT], {
    message: 'Git has stopped in the middle of a merge of this archive.',
    detail: `${folder}\n\nPrecis can merge it by record: the passages, tags, tasks and memos of both sides are kept, and what both sides changed waits under “Review”. If you open the archive as it is, such files show only your side.`,
  });
  if (answer !== MERGE) return answer === AS_IT_IS;
  const merged = await merge();
  if (merged.ok) return (await ask(dialogs, 'question', [OPEN, QUIT], sayMerged(merged.value))) === OPEN;
  if (merged.error.code === 'cancelled')
    return (await ask(dialogs, 'question', [AS_IT_IS, QUIT], cancelled)) === AS_IT_IS;
  log.warn(`the archive could not be merged: ${merged.error.code}`);
  return (await ask(dialogs, 'error', [AS_IT_IS, QUIT], archiveTrouble(merged.error, folder))) === AS_IT_IS;
};

/** Asks for the passphrase of an encrypted archive. */
export type AskPassphrase = (
  folder: string,
  refusal: AppError | null,
) => Promise<string | 'other-archive' | null>;

/** Shows how far a merge has come; `cancel` ends it. */
export type ShowMerge = (folder: string, progress: MergeProgress, cancel: () => void) => void;

export type MergeSurroundings = {
  readonly dialogs: Dialogs;
  readonly isShared: () => boolean;
  readonly showMerge: ShowMerge;
  readonly askPassphrase: AskPassphrase;
};

const SHOWN_AFTER_MS = 1000;
const TOLD_EVERY_MS = 100;

/** A merge that takes less than a second shows only its outcome. */
const showLongMerge = (
  showMerge: (progress: MergeProgress, cancel: () => void) => void,
): { readonly watch: MergeWatch; readonly end: () => void } => {
  const stop = new AbortController();
  let last: MergeProgress | null = null;
  let timer: NodeJS.Timeout | null = null;
  const show = (): void => {
    if (last !== null) showMerge(last, () => stop.abort());
  };
  const begin = setTimeout(() => {
    show();
    timer = setInterval(show, TOLD_EVERY_MS);
  }, SHOWN_AFTER_MS);
  const onProgress = (progress: MergeProgress): void => {
    last = progress;
  };
  const end = (): void => {
    clearTimeout(begin);
    if (timer !== null) clearInterval(timer);
  };
  return { watch: { signal: stop.signal, onProgress }, end };
};

const cancelled: Words = {
  message: 'The merge was cancelled.',
  detail:
    'No file was changed. The Git merge is still open. You can merge by record the next time you open the archive.',
};

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
        ? 'The archive is merged. There were no conflicts.'
        : `The archive is merged. Both sides changed the same thing in ${printCount(told.length, 'place')}.`,
    detail: [
      ...named,
      ...(more > 0 ? [`• and ${more} more`] : []),
      ...setAside.map(({ file, as }) => `${file} had been changed since; it is kept as ${as}.`),
      ...left.map((file) => `${file} does not belong to the archive and is not merged yet.`),
      `${printCount(written, 'file')} written and staged. Check the result, then run git commit.`,
    ].join('\n'),
  };
};
