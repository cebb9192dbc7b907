import type { MemoDocument } from '../memo-document.ts';

/** What of a memo goes into an exported file, beside what always does. */
export type ChosenParts = {
  /** Who it is from: in the head, and in the properties of the file. */
  readonly author: boolean;
  /** The annex that names each copy cited by the hash of its text. */
  readonly hashes: boolean;
};

/** What is exported where nothing else is asked for. */
export const usualParts: ChosenParts = { author: true, hashes: false };

/** The document with the chosen parts alone. */
export const chooseParts = (document: MemoDocument, { author, hashes }: ChosenParts): MemoDocument => ({
  ...document,
  from: author ? document.from : '',
  sources: hashes ? document.sources : document.sources.map((source) => ({ ...source, textSha256: null })),
});
