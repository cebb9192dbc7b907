import type { CollectionName } from '#domain/archive/changes.ts';
import type { RecordKind } from '#domain/contract/errors.ts';

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
