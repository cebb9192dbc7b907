/** What a search asks for, as it was read. */
import type { Condition } from './condition.ts';

/** Words that stand one after the other; of one that is written without spaces, its runs. Folded, never empty. */
export type SearchTerm = {
  readonly words: readonly string[];
  /** Whether the last word is only the beginning of one. */
  readonly isPrefix: boolean;
};

export type SearchNode =
  | { readonly op: 'and' | 'or'; readonly nodes: readonly SearchNode[] }
  | { readonly op: 'not'; readonly node: SearchNode }
  | { readonly op: 'term'; readonly term: SearchTerm }
  /** All terms, at most so many words apart, in any order. */
  | { readonly op: 'near'; readonly terms: readonly SearchTerm[]; readonly distance: number }
  | { readonly op: 'condition'; readonly condition: Condition };

/** Part of a search that could not be read as it was written, and how it was read. */
export type SearchNotice = { readonly part: string; readonly says: string };

export type ParsedSearch = {
  /** Null where nothing is asked for. */
  readonly node: SearchNode | null;
  readonly notices: readonly SearchNotice[];
};

/** The terms that what is found may hold: those that are not excluded. */
export const wantedTerms = (node: SearchNode | null): readonly SearchTerm[] => {
  switch (node?.op) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(wantedTerms);
    case 'term':
      return [node.term];
    case 'near':
      return node.terms;
    default:
      return [];
  }
};

/** What all of `nodes` ask together; null of none. */
export const allOf = (nodes: readonly SearchNode[]): SearchNode | null => {
  const [first] = nodes;
  if (first === undefined) return null;
  return nodes.length === 1 ? first : { op: 'and', nodes };
};
