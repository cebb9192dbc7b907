/**
 * A search as chips and words: independent conditions are taken out of the text, and put in front of it again. The
 * text is what is stored and executed; chips are another view of it.
 *
 * A condition is independent where every result has to meet it: outside of parentheses, joined to the rest by AND,
 * written or not. In a search with alternatives (OR), none is.
 */
import { readCondition } from './language/condition.ts';
import { type Lexeme, lexSearch } from './language/lex-search.ts';

/** An independent condition, with its values as they were written. */
export type Clause = {
  readonly field: string;
  readonly values: readonly string[];
  /** Whether what meets it is left out. */
  readonly isExcluded: boolean;
};

export type SplitSearch = { readonly clauses: readonly Clause[]; readonly rest: string };

type Span = { readonly start: number; readonly end: number };
type Found = Clause & Span;

/** The lexemes outside of parentheses, each with its index among all of them. */
const outside = (lexemes: readonly Lexeme[]): readonly (Lexeme & { readonly at: number })[] => {
  let depth = 0;
  return lexemes.flatMap((lexeme, at) => {
    if (lexeme.kind === 'open') depth += 1;
    const isOutside = depth === 0;
    if (lexeme.kind === 'close') depth = Math.max(0, depth - 1);
    return isOutside ? [{ ...lexeme, at }] : [];
  });
};

const isOperator = (lexeme: Lexeme | undefined, name: string): boolean =>
  lexeme?.kind === 'operator' && lexeme.name === name;

/** Whether the search has alternatives at its top level. */
const hasChoice = (lexemes: readonly Lexeme[]): boolean =>
  outside(lexemes).some(
    (lexeme) => isOperator(lexeme, 'OR') && lexeme.at > 0 && lexeme.at < lexemes.length - 1,
  );

const excludes = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'minus' || isOperator(lexeme, 'NOT');

const isOperand = (lexeme: Lexeme | undefined): boolean => {
  if (lexeme === undefined || lexeme.kind === 'operator' || lexeme.kind === 'minus') return false;
  return lexeme.kind !== 'words' || /[\p{L}\p{N}]/u.test(lexeme.text);
};

/** Whether an operator beside a condition makes it part of a larger expression, or joins nothing. */
const isBound = (lexemes: readonly Lexeme[], first: number, last: number): boolean => {
  const [before, after] = [lexemes[first - 1], lexemes[last + 1]];
  if (isOperator(before, 'AND')) {
    if (!isOperand(lexemes[first - 2])) return true;
  } else if (before?.kind === 'operator' || before?.kind === 'minus') return true;
  if (!isOperator(after, 'AND')) return isOperator(after, 'OR') || isOperator(after, 'NEAR');
  const next = lexemes[last + 2];
  return !isOperand(next) && !excludes(next);
};

/** The span from `first` to `last` with the AND that joins it to the rest. */
const joinedSpan = (lexemes: readonly Lexeme[], first: number, last: number): Span => {
  const [before, after] = [lexemes[first - 1], lexemes[last + 1]];
  const isJoinedBefore = isOperator(before, 'AND');
  const from = isJoinedBefore ? before : lexemes[first];
  const to = isOperator(after, 'AND') && !isJoinedBefore ? after : lexemes[last];
  return { start: from?.start ?? 0, end: to?.end ?? 0 };
};

/** The condition at that index, where it is independent. */
const clauseAt = (lexemes: readonly Lexeme[], at: number): Found | null => {
  const lexeme = lexemes[at];
  if (lexeme?.kind !== 'condition') return null;
  const condition = readCondition(lexeme.field, lexeme.values);
  if (condition === null) return null;
  const isExcluded = excludes(lexemes[at - 1]);
  const first = isExcluded ? at - 1 : at;
  if (isBound(lexemes, first, at)) return null;
  // By the one name of its field, of several that it may be typed by: "speaker" is "source".
  return { field: condition.field, values: lexeme.values, isExcluded, ...joinedSpan(lexemes, first, at) };
};

/** The text without the spans; a span between words leaves one space. */
const cut = (text: string, spans: readonly Span[]): string => {
  let [kept, from] = ['', 0];
  for (const { start, end } of spans) {
    const before = text.slice(from, start);
    kept += kept === '' ? before.trimStart() : before;
    from = end;
    if (/(?:^|\s)$/u.test(kept)) from += /^\s*/u.exec(text.slice(from))?.[0].length ?? 0;
  }
  return spans.length === 0 ? text : kept + text.slice(from);
};

/** Whether the first parenthesis is closed by the last, and by none before. */
const isInOnePair = (lexemes: readonly Lexeme[]): boolean => {
  let depth = 0;
  return lexemes.every(({ kind }, at) => {
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    return at === lexemes.length - 1 ? kind === 'close' && depth === 0 : depth > 0;
  });
};

/** The alternatives in the one pair of parentheses around a whole text; null where there are none. */
const unwrap = (text: string): string | null => {
  const { lexemes } = lexSearch(text);
  const [first] = lexemes;
  const last = lexemes.at(-1);
  if (first === undefined || last === undefined || !isInOnePair(lexemes)) return null;
  const inner = text.slice(first.end, last.start);
  return hasChoice(lexSearch(inner).lexemes) ? inner : null;
};

/**
 * The independent conditions of a search, and the text without them. A condition that the caret touches (an offset
 * in UTF-16 units) is still being written and stays in the text.
 */
export const splitSearch = (text: string, caret: number | null = null): SplitSearch => {
  const { lexemes } = lexSearch(text);
  if (hasChoice(lexemes)) return { clauses: [], rest: text };
  const found = outside(lexemes).flatMap(({ at }) => {
    const clause = clauseAt(lexemes, at);
    const isWritten = clause !== null && caret !== null && caret >= clause.start && caret <= clause.end;
    return clause === null || isWritten ? [] : [clause];
  });
  const rest = cut(text, found);
  const clauses = found.map(({ field, values, isExcluded }) => ({ field, values, isExcluded }));
  return { clauses, rest: clauses.length === 0 ? rest : (unwrap(rest) ?? rest) };
};

const QUOTES = /["“”„«»]/gu;

const printValue = (value: string): string => {
  const unquoted = value.replace(QUOTES, '');
  return unquoted !== value || /[\s(),]/u.test(value) ? `"${unquoted}"` : value;
};

/** A condition as it is written in a search; nothing where it has no value. */
export const printClause = ({ field, values, isExcluded }: Clause): string =>
  values.length === 0 ? '' : `${isExcluded ? '-' : ''}${field}:${values.map(printValue).join(',')}`;

/** The text of conditions and words; the words stay last, so that the one that is being typed does too. */
export const joinSearch = ({ clauses, rest }: SplitSearch): string => {
  const printed = clauses.map(printClause).filter((clause) => clause !== '');
  if (printed.length === 0) return rest;
  return `${printed.join(' ')} ${hasChoice(lexSearch(rest).lexemes) ? `(${rest})` : rest.trimStart()}`;
};
