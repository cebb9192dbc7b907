/** Values of conditions, read and written where they stand: in parentheses, in choices, wherever. */
import { type Lexeme, lexSearch } from '../language/lex-search.ts';
import { printClause } from './split-search.ts';

type ConditionLexeme = Extract<Lexeme, { readonly kind: 'condition' }>;

const conditionsIn = (text: string): readonly ConditionLexeme[] =>
  lexSearch(text).lexemes.filter((lexeme) => lexeme.kind === 'condition');

/** The values that conditions of a field have, wherever they stand in a search. */
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
