import type { MemoDocument } from '../memo-document.ts';
import { mapDocumentTexts } from './map-document-texts.ts';

/** A character that no font of the memo has, and where it occurs. */
export type MissingGlyph = {
  /** The character itself, e.g. "😀"; several code points where they are shaped as one. */
  readonly character: string;
  /** e.g. "U+1F600"; several are parted by spaces. */
  readonly codePoint: string;
  /** The title of the section, or "title", "for", … of the head. */
  readonly place: string;
};

const hex = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** "U+1F600", or several parted by spaces. */
export const printCodePoints = (characters: string): string => Array.from(characters, hex).join(' ');

/**
 * Where each of `characters` occurs in the document: one entry per character and place, in the order of the
 * document. A character that is found nowhere is listed without a place.
 */
export const placeMissingGlyphs = (
  document: MemoDocument,
  characters: readonly string[],
): readonly MissingGlyph[] => {
  const places = new Map<string, Set<string>>(characters.map((character) => [character, new Set()]));
  mapDocumentTexts(document, (text, place) => {
    for (const [character, found] of places) if (text.includes(character)) found.add(place);
    return text;
  });
  return [...places].flatMap(([character, found]) =>
    (found.size === 0 ? [''] : [...found]).map((place) => ({
      character,
      codePoint: printCodePoints(character),
      place,
    })),
  );
};

/** The document with each of `characters` printed as its code point: "[U+1F600]". */
export const printAsCodePoints = (document: MemoDocument, characters: readonly string[]): MemoDocument => {
  const longestFirst = [...characters].sort((a, b) => b.length - a.length);
  return mapDocumentTexts(document, (text) =>
    longestFirst.reduce(
      (shown, character) => shown.replaceAll(character, `[${printCodePoints(character)}]`),
      text,
    ),
  );
};
