import type { FormWords } from './form-words.ts';

export const english: FormWords = {
  evidence: 'Evidence',
  without: { tag: 'without a tag', source: 'without a named source' },
  initialCoverage: 'Initial coverage.',
  noChange: 'No change.',
  type: {
    judgement: 'Type / for a judgement.',
    table: 'Type / for a table.',
    passage: 'Type @ to cite a passage.',
  },
  gaps: ['Gaps', 'What is not known, and who could find out.'],
  sourceSummary: [
    'Source summary statement',
    'Strengths and weaknesses of the sources, the most important ones, and conflicts.',
  ],
  bluf: {
    bottomLine: ['Bottom line', 'The conclusion, in the first sentence.'],
    judgements: ['Key judgements', 'Each with its likelihood or confidence, and what it rests on.'],
    background: ['Background', 'What the reader must know to follow.'],
    analysis: ['Analysis', 'How the evidence leads to the judgements.'],
    soWhat: ['So what', 'What it means for this reader, and what can be done.'],
    assumptions: ['Assumptions', 'What is taken as given, and which judgements depend on it.'],
    alternatives: ['Alternatives', 'What else would explain the evidence.'],
    wouldChange: ['What would change this', 'What, if seen, would overturn the judgements.'],
    changeSince: ['Change since', 'What is new since the last product, or “Initial coverage.”'],
  },
  sitrep: {
    highlights: ['Highlights', 'What a reader who stops here must know, the most important first.'],
    situation: ['Situation', 'How things stand now, by place or by actor.'],
    changes: ['Changes since last', 'What differs from the last report.'],
    response: ['Response', 'What was done, by whom, with what effect.'],
    outlook: ['Outlook', 'What to expect until the next report, each with its likelihood.'],
    actions: ['Actions', 'What is to be done, who does it, and by when.'],
  },
  decision: {
    recommendation: ['Recommendation', 'What to decide, in one sentence, and the main reason.'],
    issue: ['Issue', 'What has to be decided, by whom, and by when.'],
    background: ['Background', 'What the reader must know to decide.'],
    options: ['Options', 'Each option, doing nothing too: what speaks for it and what against.'],
    judgements: ['Judgements it rests on', 'What is likely under which option, and with what confidence.'],
    risks: ['Risks', 'What can go wrong, how it would be noticed, what would limit it.'],
    nextSteps: ['Next steps', 'What follows from the decision: who, what, by when.'],
  },
  readingNote: {
    says: ['What it says', 'The point of the article in two or three sentences, in your own words.'],
    isNew: ['What is new', 'What was not known before, or differs from what others say.'],
    worth: ['What it is worth', 'Who says it, how they know, what speaks against it; what it does not say.'],
    toDo: ['What to do', 'Whom to tell, what to follow up, what to check.'],
  },
  annex: {
    scope: ['Scope', 'What was collected, from where, up to when, and for which memo.'],
    evidence: 'The passages, each with its grade and source.',
  },
  blank: ['Text', 'Begin to write.'],
};
