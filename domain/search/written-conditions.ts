/** Adds, excludes and removes values of conditions in a search as it is written. */
import { foldName } from '../text/fold-text.ts';
import { parseNamePath, printNamePath } from '../tree/name-path.ts';
import { isLive, namePath, namesRecord, type Tree, type TreeRecord } from '../tree/record-tree.ts';
import { type Lexeme, lexSearch } from './language/lex-search.ts';
import { type Clause, joinSearch, printClause, splitSearch } from './split-search.ts';

/** What a search says of a value of a field. */
export type ValueState = 'asked' | 'excluded' | 'open';

const isSame = (a: string, b: string): boolean => foldName(a) === foldName(b);

const isOf = (field: string, isExcluded: boolean) => (clause: Clause) =>
  clause.field === field && clause.isExcluded === isExcluded;

const names = (clause: Clause, value: string): boolean => clause.values.some((each) => isSame(each, value));

/** The state of that value of the field in the search. */
export const stateOfValue = (text: string, field: string, value: string): ValueState => {
  const { clauses } = splitSearch(text);
  if (clauses.some((clause) => isOf(field, true)(clause) && names(clause, value))) return 'excluded';
  return clauses.some((clause) => isOf(field, false)(clause) && names(clause, value)) ? 'asked' : 'open';
};

const withoutValue = (clauses: readonly Clause[], field: string, value: string): readonly Clause[] =>
  clauses
    .map((clause) =>
      clause.field === field
        ? { ...clause, values: clause.values.filter((each) => !isSame(each, value)) }
        : clause,
    )
    .filter(({ values }) => values.length > 0);

const withValue = (clauses: readonly Clause[], field: string, value: string, isExcluded: boolean) => {
  const at = clauses.findIndex(isOf(field, isExcluded));
  if (at === -1) return [...clauses, { field, values: [value], isExcluded }];
  return clauses.map((clause, index) =>
    index === at ? { ...clause, values: [...clause.values, value] } : clause,
  );
};

/** The search with that state set for the value, and nothing else changed. */
export const setValue = (text: string, field: string, value: string, state: ValueState): string => {
  const { clauses, rest } = splitSearch(text);
  const others = withoutValue(clauses, field, value);
  const next = state === 'open' ? others : withValue(others, field, value, state === 'excluded');
  return joinSearch({ clauses: next, rest });
};

/** The search without the conditions of those fields. */
export const withoutFields = (text: string, isMeant: (clause: Clause) => boolean): string => {
  const { clauses, rest } = splitSearch(text);
  return joinSearch({ clauses: clauses.filter((clause) => !isMeant(clause)), rest });
};

/**
 * How a search names a live record and no other: the path of its names, or its id where that path may mean another too
 * or can't be written between quotation marks.
 */
export const nameInSearch = <T extends TreeRecord>(tree: Tree<T>, id: T['id']): string => {
  const path = printNamePath(namePath(tree, id));
  const typed = parseNamePath(path).map(foldName);
  const meant = [...tree.values()].filter((record) => isLive(record) && namesRecord(tree, record, typed));
  return meant.length === 1 && !/["“”„«»]/u.test(path) ? path : id;
};

/** Words of a search that match everything that begins with them, or only themselves. */

/** The search, each word of which is the beginning of one; phrases stay whole, and nothing in it is a condition. */
export const asBeginnings = (text: string): string =>
  lexSearch(text)
    .lexemes.map((lexeme) => {
      if (lexeme.kind === 'words' && lexeme.isQuoted) return `"${lexeme.text}"`;
      if (lexeme.kind === 'words' && lexeme.isExact) return lexeme.text;
      return lexeme.text
        .split(/[^\p{L}\p{N}\p{M}.]+/u)
        .filter((word) => /[\p{L}\p{N}]/u.test(word))
        .map((word) => `${word}*`)
        .join(' ');
    })
    .filter((part) => part !== '')
    .join(' ');

/** The search as it finds the same when it is no longer typed: its last word stays the beginning of one. */
export const finishTyped = (text: string): string => {
  const last = lexSearch(text).lexemes.at(-1);
  const isOpenEnded = last?.kind === 'words' && !last.isExact && !last.isPrefix && last.end === text.length;
  return isOpenEnded && /[\p{L}\p{N}\p{M}]$/u.test(text) ? `${text}*` : text.trim();
};

/** The search with every word of it meant letter by letter. */
export const asExact = (text: string): string =>
  lexSearch(text).lexemes.reduceRight(
    (exact, lexeme) =>
      lexeme.kind === 'words' && !lexeme.isExact
        ? `${exact.slice(0, lexeme.start)}=${exact.slice(lexeme.start)}`
        : exact,
    text,
  );

/** Values of conditions, read and changed in place: in parentheses, in alternatives, anywhere. */

type ConditionLexeme = Extract<Lexeme, { readonly kind: 'condition' }>;

const conditionsIn = (text: string): readonly ConditionLexeme[] =>
  lexSearch(text).lexemes.filter((lexeme) => lexeme.kind === 'condition');

/** The values that conditions on a field have, anywhere in a search. */
export const valuesOf = (text: string, field: string): readonly string[] =>
  conditionsIn(text).flatMap((condition) => (condition.field === field ? condition.values : []));

/** The search with other values in its conditions; all else of it stays as it is written. */
export const mapValues = (text: string, map: (field: string, value: string) => string): string =>
  conditionsIn(text).reduceRight((mapped, { field, values, start, end }) => {
    const others = values.map((value) => map(field, value));
    if (others.every((value, at) => value === values[at])) return mapped;
    const printed = printClause({ field, values: others, isExcluded: false });
    return mapped.slice(0, start) + printed + mapped.slice(end);
  }, text);
