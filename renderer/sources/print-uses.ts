import type { SourceRow } from '#domain/contract/source.ts';
import { printCount } from '#domain/print-count.ts';

/** What the count beside a source is of, and how many articles it publishes: "14 passages · 9 articles". */
export const printUses = ({
  passageCount,
  articleCount,
}: Pick<SourceRow, 'passageCount' | 'articleCount'>): string =>
  [
    printCount(passageCount, 'passage'),
    ...(articleCount === 0 ? [] : [printCount(articleCount, 'article')]),
  ].join(' · ');
