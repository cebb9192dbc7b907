import { type EvidencePassage, evidenceBlock } from './evidence-block.ts';
import { EVIDENCE_HEADING } from './form/built-in-forms.ts';
import type { MemoSection } from './memo-content.ts';

/** By what the evidence of a new memo is parted into sections. */
export const evidenceGroupings = ['tag', 'source'] as const;
export type EvidenceGrouping = (typeof evidenceGroupings)[number];

/** A passage under the name of its group; null for one that is in none. */
export type GroupedPassage = EvidencePassage & { readonly group: string | null };

const MAX_HEADING = 200;

const withoutGroup: Readonly<Record<EvidenceGrouping, string>> = {
  tag: 'without a tag',
  source: 'without a named source',
};

const headingOf = (name: string): string => `${EVIDENCE_HEADING}: ${name}`.slice(0, MAX_HEADING).trim();

/** Passages as sections of evidence, one for each group by name, what is in no group last. Each is quoted once. */
export const groupEvidence = (
  passages: readonly GroupedPassage[],
  grouping: EvidenceGrouping,
): readonly MemoSection[] => {
  const named = [...new Set(passages.flatMap(({ group }) => group ?? []))].sort((a, b) =>
    a.localeCompare(b, 'en'),
  );
  return [...named, null].flatMap((group) => {
    const content = passages.filter((passage) => passage.group === group).map(evidenceBlock);
    const heading = headingOf(group ?? withoutGroup[grouping]);
    return content.length === 0 ? [] : [{ type: 'section', attrs: { role: 'own', heading }, content }];
  });
};
