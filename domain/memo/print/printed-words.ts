/**
 * The words that a memo prints and nobody wrote into it, by their names. One table: all writers and the templates of
 * the PDF take their words from here. The doctrine's own wording of grades, terms and labels stands in
 * `domain/tradecraft`, the sentences of "How to read this memo" in `domain/memo/export/key-entries.ts`; they are in the
 * same language.
 */

/** The language of these words (BCP 47): in a memo that is written in another one they are said to be in it. */
export const PRINTED_LANGUAGE = 'en-GB';

export const printedWords = {
  /** The lines of the head. */
  head: {
    for: 'For',
    from: 'From',
    period: 'Period',
    asOf: 'As of',
    reference: 'Ref.',
    state: 'State',
    handling: 'Handling',
    restrictions: 'Restrictions',
    distribution: 'Distribution',
    copy: 'Copy',
  },
  /** The headings of what stands around the sections. */
  part: {
    contents: 'Contents',
    followUp: 'Follow-up',
    sources: 'Sources',
    key: 'How to read this memo',
    annex: 'Annex: passages in their paragraphs',
    annexOfSearch: 'Annex: passages of',
    copies: 'Annex: copies cited',
    sent: 'Annex: record of sending',
  },
  /** What stands on every page. */
  page: {
    page: 'Page',
    of: 'of',
    furtherRestrictions: 'Further restrictions: see the first page.',
  },
  /** What a memo is beside its content. */
  status: {
    draft: 'DRAFT',
    inReview: 'IN REVIEW',
    update: 'UPDATE',
    correction: 'CORRECTION',
    withdrawal: 'WITHDRAWAL',
    superseded: 'SUPERSEDED',
    corrected: 'CORRECTED',
    withdrawn: 'WITHDRAWN',
    draftWithin: 'draft',
    notForCitation: 'not for citation',
    by: 'by',
    of: 'of',
  },
  /** What a cross reference says before the number of what it points at. */
  reference: {
    judgement: 'Judgement',
    paragraph: 'paragraph',
    missing: '[reference missing]',
  },
  judgement: {
    confidence: 'Confidence:',
    assumes: 'Assumes:',
    wouldChange: 'Would change if:',
  },
  likelihood: {
    terms: 'Likelihood terms',
    darkIsUsed: 'Dark: used in this memo.',
    sameBand: 'Terms of the same range mean the same.',
    perCent: 'per cent',
  },
  task: {
    number: 'No.',
    task: 'Task',
    owner: 'Owner',
    due: 'Due',
    done: '(done)',
    allDone: 'Tasks done',
    someDone: 'Tasks',
    noneDone: 'Open tasks',
  },
  /** The annex that names the copies. */
  copy: { source: 'Source', hash: 'SHA-256 of the stored text', imported: 'Imported' },
  /** What was sent, by which it is known again. */
  sent: { memo: 'Memo', hash: 'SHA-256 of what was sent and what was sent before it' },
  table: { table: 'Table', source: 'Source:' },
  figure: {
    figure: 'Figure',
    source: 'Source:',
    picture: 'Picture',
    notDescribed: 'not described',
    missingBefore: 'picture of figure',
    missingAfter: 'missing',
  },
  /** A citation as it is heard: "Source 1, page 14, paragraph 8"; and the line below a quotation. */
  citation: {
    source: 'Source',
    page: 'page',
    paragraph: 'paragraph',
    shortPage: 'p.',
    shortParagraph: 'para.',
    quotedIn: 'quoted in',
    paraphrasedIn: 'paraphrased in',
    citedIn: 'cited in',
    ownReporting: 'own reporting',
    unattributed: 'unattributed',
    onBackground: 'on background',
    unnamed: 'unnamed',
    via: 'via',
    notGraded: 'Not graded',
    evidenceMissing: '[evidence missing]',
    footnote: 'Footnote',
    backToText: 'Back to the text',
  },
  /** The list of sources. */
  source: {
    untitledArticle: 'Untitled article',
    anUntitledArticle: 'an untitled article',
    untitled: 'untitled',
    undated: 'undated',
    inferred: '(inferred)',
    accessed: 'accessed',
    reliability: 'Reliability',
    gone: 'This article is no longer in the archive.',
    version: 'version',
    copy: 'copy',
    of: 'of',
  },
  annex: {
    shortened: 'Shortened in the memo:',
    gradedThen: 'Graded when it was sent:',
    note: 'Note:',
    hash: 'SHA-256 of the quoted words:',
    notShown: 'Not shown:',
    changed: 'The passage was changed after it was cited: its words are not shown.',
    citedOnPaper: 'Dark on grey',
    citedInHtml: 'Marked',
    citedInMarkdown: 'Bold',
    between: 'Between',
    and: 'and',
    lead: 'the words cited. The rest is the paragraph as stored. Nothing is changed; […] stands for words of a long paragraph that are not shown.',
  },
  /** The heads of the tables of the key. */
  key: {
    term: 'Term',
    range: 'Range',
    level: 'Level',
    meaning: 'Meaning',
    letter: 'Letter',
    source: 'Source',
    digit: 'Digit',
    whatItSays: 'What it says',
    label: 'Label',
    for: 'For',
  },
  date: {
    to: 'to',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
} as const;

/** Whether a memo in `language` is written in that of the printed words, so that nothing of them is to be said. */
export const isInPrintedLanguage = (language: string): boolean =>
  language.toLowerCase().split('-')[0] === PRINTED_LANGUAGE.split('-')[0];
