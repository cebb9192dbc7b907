import { type SearchNode, type SearchTerm, wantedTerms, waysOf } from '../language/search-node.ts';
import { termTokens } from './index-tokens.ts';

/** Tokens hold letters, digits and marks only: between quotation marks they are a string of FTS5 and nothing else. */
const quote = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`;

const printWay = (way: SearchTerm): string => {
  const { tokens, isPrefix } = termTokens(way);
  return isPrefix ? `${quote(tokens)} *` : quote(tokens);
};

/** A term in whichever of its forms. */
const printTerm = (term: SearchTerm): string => {
  const ways = waysOf(term).map(printWay);
  return ways.length === 1 ? ways.join('') : `(${ways.join(' OR ')})`;
};

/** The maximum number of pairs of alternatives: FTS5 accepts no choice within NEAR. */
const MOST_PAIRS = 100;

const printNear = (terms: readonly SearchTerm[], distance: number): string => {
  let choices: readonly (readonly string[])[] = [[]];
  for (const term of terms) {
    const ways = waysOf(term).map(printWay);
    choices = choices.flatMap((choice) => ways.map((way) => [...choice, way])).slice(0, MOST_PAIRS);
  }
  const printed = choices.map((choice) => `NEAR(${choice.join(' ')}, ${distance})`);
  return printed.length === 1 ? printed.join('') : `(${printed.join(' OR ')})`;
};

const printAll = (nodes: readonly SearchNode[]): readonly string[] | null => {
  const printed = nodes.map(indexQuery);
  return printed.includes(null) ? null : printed.flatMap((each) => each ?? []);
};

/** "a AND b AND NOT c" has the exclusions to the right of everything else. */
const printAnd = (nodes: readonly SearchNode[]): string | null => {
  const wanted = printAll(nodes.filter(({ kind }) => kind !== 'not'));
  const excluded = printAll(nodes.flatMap((node) => (node.kind === 'not' ? [node.node] : [])));
  if (wanted === null || excluded === null || wanted.length === 0) return null;
  const all = `(${wanted.join(' AND ')})`;
  return excluded.length === 0 ? all : `(${all} NOT (${excluded.join(' OR ')}))`;
};

/**
 * The query in the syntax of SQLite's FTS5 that finds exactly what `node` matches; null where a full-text index
 * cannot answer it: a condition, or everything without a word.
 */
export const indexQuery = (node: SearchNode): string | null => {
  switch (node.kind) {
    case 'term':
      return printTerm(node.term);
    case 'near':
      return printNear(node.terms, node.distance);
    case 'and':
      return printAnd(node.nodes);
    case 'or': {
      const printed = printAll(node.nodes);
      return printed && `(${printed.join(' OR ')})`;
    }
    default:
      return null;
  }
};

/** The words of an "and", without its conditions. */
const wordsOfAnd = (nodes: readonly SearchNode[]): string | null =>
  printAnd(
    nodes.filter(
      (node) => indexQuery(node) !== null || (node.kind === 'not' && indexQuery(node.node) !== null),
    ),
  );

/**
 * The query by which hits of `node` are ranked: that of its words, so that no more is ranked than is found; where
 * words cannot be separated from conditions, everything with one of the words. Null where there are none.
 */
export const rankQuery = (node: SearchNode): string | null => {
  const query = indexQuery(node) ?? (node.kind === 'and' ? wordsOfAnd(node.nodes) : null);
  if (query !== null) return query;
  const terms = wantedTerms(node);
  return terms.length === 0 ? null : terms.map(printTerm).join(' OR ');
};
