import { englishMakers } from '../../../translation/print-translation.ts';

/**
 * The words that Precis adds to a printed memo, in English. The other languages of this folder have the shape of
 * this one: a missing entry does not compile. The doctrine's own wording of grades, terms and labels is in
 * `domain/tradecraft` and stays in English (see `doctrine-words.ts`), unless a form gives its own.
 */
export const english = {
  /** BCP 47: as which these words are tagged. */
  tag: 'en-GB',
  /**
   * The signs in a printed line: between its parts, between two sentences (`gap`), around a quotation, and around
   * text that follows words (`bracketed`).
   */
  sign: {
    comma: ', ',
    semicolon: '; ',
    stop: '.',
    colon: ':',
    gap: ' ',
    opening: '“',
    closing: '”',
    bracketed: (text: string) => ` (${text})`,
  },
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
  /** The same where it is no line of the head: "As of 24 April 2024". */
  asOf: (day: string) => `As of ${day}`,
  /** What a memo is called after its form; `memo` where the form is not known. */
  kind: {
    bluf: 'Briefing memo',
    sitrep: 'Situation report',
    decision: 'Decision memo',
    'reading-note': 'Reading note',
    'evidence-annex': 'Evidence annex',
    dossier: 'Dossier',
    blank: 'Memo',
  },
  /** The headings of the parts around the sections. */
  part: {
    contents: 'Contents',
    followUp: 'Follow-up',
    sources: 'Sources',
    key: 'How to read this memo',
    annex: 'Annex: passages in their paragraphs',
    annexOfSearch: (search: string) => `Annex: passages of ${search}`,
    copies: 'Annex: copies cited',
    sent: 'Annex: record of sending',
  },
  /** "Page 3 of 7", around its two numbers; and the text on every page. */
  page: {
    before: 'Page ',
    between: ' of ',
    after: '',
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
    by: (memo: string) => `by ${memo}`,
    of: (memo: string) => `of ${memo}`,
  },
  /** A memo with the day on which it was sent: "PM-2024-017 of 24 April 2024". */
  dated: (memo: string, day: string) => `${memo} of ${day}`,
  /** The words of a cross reference before the number of its target. */
  reference: {
    judgement: 'Judgement',
    paragraph: 'paragraph',
    missing: '[reference missing]',
  },
  judgement: {
    confidence: 'Confidence:',
    assumes: 'Assumes:',
    wouldChange: 'Would change if:',
    level: { high: 'high', moderate: 'moderate', low: 'low' },
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
    /** Behind the source of a cited picture of which a part is shown. */
    detail: 'detail',
    missing: (number: number) => `picture of figure ${number} missing`,
  },
  /** A citation as it is heard: "Source 1, page 14, paragraph 8"; and the line below a quotation. */
  citation: {
    source: (number: number) => `Source ${number}`,
    page: (page: string) => `page ${page}`,
    paragraph: (number: number) => `paragraph ${number}`,
    shortPage: (page: string) => `p. ${page}`,
    shortParagraph: (number: number) => `para. ${number}`,
    quotedIn: (who: string, where: string) => `${who}, quoted in ${where}`,
    paraphrasedIn: (who: string, where: string) => `${who}, paraphrased in ${where}`,
    citedIn: (who: string, where: string) => `${who}, cited in ${where}`,
    ownReporting: 'own reporting',
    unattributed: 'unattributed',
    onBackground: 'on background',
    unnamed: 'unnamed',
    via: 'via',
    ungraded: 'ungraded',
    notGraded: 'Not graded',
    sourceNotGraded: 'source not graded',
    passageNotGraded: 'passage not graded',
    evidenceMissing: '[evidence missing]',
    footnote: 'Footnote',
    backToText: 'Back to the text',
    quotation: 'Quotation',
    citation: 'Citation',
    marking: 'Marking',
    logo: 'Logo',
    struckOut: 'struck out:',
  },
  /** A place in a source that carries no number of a paragraph. */
  place: {
    table: (table: number, row: number) => `table ${table}, row ${row}`,
    heading: (heading: string) => `heading ${heading}`,
    code: (number: number) => `code ${number}`,
  },
  /** The list of sources. */
  source: {
    untitledArticle: 'Untitled article',
    anUntitledArticle: 'an untitled article',
    untitled: 'untitled',
    undated: 'undated',
    inferred: '(inferred)',
    accessed: (day: string) => `accessed ${day}`,
    reliability: 'Reliability',
    gone: 'This article is no longer in the archive.',
    version: (number: number | null, day: string) =>
      number === null ? `version of ${day}` : `version ${number} of ${day}`,
    copy: (mark: string) => `copy of ${mark}`,
    changed: 'The stored text was changed after it was imported.',
    usedAllTheSame: (reason: string) => `Used all the same: ${reason}`,
    hashOfQuoted: (hash: string) => `SHA-256 of the text quoted: ${hash}.`,
    type: {
      'article-newspaper': 'newspaper article',
      'article-magazine': 'magazine article',
      'article-journal': 'journal article',
      webpage: 'web page',
      post: 'post',
      report: 'report',
      broadcast: 'broadcast',
      interview: 'interview',
      speech: 'speech',
      hearing: 'hearing',
      legislation: 'legislation',
      treaty: 'treaty',
      dataset: 'data set',
      personal_communication: 'personal communication',
      document: 'document',
    },
  },
  translation: englishMakers,
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
    between: (before: string, after: string) => `Between ${before} and ${after}`,
    lead: 'the words cited. The rest is the paragraph as stored. Nothing is changed; […] stands for words of a long paragraph that are not shown.',
  },
  /** "How to read this memo": names, sentences and heads of tables. */
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
    likelihood: {
      name: 'Likelihood',
      text: (standard: string) =>
        `Terms of ${standard} with their ranges. A term says how likely something is, not how sure the author is of it.`,
      gaps: 'The gaps between the ranges are intended.',
    },
    confidence: {
      name: 'Confidence',
      text: 'How well founded a judgement is, whatever its likelihood. The wording is that of the US National Intelligence Council.',
    },
    grades: {
      name: 'Grades',
      text: 'The letter grades the source, the digit what it says (NATO); the two are judged apart and never averaged. F and 6 mean unknown, not worst.',
      dash: 'A dash stands for a missing grade: –/3 has no letter, B/– no digit.',
      via: '“via” names the publication that carried it, with its own letter in brackets where it has one.',
    },
    references: {
      name: 'References',
      text: (sign: string, said: string) => `${sign} is ${said}: the sources are listed by their numbers.`,
      counted: 'Paragraphs are counted in its text; headings and tables carry no number.',
    },
    handling: { name: 'Handling', text: 'Traffic Light Protocol 2.0: to whom this may be passed on.' },
    portions: {
      name: 'Paragraphs',
      text: 'The marking before a paragraph is the highest of what it cites. One that cites nothing, or something without a TLP label, has that of the memo.',
    },
    state: {
      name: 'State',
      withdrawn: 'This memo was withdrawn and no longer holds.',
      superseded: 'The memo named there replaces this one, which no longer holds.',
      open: 'A memo that is not issued carries its mark on every page and is not for citation. An issued one carries none.',
      update: 'An update adds later knowledge. The memo that it names no longer holds.',
      correction: 'A correction fixes a mistake. The memo that it names no longer holds.',
      withdrawal: 'The memo that a withdrawal names no longer holds.',
    },
  },
  /** The table of what has changed, and how a memo that follows another begins. */
  change: {
    heads: ['Judgement', 'Was', 'Is', 'Because of'],
    unchanged: 'unchanged',
    noLongerMade: 'no longer made',
    reworded: 'reworded',
    notIn: (memo: string) => `not in ${memo}`,
    noLikelihood: 'no likelihood',
    noConfidence: 'no confidence stated',
    confidence: (level: string) => `${level} confidence`,
    evidence: 'Evidence',
    notInSource: 'no longer in the source',
    undecided: 'not decided yet',
    reversed: 'a negation or denial was added or dropped',
    newerVersion: 'newer version of the source',
    heading: {
      update: 'What has changed',
      correction: 'What is corrected',
      withdrawal: 'Why it is withdrawn',
    },
    prefix: { update: '', correction: 'Correction: ', withdrawal: 'Withdrawal: ' },
    updates: (memo: string) => `This updates ${memo}.`,
    corrects: (memo: string) => `This corrects ${memo}.`,
    withdraws: (memo: string, title: string) => `${memo}, ${title}, is withdrawn. It is not to be relied on.`,
    bottomLine: 'Bottom line',
  },
  /** The source summary statement as it is drafted; counted nouns by the categories of Intl.PluralRules. */
  summary: {
    heading: 'Source summary statement',
    passages: { one: (count: string) => `${count} passage`, other: (count: string) => `${count} passages` },
    sources: { one: (count: string) => `${count} source`, other: (count: string) => `${count} sources` },
    days: { one: (count: string) => `${count} day`, other: (count: string) => `${count} days` },
    cites: (passages: string, sources: string, kinds: string) =>
      `This memo cites ${passages} from ${sources}: ${kinds}.`,
    origins: (count: string, list: string) => `Counted by origin they are ${count}: ${list}.`,
    unknownOrigin: (count: string) => `${count} of unknown origin`,
    grades: (list: string) => `Grades of the passages: ${list}.`,
    letters: (list: string) => `Reliability of the publications: ${list}.`,
    direct: 'quoted directly',
    speakers: (list: string) => `Of the speakers: ${list}.`,
    translated: (list: string) => `Cited in translation: ${list}.`,
    on: (day: string) => `on ${day}`,
    between: (first: string, last: string) => `between ${first} and ${last}`,
    before: (days: string) => `${days} before the cut-off`,
    after: 'after the cut-off',
    published: (span: string, newest: string) => `Published ${span}, the newest ${newest}.`,
    undated: (count: string) => `${count} undated.`,
    allUndated: (count: string) => `Published: ${count} undated.`,
    contradicts: 'contradicts',
    otherPassage: (article: string, relation: string) =>
      `a passage of ${article} that is not cited ${relation}`,
    noConflict: 'No contradiction between what is cited and other passages is recorded.',
    conflict: 'In conflict:',
    gaps: 'Passages that name a gap:',
    missing: (list: string) => `Missing in citations: ${list}.`,
    field: { title: 'title', publisher: 'publication', publishedAt: 'date', url: 'URL' },
    changed: (list: string) => `Stored texts that were changed after they were imported: ${list}.`,
    onAi: (list: string) => `On the use of AI: ${list}.`,
  },
  /** Two versions of a memo in one text. */
  comparison: { name: (title: string) => `Comparison: ${title}`, columns: ['Section', 'Text'] },
  /** The answer sheet of a review. Words are given within quotation marks. */
  review: {
    name: (title: string) => `Answer sheet: ${title}`,
    columns: ['No.', 'Round', 'Place', 'Reviewer', 'Comment or change', 'Disposition', 'Reason'],
    disposition: {
      open: 'Open',
      done: 'Done',
      declined: 'Declined',
      taken: 'Taken',
      refused: 'Refused',
    },
    refusal: {
      quotation: 'It would alter a quotation.',
      citation: 'It would alter a citation.',
      grade: 'It would alter a grade.',
      figure: 'It would alter a figure.',
      marking: 'It would alter the marking.',
      note: 'It would alter a footnote.',
      printed: 'These words are printed by Precis.',
    },
    stays: (words: string) => `It stays: ${words}`,
    insert: (words: string) => `Insert ${words}`,
    insertAfter: (words: string, before: string) => `Insert ${words} after ${before}`,
    remove: (words: string) => `Delete ${words}`,
    format: { bold: 'bold', italic: 'italic', notBold: 'not bold', notItalic: 'not italic' },
    insertBlock: (words: string) => `Insert a paragraph: ${words}`,
    removeBlock: (words: string) => `Delete the paragraph ${words}`,
    join: (words: string) => `Join with the next paragraph: ${words}`,
    split: (words: string) => `Split the paragraph after ${words}`,
    move: (words: string) => `Move the paragraph ${words}`,
    reply: (text: string) => `Reply: ${text}`,
    notTracked: 'not tracked',
  },
  /** `day`, `withinMonth` and `withinYear` are given days of the month and years as numbers, months by their names. */
  date: {
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
    day: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
    withinMonth: (first: number, last: number, month: string, year: number) =>
      `${first} to ${last} ${month} ${year}`,
    withinYear: (first: number, month: string, last: string) => `${first} ${month} to ${last}`,
    between: (first: string, last: string) => `${first} to ${last}`,
  },
} as const;

/** A counted noun by the categories of Intl.PluralRules: a language has those that it tells apart. */
export type CountForms = { readonly other: (count: string) => string } & {
  readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: (count: string) => string;
};

/** The same shape with other words. */
type Widened<Words> = Words extends { readonly other: (count: string) => string }
  ? CountForms
  : Words extends string
    ? string
    : Words extends (...given: infer Given) => string
      ? (...given: Given) => string
      : { readonly [Name in keyof Words]: Widened<Words[Name]> };

export type LanguageWords = Widened<typeof english>;
