/**
 * What a backup says of itself. Its list is one line of JSON that says whose backup it is, one line for each part, and
 * a last line with the hash of all lines before, without which the list was not finished. A part is an object of the
 * backup like any file: one line of JSON for each file. Parts are cut by the ids of articles and memos, so that an hour
 * of work makes a few of them anew, and not the names of all files.
 */
import { z } from 'zod';
import { archiveIdSchema, type Sha256, sha256Schema } from '../ids.ts';
import { timestampSchema } from '../time.ts';

export const BACKUP_FORMAT = 'precis-backup';
export const BACKUP_VERSION = 1;

/** Why a file of the archive is not in a backup. `changing`: it changed each time that it was read. */
export const leaveReasons = ['link', 'not-a-file', 'unreadable', 'changing', 'unprintable-name'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

const countSchema = z.int().min(0);

export const leftOutSchema = z.strictObject({ path: z.string(), why: z.enum(leaveReasons) });
export type LeftOut = z.infer<typeof leftOutSchema>;

/** In so many backups all contents are read back. */
export const SHARES = 64;

/** More are counted and not named. */
export const MOST_NAMED_LEFT_OUT = 100;

export const backupHeadSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  archiveId: archiveIdSchema,
  title: z.string(),
  /** When it was begun. */
  takenAt: timestampSchema,
  /** The computer and the folder that it was made of: two copies of one archive are backed up side by side. */
  host: z.string(),
  folder: z.string(),
  files: countSchema,
  bytes: countSchema,
  leftOutCount: countSchema,
  leftOut: z.array(leftOutSchema).max(MOST_NAMED_LEFT_OUT),
  /** Which share of the older contents was read back with it: each backup takes the next. */
  share: z
    .int()
    .min(0)
    .max(SHARES - 1),
});
export type BackupHead = z.infer<typeof backupHeadSchema>;

export const backedUpFileSchema = z.strictObject({
  /** Relative to the archive, with "/" on every system. Another hand may have written it: see restorablePaths. */
  path: z.string(),
  sha256: sha256Schema,
  size: countSchema,
  /** Nanoseconds since 1970, as the file system says them; what follows only tells whether to read a file again. */
  mtimeNs: z.string().regex(/^-?\d{1,20}$/u),
  ctimeNs: z.string().regex(/^-?\d{1,20}$/u),
  inode: z.string().regex(/^\d{1,40}$/u),
});
export type BackedUpFile = z.infer<typeof backedUpFileSchema>;

const partLineSchema = z.strictObject({ part: sha256Schema, files: countSchema });
export type PartLine = z.infer<typeof partLineSchema>;
const endLineSchema = z.strictObject({ sha256: sha256Schema });

/** A list as it was read, and whether its last line holds. */
export type BackupList = { readonly head: BackupHead; readonly parts: readonly PartLine[] };

const idInPath = /^(?:trash\/)?(?:articles|memos)\/([0-9a-f-]{36})\//u;

/** The part that a file stands in: by the last two digits of the id of its article or memo; '' for all others. */
export const partOfPath = (path: string): string => idInPath.exec(path)?.[1]?.slice(-2) ?? '';

const lines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** The text of a part; its files stand in the order of their paths. */
export const printPart = (files: readonly BackedUpFile[]): string =>
  lines(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));

/** The text of a list, without its last line. */
export const printList = ({ head, parts }: BackupList): string => lines([head, ...parts]);

/** The last line of a list, of which all before has that hash. */
export const printEnd = (sha256: Sha256): string => lines([{ sha256 }]);

const parseLines = (text: string): readonly unknown[] | null => {
  if (!text.endsWith('\n')) return null;
  try {
    return text
      .slice(0, -1)
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  } catch {
    return null;
  }
};

/** The files of a part; null where that is none. */
export const parsePart = (text: string): readonly BackedUpFile[] | null =>
  text === '' ? [] : (z.array(backedUpFileSchema).safeParse(parseLines(text)).data ?? null);

/** What a list says; the hash of its last line is to be compared with that of `body`. Null where it is not one. */
export const parseList = (
  text: string,
): (BackupList & { readonly body: string; readonly sha256: Sha256 }) | null => {
  const all = parseLines(text);
  if (all === null || all.length < 2) return null;
  const head = backupHeadSchema.safeParse(all[0]);
  const parts = z.array(partLineSchema).safeParse(all.slice(1, -1));
  const end = endLineSchema.safeParse(all.at(-1));
  if (!head.success || !parts.success || !end.success) return null;
  const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  return { head: head.data, parts: parts.data, body, sha256: end.data.sha256 };
};
