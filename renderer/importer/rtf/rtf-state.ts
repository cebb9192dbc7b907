import type { DocumentProperties } from '../package/document-properties.ts';

/** The character formatting of a run. */
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

/** The destination of a group's content. `skip` drops it. */
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

/** State that lasts until the end of a group. */
export type RtfGroup = {
  look: RtfLook;
  place: RtfPlace;
  /** The encoding of the current font. */
  encoding: string;
  /** How many fallback characters follow `\u`. */
  fallback: number;
  font: number;
  /** Whether it repeats content that the embedded HTML has (`\htmlrtf`). */
  isTwin: boolean;
};

/** Metadata of the file, collected while reading. */
export type RtfFacts = {
  encoding: string;
  readonly fonts: Map<number, string>;
  /** Heading levels by style number. */
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
