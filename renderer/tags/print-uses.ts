import type { TagRow } from '#domain/contract/tag.ts';
import { printCount } from '#domain/print-count.ts';

/** "82 uses (incl. sub-tags) · 43 direct" */
export const printUses = ({ ownCount, totalCount }: Pick<TagRow, 'ownCount' | 'totalCount'>): string =>
  ownCount === totalCount
    ? printCount(ownCount, 'use')
    : `${printCount(totalCount, 'use')} (incl. sub-tags) · ${ownCount.toLocaleString('en-GB')} direct`;
