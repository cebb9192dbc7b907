import { type EvidencePassage, evidenceBlock } from './evidence-block.ts';
import { formWordsFor } from './form/built-in-forms.ts';
import type { MemoSection } from './memo-content.ts';
import { wordsFor } from './print/printed-words.ts';

/** By what the evidence of a new memo is parted into sections. */
export const evidenceGroupings = ['tag', 'source'] as const;
export type EvidenceGrouping = (typeof evidenceGroupings)[number];

/** A passage under the name of its group; null for one that is in none. */
export type GroupedPassage = EvidencePassage & { readonly group: string | null };

const MAX_HEADING = 200;

/**
 * Passages as sections of evidence, one for each group by name, passages without a group last. Each is quoted
 * once. Headings are in the language of the memo (BCP 47).
 */
export const groupEvidence = (
  passages: readonly GroupedPassage[],
  grouping: EvidenceGrouping,
  language: string,
): readonly MemoSection[] => {
  const { evidence, without } = formWordsFor(language);
  const { sign } = wordsFor(language);
  const lead = `${evidence}${sign.colon}${sign.gap}`;
  const named = [...new Set(passages.flatMap(({ group }) => group ?? []))].sort((a, b) =>
    a.localeCompare(b, 'en'),
  );
  return [...named, null].flatMap((group) => {
    const content = passages.filter((passage) => passage.group === group).map(evidenceBlock);
    const heading = `${lead}${group ?? without[grouping]}`.slice(0, MAX_HEADING).trim();
    return content.length === 0 ? [] : [{ type: 'section', attrs: { role: 'own', heading }, content }];
  });
};
