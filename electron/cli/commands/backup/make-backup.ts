import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ArchiveFile } from '#domain/archive/files.ts';
import type { LeaveReason } from '#domain/backup/backup-list.ts';
import { printAmount } from '#domain/backup/print-amount.ts';
import type { TakenBackup } from '#domain/contract/backup.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { printCount } from '#domain/print-count.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { lostIn } from '#electron/storage/check/findings.ts';
import { codecForReading } from '#electron/storage/encryption/open-encryption.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { isGitUnfinished } from '#electron/storage/folder/git-repository.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { CONVERSION_FILE, KEY_FILE } from '#electron/storage/folder/layout.ts';
import { createStorageContext } from '#electron/storage/storage-context.ts';
import { plainCodec } from '../../../storage/encryption/file-codec.ts';
import { flag, needed, value } from '../../arguments/options.ts';
import { filled, noWords } from '../../arguments/words.ts';
import { answer, type FileContext } from '../../command-context.ts';
import { defineFileCommand } from '../command.ts';

const reasons: Readonly<Record<LeaveReason, string>> = {
  link: 'it is a link that leads out of the archive, or to nothing',
  'not-a-file': 'it is not a file',
  unreadable: 'it can’t be read',
  changing: 'it changed every time it was read',
  'unprintable-name': 'its name can’t be stored',
};

const readArchive = async ({ archiveFolder }: FileContext): Promise<Result<ArchiveFile, AppError>> => {
  const read = await readContent('archive', join(archiveFolder, 'archive.json'), plainCodec);
  return read.kind === 'content' ? ok(read.content) : err({ code: 'archive-not-found' });
};

/** The folder with the backups of an archive: the one given, else the one in the window's settings. */
const folderOf = (
  { backupFolderOf, resolvePath }: FileContext,
  { id }: ArchiveFile,
  typed: string | undefined,
): Result<string, AppError> => {
  const folder = typed === undefined ? backupFolderOf(id) : resolvePath(typed);
  return folder === null ? err({ code: 'no-backup-folder' }) : ok(folder);
};

const schema = z.strictObject({ words: noWords, to: filled.optional() }).transform(({ to }) => ({ to }));

/** Backs the archive up; returns the folder and the lines to print. */
const take = async (
  context: FileContext,
  { folder: typed, mayFound }: { readonly folder: string | undefined; readonly mayFound: boolean },
): Promise<
  Result<{ readonly archive: ArchiveFile; readonly folder: string; readonly taken: TakenBackup }, AppError>
> => {
  const archive = await readArchive(context);
  if (!archive.ok) return archive;
  const folder = folderOf(context, archive.value, typed);
  if (!folder.ok) return folder;
  const { id: archiveId, title } = archive.value;
  const { archiveFolder: root, nowMs } = context;
  const place = { root, archiveId, title, folder: folder.value };
  const taken = await context.doBackupJob({ kind: 'backup', ...place, mayFound, nowMs: nowMs() });
  return taken.ok ? ok({ archive: archive.value, folder: folder.value, taken: taken.value }) : taken;
};

const noticesOf = ({ leftOut, damaged }: TakenBackup): readonly string[] => [
  ...leftOut.map(({ path, why }) => `${path} was left out: ${reasons[why]}.`),
  ...(damaged > 0
    ? [`${damaged} older contents were damaged; Precis copied them again where the archive has them.`]
    : []),
];

async function makeBackup(context: FileContext, { to }: z.output<typeof schema>) {
  // A folder named by the person may be new; the one in the settings already has backups, or its disk is not connected.
  const made = await take(context, { folder: to, mayFound: to !== undefined });
  if (!made.ok) return made;
  const { folder, taken } = made.value;
  return ok({
    json: { folder, ...taken },
    plain: `${taken.id}  ${printAmount(taken)}, verified`,
    notices: noticesOf(taken),
    hasFailed: taken.leftOutCount > 0,
  });
}

export const backupCommand = defineFileCommand(
  {
    name: 'backup',
    summary: 'Backs the archive up',
    example: 'backup --to /media/disk',
    operands: '',
    options: { to: value('DIR', 'the backup folder; by default that of the settings') },
    says: 'Copies what is new since the last backup to DIR, preferably on another disk, and verifies it. Without --to, it uses the folder of the window’s settings. The archive may be open. Hourly backups are kept for a day, daily ones for a month, weekly ones for two years.',
  },
  schema,
  makeBackup,
);

const listSchema = z
  .strictObject({ words: noWords, from: filled.optional() })
  .transform(({ from }) => ({ from }));

