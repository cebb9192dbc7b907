import { join } from 'node:path';
import { z } from 'zod';
import type { ArchiveFile } from '#domain/archive/files.ts';
import type { LeaveReason } from '#domain/backup/backup-list.ts';
import { printAmount } from '#domain/backup/print-amount.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { plainCodec } from '../../../storage/encryption/file-codec.ts';
import { value } from '../../arguments/options.ts';
import { filled, noWords } from '../../arguments/words.ts';
import { answer, type CommandResult, type FileContext } from '../../command-context.ts';
import { defineFileCommand } from '../command.ts';

const reasons: Readonly<Record<LeaveReason, string>> = {
  link: 'it is a link that leads out of the archive, or to no file',
  'not-a-file': 'it is no file',
  unreadable: 'it can’t be read',
  changing: 'it was written anew each time that it was read',
  'unprintable-name': 'its name can’t be written down',
};

const readArchive = async ({ archiveFolder }: FileContext): Promise<Result<ArchiveFile, AppError>> => {
  const read = await readContent('archive', join(archiveFolder, 'archive.json'), plainCodec);
  return read.found === 'content' ? ok(read.content) : err({ code: 'archive-not-found' });
};

/** Where the backups of an archive are: where it is said, else where the window's settings say. */
const folderOf = (
  { backupFolderOf, resolvePath }: FileContext,
  { id }: ArchiveFile,
  typed: string | undefined,
): Result<string, AppError> => {
  const folder = typed === undefined ? backupFolderOf(id) : resolvePath(typed);
  return folder === null ? err({ code: 'no-backup-folder' }) : ok(folder);
};

const schema = z.strictObject({ words: noWords, to: filled.optional() }).transform(({ to }) => ({ to }));

async function makeBackup(context: FileContext, { to }: z.output<typeof schema>): CommandResult {
  const archive = await readArchive(context);
  if (!archive.ok) return archive;
  const folder = folderOf(context, archive.value, to);
  if (!folder.ok) return folder;
  const { id: archiveId, title } = archive.value;
  // A folder that was named is meant; the one of the settings has backups in it, or its disk is away.
  const mayFound = to !== undefined;
  const { archiveFolder: root, nowMs } = context;
  const job = {
    does: 'backup',
    root,
    archiveId,
    title,
    folder: folder.value,
    mayFound,
    nowMs: nowMs(),
  } as const;
  const taken = await context.doBackupJob(job);
  if (!taken.ok) return taken;
  const { leftOut, damaged, ...rest } = taken.value;
  return ok({
    json: { folder: folder.value, ...rest, leftOut, damaged },
    plain: `${rest.id}  ${printAmount(rest)}, verified`,
    notices: [
      ...leftOut.map(({ path, why }) => `${path} was left out: ${reasons[why]}.`),
      ...(damaged > 0
        ? [`${damaged} older contents were damaged; what the archive has was copied anew.`]
        : []),
    ],
    hasFailed: rest.leftOutCount > 0,
  });
}

export const backupCommand = defineFileCommand(
  {
    name: 'backup',
    summary: 'Backs the archive up',
    example: 'backup --to /media/disk',
    operands: '',
    options: { to: value('DIR', 'the folder, best on another disk; else that of the settings') },
    says: 'Backs the archive up: copies what is new since the last backup to DIR, best on another disk, and reads it back. Without --to it goes where the settings of the window say. The archive may be open meanwhile. Backups of the last day are kept by the hour, of the last month by the day, of two years by the week.',
  },
  schema,
  makeBackup,
);

const listSchema = z
  .strictObject({ words: noWords, from: filled.optional() })
  .transform(({ from }) => ({ from }));

async function listBackups(context: FileContext, { from }: z.output<typeof listSchema>): CommandResult {
  const archive = await readArchive(context);
  if (!archive.ok) return archive;
  const folder = folderOf(context, archive.value, from);
  if (!folder.ok) return folder;
  const place = { folder: folder.value, archiveId: archive.value.id, backupId: null };
  const rows = await context.doBackupJob({ does: 'list', place });
  if (!rows.ok) return rows;
  const lines = rows.value.map((row) => `${row.id}  ${row.takenAt}  ${printAmount(row)}  ${row.folder}`);
  return answer(rows.value, lines.join('\n'));
}

export const backupsCommand = defineFileCommand(
  {
    name: 'backups',
    summary: 'Lists the backups of the archive',
    example: 'backups --from /media/disk',
    operands: '',
    options: { from: value('DIR', 'the folder; else that of the settings') },
    says: 'Lists the backups of the archive, the newest first, in DIR or where the settings of the window say.',
  },
  listSchema,
  listBackups,
);
