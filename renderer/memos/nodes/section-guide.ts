import type { SectionRole } from '#domain/memo/memo-content.ts';

/** What belongs into each part of the form, said in the empty part. An empty part is not printed. */
export const sectionGuide: Readonly<Record<SectionRole, string>> = {
  'bottom-line': 'The conclusion, in the first sentence.',
  'key-judgements': 'Each with its likelihood or confidence, and what it rests on. Type / for a judgement.',
  background: 'What the reader must know to follow. Type @ to cite a passage.',
  analysis: 'How the evidence leads to the judgements.',
  'so-what': 'What it means for this reader, and what can be done.',
  assumptions: 'What is taken as given, and which judgements hang on it.',
  alternatives: 'What else would explain the evidence.',
  'would-change': 'What, if seen, would overturn the judgements.',
  'change-since': 'What is new since the last product, or “Initial coverage.”',
  gaps: 'What is not known, and who could find out.',
  'source-summary': 'Strengths and weaknesses of the sources, the most important ones, what conflicts.',
  own: 'Own words.',
};
