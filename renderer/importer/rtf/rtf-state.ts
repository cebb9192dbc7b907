import type { DocumentProperties } from '../package/document-properties.ts';

/** How the letters of a run are set. */
export type RtfLook = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly raised: 'sup' | 'sub' | null;
  readonly isHidden: boolean;
  readonly change: 'ins' | 'del' | null;
};

export const plainLook: RtfLook = {
  bold: false,
  italic: false,
  strike: false,
  raised: null,
  isHidden: false,
  change: null,
};

/** Where what stands in a group goes. `skip` goes nowhere. */
export type RtfPlace =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'note'
  | 'picture'
  | 'title'
  | 'author'
  | 'info';

/** What holds until the end of a group. */
export type RtfGroup = {
  look: RtfLook;
  place: RtfPlace;
  /** The encoding of the font that holds. */
  encoding: string;
  /** How many characters stand behind `\u` for those who do not know it. */
  fallback: number;
  font: number;
  /** Whether it says once more what HTML beside it has said (`\htmlrtf`). */
  isTwin: boolean;
};

/** What the file says as a whole, gathered as it is read. */
export type RtfFacts = {
  encoding: string;
  readonly fonts: Map<number, string>;
  /** Levels of headings by the number of their style. */
  readonly headings: Map<number, number>;
  title: string;
  author: string;
  hiddenWords: number;
  insertions: number;
  deletions: number;
};

export const newFacts = (): RtfFacts => ({
  encoding: 'windows-1252',
  fonts: new Map(),
  headings: new Map(),
  title: '',
  author: '',
  hiddenWords: 0,
  insertions: 0,
  deletions: 0,
});

export const propertiesOf = ({ title, author }: RtfFacts): DocumentProperties => ({
  title: title.trim() === '' ? null : title,
  author: author.trim() === '' ? null : author,
  date: null,
});
