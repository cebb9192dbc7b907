/** What a machine keeps of the backups of an archive. */
import { z } from 'zod';
import { timestampSchema } from '../time.ts';

const countSchema = z.int().min(0);

/** The last backup that is known to have succeeded: it is told of while its disk is away. */
export const lastBackupSchema = z.strictObject({
  takenAt: timestampSchema,
  files: countSchema,
  bytes: countSchema,
  leftOutCount: countSchema,
});
export type LastBackup = z.infer<typeof lastBackupSchema>;

export const backupPlanSchema = z.strictObject({
  /** Where backups go; null as long as nobody has said it. */
  folder: z.string().nullable(),
  chosenAt: timestampSchema.nullable(),
  /** Whether backups have begun in the folder: without any in it, it is then that of a disk that is away. */
  isFounded: z.boolean(),
  /** None is made by itself, and nobody is asked. */
  isDeclined: z.boolean(),
  last: lastBackupSchema.nullable(),
});
export type BackupPlan = z.infer<typeof backupPlanSchema>;

export const noBackupPlan: BackupPlan = {
  folder: null,
  chosenAt: null,
  isFounded: false,
  isDeclined: false,
  last: null,
};
