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

const parseFragment = (printed: string): Fragment => {
  const capital = bracketedCapital.exec(printed);
  return capital === null
    ? { words: printed, isFirstLetterFree: false }
    : { words: `${capital[1]}${printed.slice(capital[0].length)}`, isFirstLetterFree: true };
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

const standsIn = (printed: string, text: string): boolean => {
  const fragments = printed
    .split(OMISSION)
    .map((fragment) => fragment.trim())
    .filter((fragment) => fragment !== '');
  let from = 0;
  return (
    fragments.length > 0 &&
    fragments.every((fragment) => {
      from = endOfFragment(parseFragment(fragment), text, from);
      return from !== -1;
    })
  );
};

const withPictures = (printed: string): string => printed.replaceAll(PICTURE_NOTE, OBJECT_REPLACEMENT);

/** Whether the words of `printed` stand in `text`, in this order, with no change but the permitted ones. */
export const isVerbatim = (printed: string, text: string): boolean =>
  standsIn(printed, text) || standsIn(withPictures(printed), text);

/** Whether a block quotation stands in `text` to the character; a picture is printed as a note. */
export const isVerbatimBlock = (printed: string, text: string): boolean =>
  text.includes(printed) || text.includes(withPictures(printed));
