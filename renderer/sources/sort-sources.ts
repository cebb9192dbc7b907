import type { SourceRow } from '#domain/contract/source.ts';
import { sourceKinds } from '#domain/source/source.ts';
import type { Reliability } from '#domain/tradecraft/reliability.ts';
import { type ColumnOrder, pressColumnHead } from '#renderer/ui/collections/column-order.ts';

export const sourceColumns = ['name', 'kind', 'reliability', 'passages', 'about', 'lastUsed'] as const;
export type SourceColumn = (typeof sourceColumns)[number];
export type SourceOrder = ColumnOrder<SourceColumn>;

export const columnNames: Readonly<Record<SourceColumn, string>> = {
  name: 'Name',
  kind: 'Kind',
  reliability: 'Reliability',
  passages: 'Passages',
  about: 'Mentioned',
  lastUsed: 'Last used',
};

/** The first press sorts by the most passages or the latest use, which is what one looks for. */
const startsDescending: ReadonlySet<SourceColumn> = new Set(['passages', 'about', 'lastUsed']);

export const pressColumn = (order: SourceOrder, column: SourceColumn): SourceOrder =>
  pressColumnHead(order, column, startsDescending);

const byName = (a: SourceRow, b: SourceRow): number => a.name.localeCompare(b.name, 'en', { numeric: true });

/** F means unknown, not worst: it is sorted separately, before sources without a letter. */
const isKnown = (letter: Reliability | null): letter is Reliability => letter !== null && letter !== 'F';
const unknownRank = (letter: Reliability | null): number => (letter === 'F' ? 0 : 1);

const compareReliability = (a: SourceRow, b: SourceRow, sign: number): number => {
  const [one, other] = [a.reliability, b.reliability];
  if (isKnown(one) && isKnown(other)) return sign * one.localeCompare(other, 'en');
  if (isKnown(one) || isKnown(other)) return isKnown(one) ? -1 : 1;
  return unknownRank(one) - unknownRank(other);
};

/** Never used sources are last in either order. */
const compareUse = ({ lastUsedAt: a }: SourceRow, { lastUsedAt: b }: SourceRow, sign: number): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a === b ? 0 : sign * (a < b ? -1 : 1);
};

type Compare = (a: SourceRow, b: SourceRow, sign: number) => number;

const compares: Readonly<Record<SourceColumn, Compare>> = {
  name: (a, b, sign) => sign * byName(a, b),
  kind: (a, b, sign) => sign * (sourceKinds.indexOf(a.kind) - sourceKinds.indexOf(b.kind)),
  reliability: compareReliability,
  passages: (a, b, sign) => sign * (a.passageCount - b.passageCount),
  about: (a, b, sign) => sign * (a.aboutCount - b.aboutCount),
  lastUsed: compareUse,
};

/** The rows in that order; equal ones by name. */
export const sortSources = (
  rows: readonly SourceRow[],
  { by, isDescending }: SourceOrder,
): readonly SourceRow[] => {
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => compares[by](a, b, sign) || byName(a, b));
};
