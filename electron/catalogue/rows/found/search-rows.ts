import type { SearchRow } from '#domain/contract/search.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { findPassages } from '../passage/passage-rows.ts';

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The rows of the saved searches, by name, each with how many passages it finds now. */
export const searchRows = (state: CatalogueState): readonly SearchRow[] =>
  state.lists.searches
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, name, filter }) => ({ id, name, filter, count: findPassages(state, filter).length }))
    .sort((a, b) => collator.compare(a.name, b.name));
