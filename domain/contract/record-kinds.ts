import type { CollectionName } from '../archive/changes.ts';
import type { RecordKind } from './errors.ts';

/** What errors call the records of each collection. */
export const recordKinds: { readonly [C in CollectionName]: RecordKind } = {
  tags: 'tag',
  sources: 'source',
  tasks: 'task',
  searches: 'search',
  passages: 'passage',
  about: 'article',
  memo: 'memo',
  forms: 'form',
  conflicts: 'conflict',
};
