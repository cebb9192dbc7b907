import { pathInFolder } from '#domain/archive/merge/archive-path.ts';
import type { FileConflict } from '#domain/archive/merge/merge-file.ts';
import type { ListedConflict } from './merge-contents.ts';

/** A conflict as it is reported: the file, the record, and the value of each side; absent if a side has none. */
export type ToldConflict = {
  /** Relative to the archive. */
  readonly file: string;
  /** A collection of records, a kind of file, or `folder`: of an article or a memo. */
  readonly what: FileConflict['collection'] | 'folder' | 'file';
  readonly id: string | null;
  /** For example `note`, `head.title`; `place` for a folder; null: the whole record or file. */
  readonly field: string | null;
  readonly base?: unknown;
  readonly ours?: unknown;
  readonly theirs?: unknown;
  /** The sides whose version of the file can't be read. */
  readonly unreadable?: readonly ('ours' | 'theirs')[];
};

export const describeConflict = (listed: ListedConflict): ToldConflict => {
  if (listed.kind === 'bytes') {
    return { file: listed.file, what: 'file', id: null, field: null, unreadable: listed.unreadable };
  }
  if (listed.kind === 'folder') {
    const { folder, places, kept } = listed;
    const file = pathInFolder(folder, kept, '').replace(/\/$/u, '');
    return { file, what: 'folder', id: folder.id, field: 'place', ...places };
  }
  const { collection, recordId, ...said } = listed.conflict;
  return { file: listed.file, what: collection, id: recordId, ...said };
};

/** The description of a conflict, on one line. */
export const wordConflict = (conflict: ToldConflict): string => {
  const { what, id, field, unreadable } = conflict;
  if (what === 'folder') {
    return 'One side deleted the record, and the other changed it: it was kept.';
  }
  if (unreadable !== undefined && unreadable.length > 0) {
    return `The file can’t be read as ${unreadable.map(nameSide).join(' and ')} have it; it was left as ${unreadable.includes('ours') && unreadable.length === 1 ? 'theirs' : 'ours'}.`;
  }
  if (id === null && field === null)
    return 'The file is written once, but the two sides differ: one was altered.';
  const about = id === null ? `${field}` : `${what} ${id}, ${field ?? 'all of it'}`;
  return `${about}: ${printValue(conflict.ours)} as we have it, ${printValue(conflict.theirs)} as they have it.`;
};

const nameSide = (side: 'ours' | 'theirs'): string => (side === 'ours' ? 'we' : 'they');

const MAX_LENGTH = 80;

const printValue = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
};
