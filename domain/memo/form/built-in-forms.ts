/**
 * The forms that Precis comes with, after the standards of the field: the bottom line up front and the elements of an
 * analytic product (ICD 203, ICD 206), the situation report with the same headings in every issue, the annex of
 * evidence, the paper for a decision, and the note on one article. The words of the prompts are our own.
 */

import type { BuiltInFormId } from './built-in-form-ids.ts';
import type { Form, FormSection } from './form.ts';
import { USUAL_NUMBERING } from './numbering.ts';

/** The heading under which evidence stands in a new memo. */
export const EVIDENCE_HEADING = 'Evidence';

/** What stands under "Change since" in the first memo on a matter. */
const INITIAL_COVERAGE = 'Initial coverage.';

/** What a situation report prints under a heading where there is nothing new (house style). */
const NO_CHANGE = 'No change.';

type Said = Pick<FormSection, 'heading' | 'prompt'> &
  Partial<Pick<FormSection, 'role' | 'isRequired' | 'startsWith' | 'whenEmpty'>>;

const section = (said: Said): FormSection => ({
  role: 'own',
  whenEmpty: '',
  isRequired: false,
  startsWith: '',
  ...said,
});

/** A section of a report that has the same headings in every issue. */
const standing = (said: Said): FormSection => section({ whenEmpty: NO_CHANGE, ...said });

const usual: Omit<Form, 'name' | 'sections'> = {
  skippedRules: [],
  requiredFields: ['for', 'from'],
  numbering: USUAL_NUMBERING,
  language: 'en',
  letterhead: '',
  logo: null,
  printsKey: true,
  printsAnnex: false,
};

const sourceSummary = section({
  role: 'source-summary',
  heading: 'Source summary statement',
  prompt: 'Strengths and weaknesses of the sources, the most important ones, and conflicts.',
});

const gaps = section({
  role: 'gaps',
  heading: 'Gaps',
  prompt: 'What is not known, and who could find out.',
});

const bluf: Form = {
  ...usual,
  name: 'BLUF',
  sections: [
    section({
      role: 'bottom-line',
      heading: 'Bottom line',
      prompt: 'The conclusion, in the first sentence.',
    }),
    section({
      role: 'key-judgements',
      heading: 'Key judgements',
      prompt: 'Each with its likelihood or confidence, and what it rests on. Type / for a judgement.',
    }),
    section({
      role: 'background',
      heading: 'Background',
      prompt: 'What the reader must know to follow. Type @ to cite a passage.',
    }),
    section({
      role: 'analysis',
      heading: 'Analysis',
      prompt: 'How the evidence leads to the judgements.',
    }),
    section({
      role: 'so-what',
      heading: 'So what',
      prompt: 'What it means for this reader, and what can be done.',
    }),
    section({
      role: 'assumptions',
      heading: 'Assumptions',
      prompt: 'What is taken as given, and which judgements depend on it.',
    }),
    section({
      role: 'alternatives',
      heading: 'Alternatives',
      prompt: 'What else would explain the evidence.',
    }),
    section({
      role: 'would-change',
      heading: 'What would change this',
      prompt: 'What, if seen, would overturn the judgements.',
    }),
    section({
      role: 'change-since',
      heading: 'Change since',
      prompt: 'What is new since the last product, or “Initial coverage.”',
      startsWith: INITIAL_COVERAGE,
    }),
    gaps,
    sourceSummary,
  ],
};

const sitrep: Form = {
  ...usual,
  name: 'SITREP',
  requiredFields: ['for', 'from', 'period'],
  numbering: 'SR-{year}-{nn}',
  sections: [
    standing({
      role: 'bottom-line',
      heading: 'Highlights',
      prompt: 'What a reader who stops here must know, the most important first.',
    }),
    standing({ heading: 'Situation', prompt: 'How things stand now, by place or by actor.' }),
    standing({ heading: 'Changes since last', prompt: 'What differs from the last report.' }),
    standing({ heading: 'Response', prompt: 'What was done, by whom, with what effect.' }),
    standing({ role: 'gaps', heading: 'Gaps', prompt: gaps.prompt }),
    standing({
      role: 'key-judgements',
      heading: 'Outlook',
      prompt: 'What to expect until the next report, each with its likelihood. Type / for a judgement.',
    }),
    standing({ heading: 'Actions', prompt: 'What is to be done, who does it, and by when.' }),
  ],
};

const decision: Form = {
  ...usual,
  name: 'Decision memo',
  sections: [
    section({
      role: 'bottom-line',
      heading: 'Recommendation',
      prompt: 'What to decide, in one sentence, and the main reason.',
      isRequired: true,
    }),
    section({
      heading: 'Issue',
      prompt: 'What has to be decided, by whom, and by when.',
      isRequired: true,
    }),
    section({
      role: 'background',
      heading: 'Background',
      prompt: 'What the reader must know to decide. Type @ to cite a passage.',
    }),
    section({
      heading: 'Options',
      prompt: 'Each option, doing nothing too: what speaks for it and what against. Type / for a table.',
      isRequired: true,
    }),
    section({
      role: 'key-judgements',
      heading: 'Judgements it rests on',
      prompt: 'What is likely under which option, and with what confidence. Type / for a judgement.',
    }),
    section({ heading: 'Risks', prompt: 'What can go wrong, how it would be noticed, what would limit it.' }),
    section({ heading: 'Next steps', prompt: 'What follows from the decision: who, what, by when.' }),
    sourceSummary,
  ],
};

const readingNote: Form = {
  ...usual,
  name: 'Reading note',
  numbering: 'RN-{year}-{nnn}',
  requiredFields: [],
  printsKey: false,
  sections: [
    section({
      role: 'bottom-line',
      heading: 'What it says',
      prompt: 'The point of the article in two or three sentences, in your own words.',
      isRequired: true,
    }),
    section({
      heading: 'What is new',
      prompt: 'What was not known before, or differs from what others say.',
    }),
    section({
      heading: 'What it is worth',
      prompt: 'Who says it, how they know, what speaks against it; what it does not say.',
    }),
    section({ heading: 'What to do', prompt: 'Whom to tell, what to follow up, what to check.' }),
  ],
};

const evidenceAnnex: Form = {
  ...usual,
  name: 'Evidence annex',
  numbering: 'EA-{year}-{nnn}',
  requiredFields: [],
  skippedRules: ['long-quotation'],
  sections: [
    section({
      heading: 'Scope',
      prompt: 'What was collected, from where, up to when, and for which memo.',
      isRequired: true,
    }),
    section({
      heading: EVIDENCE_HEADING,
      prompt: 'The passages, each with its grade and source. Type @ to cite one.',
      isRequired: true,
    }),
    gaps,
    sourceSummary,
  ],
};

const blank: Form = {
  ...usual,
  name: 'Blank',
  requiredFields: [],
  printsKey: false,
  sections: [section({ heading: 'Text', prompt: 'Begin to write. Type @ to cite a passage.' })],
};

export const builtInForms: Readonly<Record<BuiltInFormId, Form>> = {
  bluf,
  sitrep,
  decision,
  'reading-note': readingNote,
  'evidence-annex': evidenceAnnex,
  blank,
};

/** What is said in an empty section of a memo that keeps no words of its form. */
export const promptOfRole = (role: FormSection['role']): string =>
  bluf.sections.find((each) => each.role === role)?.prompt ?? 'Own words.';
