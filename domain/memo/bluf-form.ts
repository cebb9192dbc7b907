import type { SectionRole } from './memo-content.ts';

/** The BLUF form (TRADECRAFT: bottom line up front) in its order, with the headings that a reader sees. */
export const blufForm: readonly { readonly role: SectionRole; readonly heading: string }[] = [
  { role: 'bottom-line', heading: 'Bottom line' },
  { role: 'key-judgements', heading: 'Key judgements' },
  { role: 'background', heading: 'Background' },
  { role: 'analysis', heading: 'Analysis' },
  { role: 'so-what', heading: 'So what' },
  { role: 'assumptions', heading: 'Assumptions' },
  { role: 'alternatives', heading: 'Alternatives' },
  { role: 'would-change', heading: 'What would change this' },
  { role: 'change-since', heading: 'Change since' },
  { role: 'gaps', heading: 'Gaps' },
  { role: 'source-summary', heading: 'Source summary statement' },
];

/** What stands under "Change since" in the first memo on a matter. */
export const INITIAL_COVERAGE = 'Initial coverage.';

/** The heading under which evidence stands in a new memo. */
export const EVIDENCE_HEADING = 'Evidence';
