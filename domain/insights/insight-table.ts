/**
 * Passages counted by two criteria: the data of every chart except the graph of contradictions, and of its table and
 * file. Each count can be searched for: the conditions of its row and its column, added to the search, find exactly
 * these passages.
 */
import { equalJson } from '../equal-json.ts';
import { type Clause, joinSearch, splitSearch } from '../search/split-search.ts';

/** A row or a column. */
export type InsightLine = {
  readonly id: string;
  readonly name: string;
  /** As short as the mark of an axis has room for. */
  readonly tick: string;
  /** The depth of a line below others, and the part of its name that those don't contain. */
  readonly depth: number;
  readonly ownName: string;
  /** A detail shown beside its name; null for none. */
  readonly detail: string | null;
  /** Whether it is the line for unknown values, which is outside of any scale. */
  readonly isUnknown: boolean;
  /** The conditions that find its passages; null if no search can express them. */
  readonly clauses: readonly Clause[] | null;
  /** How many passages, each once. */
  readonly count: number;
};

/** Passages that are in no row. */
export type LeftOut = {
  /** After the count: "have no tag". */
  readonly says: string;
  readonly count: number;
  readonly clauses: readonly Clause[] | null;
};

export type InsightTable = {
  /** What rows and columns stand for. */
  readonly rowName: string;
  readonly columnName: string;
  readonly rows: readonly InsightLine[];
  readonly columns: readonly InsightLine[];
  /** By row and column. A passage may be in several rows: one for each of its tags. */
  readonly cells: readonly (readonly number[])[];
  /** What finds the passages that it is about. */
  readonly clauses: readonly Clause[];
  /** How many it is about, each once, with those that are left out. */
  readonly count: number;
  readonly leftOut: readonly LeftOut[];
};

export const clause = (field: string, ...values: readonly string[]): Clause => ({
  field,
  values,
  isExcluded: false,
});
export const notClause = (field: string, ...values: readonly string[]): Clause => ({
  ...clause(field, ...values),
  isExcluded: true,
});

type Line = Pick<InsightLine, 'id' | 'name' | 'count'> & Partial<InsightLine>;

/** A line with defaults: a short name, no detail, and no conditions. */
export const insightLine = (line: Line): InsightLine => ({
  tick: line.name,
  depth: 0,
  ownName: line.name,
  detail: null,
  isUnknown: false,
  clauses: null,
  ...line,
});

type Asked = { readonly clauses: readonly Clause[] | null };

/** The search for what `text` and all of `asked` find; null if one of them can't be expressed. */
export const searchOf = (text: string, ...asked: readonly Asked[]): string | null => {
  if (asked.some(({ clauses }) => clauses === null)) return null;
  const { clauses, rest } = splitSearch(text);
  const all = [...clauses, ...asked.flatMap((each) => each.clauses ?? [])];
  const once = all.filter((one, at) => all.findIndex((other) => equalJson(one, other)) === at);
  return joinSearch({ clauses: once, rest });
};
