/** Conditions that are added to a search, and taken out of it, as it is written. */
import { foldName } from '../../text/fold-text.ts';
import { type Lexeme, lexSearch } from './lex-search.ts';

type ConditionLexeme = Extract<Lexeme, { readonly kind: 'condition' }>;

/** The first condition of that field that is not excluded. */
const conditionIn = (text: string, field: string): ConditionLexeme | null => {
  const { lexemes } = lexSearch(text);
  const at = lexemes.findIndex(
    (lexeme, index) =>
      lexeme.kind === 'condition' && lexeme.field === field && lexemes[index - 1]?.kind !== 'minus',
  );
  return (lexemes[at] as ConditionLexeme | undefined) ?? null;
};

const isSame = (a: string, b: string): boolean => foldName(a) === foldName(b);

const printValue = (value: string): string =>
  /[\s(),"“”„«»]/u.test(value) ? `"${value.replace(/["“”„«»]/gu, '')}"` : value;

const printCondition = (field: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `${field}:${values.map(printValue).join(',')}`;

/** Whether the search asks for that value of the field. */
export const asksFor = (text: string, field: string, value: string): boolean =>
  conditionIn(text, field)?.values.some((each) => isSame(each, value)) ?? false;

/**
 * The search with that value asked for; where it was asked for, without it. A new condition comes first, so that the
 * word that is still being typed stays the last.
 */
export const toggleValue = (text: string, field: string, value: string): string => {
  const known = conditionIn(text, field);
  if (known === null) return `${printCondition(field, [value])} ${text.trimStart()}`;
  const rest = known.values.filter((each) => !isSame(each, value));
  const values = rest.length === known.values.length ? [...rest, value] : rest;
  return text.replace(known.text, () => printCondition(field, values)).trimStart();
};
