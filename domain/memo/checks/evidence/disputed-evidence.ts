import { snippetOf } from '../../../search/snippet.ts';
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import type { Rule } from '../rule.ts';

const SNIPPET_LENGTH = 80;

/** A passage that was linked to a cited one contradicts or supersedes it, and the memo does not cite it. */
export const disputedEvidence: Rule = {
  level: 'warning',
  check: ({ material: { origins } }) =>
    (origins?.disputes ?? []).map(({ passageId, type, other }) => {
      const of = other.article === null ? '' : ` of ${inQuotationMarks(other.article)}`;
      const quote = inQuotationMarks(snippetOf(other.quote, [], SNIPPET_LENGTH));
      return {
        place: { kind: 'citation', passageId },
        message: `A passage${of} ${type} a cited one, and the memo does not cite it: ${quote}. By ICD 206 a source summary says what conflicts.`,
        subject: `${passageId} ${type} ${other.passageId}`,
      };
    }),
};
