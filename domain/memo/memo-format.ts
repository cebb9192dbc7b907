/** The formats in which a memo is exported. One table, read by the writers, the command line and the window. */

/** Each is the ending of its files. */
export const memoFormats = ['pdf', 'docx', 'html', 'md', 'txt'] as const;
export type MemoFormat = (typeof memoFormats)[number];

export type MemoFormatFacts = {
  readonly name: string;
  /** What a file of this format is, in a few words. */
  readonly says: string;
  /** Whether it is laid out on paper: paper is chosen, and pages are counted. */
  readonly hasPaper: boolean;
  /** What the format cannot carry of the memo; each is told to the person who exports it. */
  readonly cannotCarry: readonly string[];
};

export const memoFormatTable: Readonly<Record<MemoFormat, MemoFormatFacts>> = {
  pdf: { name: 'PDF', says: 'Fixed pages', hasPaper: true, cannotCarry: [] },
  docx: {
    name: 'DOCX',
    says: 'Word, styles kept',
    hasPaper: true,
    cannotCarry: [
      'The fonts of the PDF: Word uses its own.',
      'Exact page numbers in the contents: press F9 in Word to update them.',
      'Protection: anyone can change the file, including quotations.',
    ],
  },
  html: {
    name: 'HTML',
    says: 'One file, no links out',
    hasPaper: false,
    cannotCarry: [
      'Pages: some browsers print no marking and no page number.',
      'The fonts of the PDF: readers see their own.',
      'Line numbers.',
    ],
  },
  md: {
    name: 'Markdown',
    says: 'Text and citations',
    hasPaper: false,
    cannotCarry: [
      'Pages and line numbers: marking and state are at the top, the marking also at the end.',
      'The logo of the letterhead.',
      'The pictures of figures: only captions and descriptions are kept.',
      'The language of a quotation.',
      'Merged table cells.',
      'Links from a citation to its source.',
    ],
  },
  txt: {
    name: 'Plain text',
    says: 'Text only',
    hasPaper: false,
    cannotCarry: [
      'Pages and line numbers: marking and state are at the top, the marking also at the end.',
      'The logo of the letterhead.',
      'The pictures of figures: only captions and descriptions are kept.',
      'The language of a quotation.',
      'Bold, italic and underlined words, including likelihood terms.',
      'Merged table cells, and links from a citation to its source.',
    ],
  },
};

/** The format of a file by its ending, in any case; null for another. */
export const memoFormatOf = (fileName: string): MemoFormat | null => {
  const ending = /\.([a-z]+)$/iu.exec(fileName)?.[1]?.toLowerCase();
  return memoFormats.find((format) => format === ending) ?? null;
};
