/** Values that are asked for, left out and taken back, in a search as it is written. */
import { foldName } from '../../text/fold-text.ts';
import { type Clause, joinSearch, splitSearch } from './split-search.ts';

/** What a search says of a value of a field. */
export type ValueState = 'asked' | 'excluded' | 'open';

const isSame = (a: string, b: string): boolean => foldName(a) === foldName(b);

const isOf = (field: string, isExcluded: boolean) => (clause: Clause) =>
  clause.field === field && clause.isExcluded === isExcluded;

const names = (clause: Clause, value: string): boolean => clause.values.some((each) => isSame(each, value));

/** What the search says of that value of the field. */
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

/** The search with that said of the value, and nothing else of it. */
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
