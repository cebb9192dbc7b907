/**
 * Whether printed words stand in a text. Only the changes that running text may make to a quotation are let
 * through: nested quotation marks change level, a bracketed capital at the beginning, a dropped end punctuation,
 * and […] for an omission. White space, letters, apostrophes and all else must agree to the character.
 */
import { OBJECT_REPLACEMENT } from '../../article/canonical-text.ts';
import { nestQuotationMarks } from './quotation-marks.ts';

/** Printed where the source has a picture: a picture is no text and can't be quoted. */
export const PICTURE_NOTE = '[image]';

/** Printed where words of the source are left out. An ellipsis of the source's own has no brackets. */
export const OMISSION = '[…]';

const marks = /[“”"‘’']/gu;
const bracketedCapital = /^\[(\p{L})\]/u;

/** One mark for all quotation marks: same length, so that a place in the folded text is a place in the text. */
const foldMarks = (text: string): string => text.replace(marks, "'");

type Fragment = { readonly words: string; readonly isFirstLetterFree: boolean };

/** A bracket may be the source's own: words are read as they stand before they are read as changed. */
const readingsOf = (printed: string): readonly Fragment[] => {
  const asItStands = { words: printed, isFirstLetterFree: false };
  const capital = bracketedCapital.exec(printed);
  if (capital === null) return [asItStands];
  const changed = `${capital[1]}${printed.slice(capital[0].length)}`;
  return [asItStands, { words: changed, isFirstLetterFree: true }];
};

const freeFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const agrees = ({ words, isFirstLetterFree }: Fragment, found: string): boolean =>
  [found, nestQuotationMarks(found)].some((form) =>
    isFirstLetterFree ? freeFirst(form) === freeFirst(words) : form === words,
  );

/** Where `fragment` ends in `text` at or after `from`; -1 where it does not stand there. */
const endOfFragment = (fragment: Fragment, text: string, from: number): number => {
  const skipped = fragment.isFirstLetterFree ? 1 : 0;
  const sought = foldMarks(fragment.words).slice(skipped);
  const folded = foldMarks(text);
  let at = folded.indexOf(sought, from + skipped);
  while (at !== -1) {
    const start = at - skipped;
    const end = start + fragment.words.length;
    if (agrees(fragment, text.slice(start, end))) return end;
    at = folded.indexOf(sought, at + 1);
  }
  return -1;
};

/** Where `printed`, in one of its readings, ends first at or after `from`; -1 where it does not stand there. */
const endOf = (printed: string, text: string, from: number): number => {
  const ends = readingsOf(printed)
    .map((fragment) => endOfFragment(fragment, text, from))
    .filter((end) => end !== -1);
  return ends.length === 0 ? -1 : Math.min(...ends);
};

const standInOrder = (fragments: readonly string[], text: string): boolean => {
  let from = 0;
  return (
    fragments.length > 0 &&
    fragments.every((fragment) => {
      from = endOf(fragment, text, from);
      return from !== -1;
    })
  );
};

const isSaid = (part: string): boolean => part.trim() !== '';

/** As a whole, since an omission may be the source's own as well; else the parts between the omissions. */
const standsIn = (printed: string, text: string): boolean => {
  const parts = printed.split(OMISSION).filter(isSaid);
  return (
    standInOrder([printed].filter(isSaid), text) ||
    standInOrder(
      parts.map((part) => part.trim()),
      text,
    )
  );
};

const withPictures = (printed: string): string => printed.replaceAll(PICTURE_NOTE, OBJECT_REPLACEMENT);

/** Whether the words of `printed` stand in `text`, in this order, with no change but the permitted ones. */
export const isVerbatim = (printed: string, text: string): boolean =>
  standsIn(printed, text) || standsIn(withPictures(printed), text);

/** Whether a block quotation stands in `text` to the character; a picture is printed as a note. */
export const isVerbatimBlock = (printed: string, text: string): boolean =>
  text.includes(printed) || text.includes(withPictures(printed));
