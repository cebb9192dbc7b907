import type { FaultRow } from '#domain/contract/archive.ts';
import { articlesNewestFirst, type CatalogueState } from '../../catalogue-state.ts';

/** The articles and memos of which a file can't be read. */
export const faultRows = (state: CatalogueState): readonly FaultRow[] => [
  ...articlesNewestFirst(state).flatMap(({ id, bibliography, fault }): readonly FaultRow[] =>
    fault === null ? [] : [{ kind: 'article', id, title: bibliography.title, fault }],
  ),
  ...[...state.memoFaults].map(([id, fault]): FaultRow => ({ kind: 'memo', id, title: null, fault })),
];
