import { z } from 'zod';
import { printCount } from '#domain/print-count.ts';
import { err, ok } from '#domain/result.ts';
import { describeConflict, type ToldConflict, wordConflict } from '../../../git/merge/describe-conflict.ts';
import { hasArchiveFile } from '../../../storage/folder/inspect-folder.ts';
import { noWords } from '../../arguments/words.ts';
import type { FileContext } from '../../command-context.ts';
import { defineFileCommand } from '../command.ts';

const printConflict = (conflict: ToldConflict): string => `${conflict.file}\n    ${wordConflict(conflict)}`;

const doings = {
  merging: 'Merging the changes of both sides',
  writing: 'Writing the merged files',
} as const;

/** Merges what Git could not merge. */
async function mergeArchive(context: FileContext) {
  const { archiveFolder, machine, modes, forcesLock, showProgress } = context;
  if (!hasArchiveFile(archiveFolder)) return err({ code: 'archive-not-found' });
  // Loaded only now: no other command needs it.
  const { mergeStopped } = await import('../../../git/merge/merge-stopped.ts');
  const merged = await mergeStopped({
    folder: archiveFolder,
    machine,
    modes,
    overrulesOtherHost: forcesLock,
    passphrase: context.passphrase,
    watch: {
      // The merge can only be cancelled by ending the program, before anything is written.
      signal: new AbortController().signal,
      onProgress: ({ step, done, total }) => showProgress(doings[step], done, total),
    },
  });
  if (!merged.ok) return merged;
  const { commits, files, written, setAside, left } = merged.value;
  const conflicts = merged.value.conflicts.map(describeConflict);
  const summary = `${printCount(files, 'file')} merged and staged, ${written} of them written; ${printCount(conflicts.length, 'conflict')} to check.`;
  return ok({
    json: { ...commits, files, written, conflicts, setAside, left },
    plain: [summary, ...conflicts.map(printConflict)].join('\n'),
    notices: [
      ...setAside.map(
        ({ file, as }) => `${file} had changed since the merge stopped; your file is kept as ${as}.`,
      ),
      ...left.map((file) => `${file} does not belong to the archive and is not merged yet.`),
      ...(left.length === 0 ? ['The merge is staged. Check it, then run git commit.'] : []),
    ],
    hasFailed: false,
  });
}

export const mergeCommand = defineFileCommand(
  {
    name: 'merge',
    summary: 'Merges the archive after git merge or git pull stopped',
    example: 'merge',
    operands: '',
    options: {},
    says: 'Finishes a git merge or git pull that stopped. Merges the archive by record and field, from the three versions that Git keeps, and stages the result. If both sides changed the same field, one value is kept and both are listed. You run git commit.',
  },
  z.strictObject({ words: noWords }),
  mergeArchive,
);
