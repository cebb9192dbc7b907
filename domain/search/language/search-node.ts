/** What a search asks for, as it was read. */
import type { Condition } from './condition.ts';

/** Consecutive words; in a script without spaces, its runs. Folded, never empty. */
export type SearchTerm = {
  readonly words: readonly string[];
  /** Whether the last word is only the beginning of one. */
  readonly isPrefix: boolean;
  /**
   * Matched letter by letter: written in quotation marks, or with "=" before it. Otherwise all forms of a word
   * match.
   */
  readonly isExact?: true;
  /** For each word its forms that occur in the archive, the word itself first: see widenTerms. */
  readonly forms?: readonly (readonly string[])[];
};

export type SearchNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly node: SearchNode }
  | { readonly kind: 'term'; readonly term: SearchTerm }
  /** All terms, at most so many words apart, in any order. */
  | { readonly kind: 'near'; readonly terms: readonly SearchTerm[]; readonly distance: number }
  | { readonly kind: 'condition'; readonly condition: Condition };

/** Part of a search that could not be read as it was written, and how it was read. */
export type SearchNotice = { readonly part: string; readonly says: string };

export type ParsedSearch = {
  /** Null where nothing is asked for. */
  readonly node: SearchNode | null;
  readonly notices: readonly SearchNotice[];
};

/** The terms that a result may contain: those that are not excluded. */
export const wantedTerms = (node: SearchNode | null): readonly SearchTerm[] => {
  switch (node?.kind) {
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

/** The conjunction of `nodes`; null for none. */
export const allOf = (nodes: readonly SearchNode[]): SearchNode | null => {
  const [first] = nodes;
  if (first === undefined) return null;
  return nodes.length === 1 ? first : { kind: 'and', nodes };
};

const widenTerm = (term: SearchTerm, formsOf: (word: string) => readonly string[]): SearchTerm => {
  if (term.isExact === true) return term;
  const forms = term.words.map((word) => [...new Set([word, ...formsOf(word)])]);
  return forms.every(({ length }) => length === 1) ? term : { ...term, forms };
};

/** The search, with each word that is not matched letter by letter replaced by all its forms. */
export const widenTerms = (node: SearchNode, formsOf: (word: string) => readonly string[]): SearchNode => {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, nodes: node.nodes.map((each) => widenTerms(each, formsOf)) };
    case 'not':
      return { kind: 'not', node: widenTerms(node.node, formsOf) };
    case 'term':
      return { kind: 'term', term: widenTerm(node.term, formsOf) };
    case 'near':
      return { ...node, terms: node.terms.map((term) => widenTerm(term, formsOf)) };
    default:
      return node;
  }
};

/** The maximum number of alternatives for one term: the words of a phrase, each in all its forms, multiply quickly. */
const MOST_WAYS = 64;

/** The alternatives of a term, each letter by letter; the typed one first. */
export const waysOf = (term: SearchTerm): readonly SearchTerm[] => {
  const { words, isPrefix, forms = [] } = term;
  let ways: readonly (readonly string[])[] = [[]];
  for (const [at, word] of words.entries())
    ways = ways.flatMap((way) => (forms[at] ?? [word]).map((form) => [...way, form])).slice(0, MOST_WAYS);
  return ways.map((way, at) => ({ words: way, isPrefix: isPrefix && at === 0 }));
};
