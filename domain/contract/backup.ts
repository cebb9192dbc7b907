/** Requests on backups of the archive, on restoring from them, and on zipped archives. */
import { z } from 'zod';
import type { BackupLateness } from '../backup/backup-due.ts';
import { backupHeadSchema } from '../backup/backup-list.ts';
import type { LastBackup } from '../backup/backup-plan.ts';
import { articleIdSchema, memoIdSchema } from '../ids.ts';
import { PAD_ID } from '../pad/pad.ts';
import type { AppError } from './errors/app-error.ts';
import { nothing } from './inputs.ts';
import { defineRequest, EVERYTHING, edit, query, transientEdit, type } from './request.ts';

/** One article or memo of a backup, or its scratch pad. */
export const recordInBackupSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), id: articleIdSchema }),
  z.strictObject({ kind: z.literal('memo'), id: memoIdSchema }),
  z.strictObject({ kind: z.literal('pad'), id: z.literal(PAD_ID) }),
]);
export type RecordInBackup = z.infer<typeof recordInBackupSchema>;

const restoreWhatSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('archive') }),
  ...recordInBackupSchema.options,
]);
export type RestoreWhat = z.infer<typeof restoreWhatSchema>;

/** By its name: see lists.ts. */
const backupIdSchema = z.string().regex(/^[\w-]{1,60}$/u);

/** An existing backup, from its list. */
export const backupRowSchema = backupHeadSchema
  .omit({ format: true, version: true, archiveId: true, title: true, share: true })
  .extend({ id: backupIdSchema, isEncrypted: z.boolean() });
export type BackupRow = z.infer<typeof backupRowSchema>;

/** A backup that was made just now. */
export type TakenBackup = Omit<BackupRow, 'host' | 'folder' | 'isEncrypted'> & {
  /** How many contents were new. */
  readonly copied: number;
  /** How many older contents were found damaged; those that the archive still has were copied again. */
  readonly damaged: number;
};

/** The restored files, each verified by its hash; `damaged` could not be restored. */
export type RestoredFiles = {
  readonly files: number;
  readonly bytes: number;
  readonly damaged: readonly string[];
};
export type TestedBackup = RestoredFiles & Pick<BackupRow, 'id' | 'takenAt'>;

/** A record's files by name, and those that it refers to; null if they are not available. */
export type BackedUpRecord = {
  readonly files: Readonly<Record<string, Uint8Array | null>>;
  readonly tags: Uint8Array | null;
  readonly sources: Uint8Array | null;
  readonly labels: Uint8Array | null;
};

/** The folder that was packed or restored to, for showing it. */
export type FilledFolder = RestoredFiles & { readonly folder: string };
export type PackedArchive = { readonly file: string; readonly files: number; readonly bytes: number };

/** Jobs with a progress display. */
export type ShownJob = 'check' | 'backup' | 'restore' | 'test' | 'pack' | 'unpack';

/** The state of the open archive's backups. */
export type BackupState = {
  /** Their folder, null until chosen. */
  readonly folder: string | null;
  /** Another disk, or a folder, that is offered as long as none is chosen. */
  readonly proposed: string | null;
  readonly isOnOtherDisk: boolean;
  readonly isDeclined: boolean;
  readonly isRunning: boolean;
  readonly last: LastBackup | null;
  /** Why the last attempt did not succeed. */
  readonly failure: AppError | null;
  readonly lateness: BackupLateness | null;
  /** How many earlier backups of an encrypted archive are unencrypted; also 0 if their disk is disconnected. */
  readonly inClear: number;
};

/** An article, a memo or the pad of a backup, and how the archive has it now. */
export type BackedUpRow = RecordInBackup & {
  readonly title: string | null;
  readonly state: 'here' | 'in-trash' | 'gone';
};

export const backupState = defineRequest(
  'backup:state',
  query({
    input: nothing,
    output: type<BackupState>(),
    topics: ['articles'],
    says: 'How the backups of the archive stand.',
  }),
);

