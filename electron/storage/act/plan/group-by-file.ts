import type { Change, MutableFile, RecordChange } from '#domain/archive/changes.ts';
import { nameOfFile } from '../../folder/layout.ts';

/** The changes of one file: they are one write. */
export type FileChanges = { readonly file: MutableFile; readonly changes: readonly RecordChange[] };

/** The record changes by the file that they are of. */
export const groupByFile = (changes: readonly Change[]): readonly FileChanges[] => {
  const groups = new Map<string, { file: MutableFile; changes: RecordChange[] }>();
  for (const change of changes) {
    if (change.type === 'folder') continue;
    const name = nameOfFile(change.file, 'archive');
    const group = groups.get(name) ?? { file: change.file, changes: [] };
    group.changes.push(change);
    groups.set(name, group);
  }
  return [...groups.values()];
};
