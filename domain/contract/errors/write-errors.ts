import type { RecordKind } from '../record-kinds.ts';

/** Failures of writing a file. */
export type WriteError =
  /**
   * Another program has changed the same data differently. Nothing was written; the other's version is in the archive,
   * and repeating the act replaces it.
   */
  | {
      readonly code: 'changed-outside';
      readonly file: string;
      /** Whether the other program has removed the whole file: the act, asked for again, makes it again. */
      readonly isGone: boolean;
      readonly collisions: readonly OutsideCollision[];
    }
  /** A file was to be exported to a place inside an archive, whose own files might be overwritten there. */
  | { readonly code: 'place-in-archive'; readonly folder: string }
  /** A file of that name is there, and was not to be replaced. */
  | { readonly code: 'file-exists'; readonly file: string }
  | { readonly code: 'write-failed'; readonly file: string; readonly reason: WriteFailure }
  | { readonly code: 'changed-since'; readonly what: RecordKind; readonly id: string };

/** One field of a record that another program has changed, and an act wants to be something else. */
export type OutsideCollision = {
  readonly what: RecordKind;
  readonly id: string;
  /** e.g. `note`, `head.title`; null if one side has permanently removed the record, which is then null. */
  readonly field: string | null;
  /** JSON values; `undefined` if the side lacks the field. */
  readonly ours: unknown;
  readonly theirs: unknown;
};

/**
 * `unreadable-outside`: another program has put something in the place of the file that can't be read; `gone-outside`:
 * it has removed or moved the folder of an article or a memo.
 */
export type WriteFailure =
  | 'disk-full'
  | 'read-only'
  | 'too-large'
  | 'unreadable-outside'
  | 'gone-outside'
  | 'other';