export const backupChooseFolder = defineRequest(
  'backup:choose-folder',
  transientEdit({
    input: z.strictObject({ takesProposed: z.boolean() }),
    output: type<{ readonly folder: string }>(),
    refreshes: ['backup:state'],
    says: 'Has the analyst choose where backups go, or takes what was proposed; a place in an archive is refused.',
  }),
);

export const backupDecline = defineRequest(
  'backup:decline',
  transientEdit({
    input: z.strictObject({ isDeclined: z.boolean() }),
    output: type<null>(),
    refreshes: ['backup:state'],
    says: 'On this computer no backups are made by itself, and nobody is asked; or they are again.',
  }),
);

export const backupRun = defineRequest(
  'backup:run',
  transientEdit({
    input: nothing,
    output: type<TakenBackup>(),
    refreshes: ['backup:state'],
    says: 'Backs the archive up now, and answers once all of it was read back.',
  }),
);

export const backupEncrypt = defineRequest(
  'backup:encrypt',
  transientEdit({
    input: nothing,
    output: type<{ readonly removed: number; readonly hasUnreadable: boolean }>(),
    refreshes: ['backup:state'],
    says: 'Backs an encrypted archive up now, and then deletes the backups of it that are in the clear.',
  }),
);

export const backupCancel = defineRequest(
  'backup:cancel',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the backup, the restoring or the packing that runs; what it has begun is taken away.',
  }),
);

export const backupList = defineRequest(
  'backup:list',
  query({
    input: nothing,
    output: type<readonly BackupRow[]>(),
    topics: [],
    says: 'The backups that are there, the newest first.',
  }),
);

export const backupRecords = defineRequest(
  'backup:records',
  query({
    input: z.strictObject({
      backupId: backupIdSchema,
      text: z.string().max(500),
      limit: z.int().min(1).max(200),
    }),
    output: type<readonly BackedUpRow[]>(),
    topics: [],
    says: 'The articles, memos and the pad of a backup whose titles hold every word; those that the archive lacks first.',
  }),
);

export const backupRestore = defineRequest(
  'backup:restore',
  transientEdit({
    input: z.strictObject({ backupId: backupIdSchema, what: restoreWhatSchema }),
    output: type<FilledFolder>(),
    says: 'Restores a backup, or an article, a memo or the pad of it, into a new folder in one that the analyst chooses.',
  }),
);

export const backupRestoreRecord = defineRequest(
  'backup:restore-record',
  edit({
    input: z.strictObject({ backupId: backupIdSchema, what: recordInBackupSchema }),
    output: type<null>(),
    touches: () => [EVERYTHING],
    supersedes: 'not-kept',
    isStep: true,
    says: 'Brings an article, a memo or the pad back into the archive as a backup has it; undo takes it back.',
  }),
);

export const backupTest = defineRequest(
  'backup:test',
  transientEdit({
    input: z.strictObject({ backupId: backupIdSchema.nullable() }),
    output: type<TestedBackup>(),
    says: 'Restores a backup, or the newest, into a folder for once and compares every file.',
  }),
);

export const backupReveal = defineRequest(
  'backup:reveal',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Shows in the file manager what was restored or packed last.',
  }),
);

export const zipPack = defineRequest(
  'zip:pack',
  transientEdit({
    input: nothing,
    output: type<PackedArchive>(),
    says: 'Packs the archive into one zip in a folder that the analyst chooses, and reads it back.',
  }),
);

export const zipUnpack = defineRequest(
  'zip:unpack',
  transientEdit({
    input: nothing,
    output: type<FilledFolder>(),
    says: 'Unpacks the zip of an archive that the analyst chooses into a new folder.',
  }),
);

export const backupRequests = [
  backupState,
  backupChooseFolder,
  backupDecline,
  backupRun,
  backupEncrypt,
  backupCancel,
  backupList,
  backupRecords,
  backupRestore,
  backupRestoreRecord,
  backupTest,
  backupReveal,
  zipPack,
  zipUnpack,
] as const;
