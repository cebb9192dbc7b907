/**
 * Passages counted by two things: what every chart but the graph of contradictions shows, and what its table and its
 * file hold. Each count can be asked for: the conditions of its row and its column, beside the search, find just these
 * passages.
 */
import { equalJson } from '../equal-json.ts';
import { type Clause, joinSearch, splitSearch } from '../search/split-search.ts';

/** A row or a column. */
export type InsightLine = {
  readonly id: string;
  readonly name: string;
  /** As short as the mark of an axis has room for. */
  readonly tick: string;
  /** How many lines it stands below, each below the one before it; and what of its name those don't say. */
  readonly depth: number;
  readonly ownName: string;
  /** What is known of it beside its name; null where nothing is. */
  readonly detail: string | null;
  /** Whether it holds those of which something is not known, and stands in no scale. */
  readonly isUnknown: boolean;
  /** What finds its passages; null where a search has no words for it. */
  readonly clauses: readonly Clause[] | null;
  /** How many passages, each once. */
  readonly count: number;
};

/** Passages that stand in no row. */
export type LeftOut = {
  /** After the count: "have no tag". */
  readonly says: string;
  readonly count: number;
  readonly clauses: readonly Clause[] | null;
};

export type InsightTable = {
  /** What a row is, and what a column is. */
  readonly rowName: string;
  readonly columnName: string;
  readonly rows: readonly InsightLine[];
  readonly columns: readonly InsightLine[];
  /** By row and column. A passage may stand in several rows: in one for each of its tags. */
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

/** A line with what is usual: a name that is short, nothing beside it, and no words of a search. */
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

/** The search for what is found by `text` and by all of `asked`; null where one of them can't be asked for. */
export const searchOf = (text: string, ...asked: readonly Asked[]): string | null => {
  if (asked.some(({ clauses }) => clauses === null)) return null;
  const { clauses, rest } = splitSearch(text);
  const all = [...clauses, ...asked.flatMap((each) => each.clauses ?? [])];
  const once = all.filter((one, at) => all.findIndex((other) => equalJson(one, other)) === at);
  return joinSearch({ clauses: once, rest });
};
