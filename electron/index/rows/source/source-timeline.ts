import { chronologyFlags } from '#domain/contract/event.ts';
import type { OverMonths, SourceTimeline } from '#domain/contract/source-page.ts';
import { civilDay } from '#domain/dates/when/edtf.ts';
import type { SourceId } from '#domain/ids.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { chronology } from '../event/chronology.ts';
import { findWithin } from '../passage/passage-rows.ts';
import { memosOnSource } from './memos-on-source.ts';

const createMonths = () => {
  const byMonth = new Map<number, { count: number; inferred: number }>();
  let total = 0;
  return {
    /** The month is null for an entry without a date. */
    add(month: number | null, isInferred = false): void {
      total += 1;
      if (month === null) return;
      const counted = byMonth.get(month) ?? { count: 0, inferred: 0 };
      counted.count += 1;
      counted.inferred += isInferred ? 1 : 0;
      byMonth.set(month, counted);
    },
    made(): OverMonths {
      const sorted = [...byMonth].sort(([a], [b]) => a - b);
      return {
        months: sorted.map(([month]) => month),
        counts: sorted.map(([, { count }]) => count),
        inferred: sorted.map(([, { inferred }]) => inferred),
        total,
      };
    },
  };
};

/** The date of an article begins with its year and month, whatever its precision. */
const monthOf = (publishedAt: string | null): number | null =>
  publishedAt === null ? null : Number(publishedAt.slice(0, 4)) * 12 + Number(publishedAt.slice(5, 7)) - 1;

const passagesOver = (state: CatalogueState, filter: PassageFilter): OverMonths => {
  const months = createMonths();
  for (const { article } of findWithin(state, filter)) months.add(monthOf(article.bibliography.publishedAt));
  return months.made();
};

const eventsOver = (state: CatalogueState, concernedId: SourceId): OverMonths => {
  const months = createMonths();
  const { firstDays, flags } = chronology(state, { text: '', concernedId });
  firstDays.forEach((number, at) => {
    const { year, month } = civilDay(number);
    const isInferred = ((flags[at] ?? 0) & chronologyFlags.isInferred) !== 0;
    months.add(Number.isFinite(number) ? year * 12 + month - 1 : null, isInferred);
  });
  return months.made();
};

/** The passages said by and about a source and those below it, and the events that concern them, month by month. */
export const sourceTimeline = (state: CatalogueState, sourceId: SourceId): SourceTimeline => ({
  says: passagesOver(state, { sourceId }),
  spokenOf: passagesOver(state, { concernedId: sourceId }),
  events: eventsOver(state, sourceId),
  memoCount: memosOnSource(state, { sourceId, text: '' }).length,
});