async function listBackups(context: FileContext, { from }: z.output<typeof listSchema>) {
  const archive = await readArchive(context);
  if (!archive.ok) return archive;
  const folder = folderOf(context, archive.value, from);
  if (!folder.ok) return folder;
  const place = { folder: folder.value, archiveId: archive.value.id, backupId: null };
  const rows = await context.doBackupJob({ kind: 'list', place });
  if (!rows.ok) return rows;
  const isMixed = existsSync(join(context.archiveFolder, KEY_FILE));
  const lines = rows.value.map(
    (row) =>
      `${row.id}  ${row.takenAt}  ${printAmount(row)}  ${isMixed && !row.isEncrypted ? 'not encrypted  ' : ''}${row.folder}`,
  );
  return answer(rows.value, lines.join('\n'));
}

export const backupsCommand = defineFileCommand(
  {
    name: 'backups',
    summary: 'Lists the backups of the archive',
    example: 'backups --from /media/disk',
    operands: '',
    options: { from: value('DIR', 'the backup folder; by default that of the settings') },
    says: 'Lists the backups of the archive, newest first, in DIR or in the folder of the window’s settings.',
  },
  listSchema,
  listBackups,
);

const encryptSchema = z
  .strictObject({
    words: noWords,
    from: filled.optional(),
    'accept-deletion': z.literal(true, {
      error: 'is needed: it confirms that the unencrypted backups are deleted',
    }),
  })
  .transform(({ from }) => ({ from }));

async function encryptBackups(context: FileContext, { from }: z.output<typeof encryptSchema>) {
  const lost = await findLost(context);
  if (!lost.ok) return lost;
  if (lost.value.length > 0) return err({ code: 'backups-needed', files: lost.value });
  const before = await clearIn(context, from);
  const made = await take(context, { folder: from, mayFound: false });
  if (!made.ok) return made;
  const { archive, folder, taken } = made.value;
  const place = { folder, archiveId: archive.id, title: archive.title };
  const gone = await context.doBackupJob({ kind: 'remove-clear', ...place });
  if (!gone.ok) return gone;
  const { hasUnreadable } = gone.value;
  // The backup just made has already replaced the others of this hour, so both counts are considered.
  const removed = Math.max(before, gone.value.removed);
  return ok({
    json: { folder, backup: taken.id, removed, hasUnreadable },
    plain: `${taken.id}  ${printAmount(taken)}, encrypted and verified; ${printCount(removed, 'unencrypted backup')} deleted`,
    notices: [
      ...noticesOf(taken),
      ...(hasUnreadable
        ? [
            'A list of backups is damaged, so Precis can’t tell what belongs to it and keeps the files in “objects”. To be sure, delete the folder of these backups and back up again.',
          ]
        : []),
    ],
    hasFailed: taken.leftOutCount > 0 || hasUnreadable,
  });
}

/** The files of the encrypted archive that are lost or damaged in it and may be intact in its backups. */
const findLost = async ({
  archiveFolder: root,
  machine,
  passphrase,
}: FileContext): Promise<Result<readonly string[], AppError>> => {
  if (!hasArchiveFile(root)) return err({ code: 'archive-not-found' });
  const storage = createStorageContext(root, machine, () => {});
  const codec = await codecForReading(storage, passphrase);
  if (!codec.ok) return codec;
  const isConverting = existsSync(join(root, CONVERSION_FILE));
  if (codec.value.seal === null || isConverting) return err({ code: 'not-encrypted' });
  const { findings } = await checkArchive({
    root,
    codec: codec.value,
    isMergeStopped: isGitUnfinished(root),
  });
  return ok(lostIn(findings));
};

/** The number of unencrypted backups; 0 if there is no backup yet. */
const clearIn = async (context: FileContext, from: string | undefined): Promise<number> => {
  const archive = await readArchive(context);
  const folder = archive.ok ? folderOf(context, archive.value, from) : archive;
  if (!archive.ok || !folder.ok) return 0;
  const place = { folder: folder.value, archiveId: archive.value.id, backupId: null };
  const rows = await context.doBackupJob({ kind: 'list', place });
  return rows.ok ? rows.value.filter(({ isEncrypted }) => !isEncrypted).length : 0;
};

export const encryptBackupsCommand = defineFileCommand(
  {
    name: 'encrypt-backups',
    summary: 'Replaces the unencrypted backups of an encrypted archive',
    example: 'encrypt-backups --from /media/disk --accept-deletion',
    operands: '',
    options: {
      from: value('DIR', 'the backup folder; by default that of the settings'),
      'accept-deletion': needed(flag('confirms that the unencrypted backups are deleted')),
    },
    says: 'Makes and checks an encrypted backup in DIR, or in the folder of the window’s settings. Then it deletes the backups made before the archive was encrypted, which anyone with the disk can read. Anything that you have since deleted from the archive goes with them. You can’t undo this, and traces may remain in the free space of the disk.',
  },
  encryptSchema,
  encryptBackups,
);
