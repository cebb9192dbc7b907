/**
 * Finds words that were selected in a browser in the stored text of the page. A browser and the text differ in
 * white space, in invisible characters, and in how raised letters are written, so these are ignored; every other
 * character counts. The place is never guessed: long words that occur once are found; short ones, and those that
 * occur in several places, are distinguished by their surroundings, and equally good places by their number.
 */
import type { Body, TextBlock } from '../article/body/body.ts';
import { type TextBlockSpan, textBlockSpans, textBlockText } from '../article/body/canonical-text.ts';
import { leftOutElsewhere, withoutLeftOut } from '../article/body/without-left-out.ts';
import { SELF_EVIDENT_LENGTH } from '../passage/anchor/anchor-selector.ts';
import type { QuoteFailure } from '../passage/anchor/find-quote.ts';
import { err, ok, type Result } from '../result.ts';
import { isGraphemeBoundary } from '../text/grapheme-boundaries.ts';
import type { TextRange } from '../text/selector.ts';
import type { KeptSelection } from './keep-note.ts';

/** How the importer writes raised or lowered letters for which no character exists. */
const RAISED = /(?<=\S)[\^_](?:\([^()\n]*\)|(?=[^\s()^_]))/gu;

/** The offsets of the signs and the brackets of raised letters. */
const raisingIn = (text: string): ReadonlySet<number> =>
  new Set(
    [...text.matchAll(RAISED)].flatMap(({ index, 0: { length } }) =>
      length === 1 ? [index] : [index, index + 1, index + length - 1],
    ),
  );

/**
 * White space, soft hyphens, letters without width, the picture character, and control characters: a page that is
 * read in another encoding than its own has them, and no text keeps them.
 */
const UNSEEN = /[\s\p{Cc}\u00AD\u200B-\u200D\u2060\uFEFF\uFFFC]/gu;

/** A character as it is compared: raised digits and letters as plain ones, ligatures in their letters. */
const comparable = (character: string): string =>
  (character < '\u0080' ? character : character.normalize('NFKC').replaceAll('\u2212', '-')).replace(
    UNSEEN,
    '',
  );

/** A text without its invisible characters, and the offset of each of its UTF-16 units in the full text. */
export type SeenText = { readonly text: string; readonly seen: string; readonly places: readonly number[] };

export const seenText = (text: string): SeenText => {
  const raising = raisingIn(text);
  let seen = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const letters = raising.has(at) ? '' : comparable(character);
    seen += letters;
    for (let unit = 0; unit < letters.length; unit += 1) {
      places.push(letters === character ? at + unit : at);
    }
    at += character.length;
  }
  return { text, seen, places };
};

const placesOf = (seen: string, sought: string): readonly number[] => {
  const found: number[] = [];
  for (let at = seen.indexOf(sought); at !== -1; at = seen.indexOf(sought, at + 1)) found.push(at);
  return found;
};

/** So many units beside a place agree with `context`, read away from the place. */
const agreeing = (context: string, beside: string): number => {
  let length = 0;
  while (length < context.length && context[length] === beside[length]) length += 1;
  return length;
};

const reversed = (text: string): string => [...text].reverse().join('');

/**
 * This much surrounding text on one side identifies a place by itself; less, where the page itself begins or ends
 * there.
 */
const TELLING = 12;
/**
 * This much on both sides together, where the surroundings of the words end early and the page continues
 * elsewhere.
 */
const TELLING_BOTH = 16;
/** The least of it on one side. */
const TELLING_LEAST = 4;
/** One of several places is beyond doubt where so much more agrees beside it. */
const LEAD = 4;

type Sought = Pick<KeptSelection, 'exact' | 'occurrence'> & {
  readonly before: string;
  readonly after: string;
};

type Judged = { readonly at: number; readonly before: number; readonly after: number };

const judge = (seen: string, { exact, before, after }: Sought, at: number): Judged => ({
  at,
  before: agreeing(before, reversed(seen.slice(Math.max(0, at - before.length), at))),
  after: agreeing(after, seen.slice(at + exact.length, at + exact.length + after.length)),
});

const isTold = ({ before, after }: Sought, found: Judged): boolean => {
  const isWhole = (context: string, agrees: number): boolean =>
    context.length > 0 && agrees >= Math.min(TELLING, context.length);
  const isBetween = Math.min(found.before, found.after) >= TELLING_LEAST;
  return (
    isWhole(before, found.before) ||
    isWhole(after, found.after) ||
    (isBetween && found.before + found.after >= TELLING_BOTH)
  );
};

const WORD = /[\p{L}\p{N}]/u;

/** Whether `range` cuts a word that `sought` does not cut: then it is part of another word. */
const cutsAnotherWord = (
  { text }: SeenText,
  { start, end }: TextRange,
  selection: KeptSelection,
): boolean => {
  const isWord = (letter: string | undefined): boolean => letter !== undefined && WORD.test(letter);
  const cuts = (one: string | undefined, other: string | undefined): boolean => isWord(one) && isWord(other);
  const { prefix, suffix } = selection;
  return (
    (cuts(text[start - 1], text[start]) && !isWord(prefix.at(-1))) ||
    (cuts(text[end - 1], text[end]) && !isWord(suffix[0]))
  );
};

/** With the brackets of raised letters that it begins or ends with. */
const rangeOf = ({ text, places }: SeenText, at: number, length: number): TextRange => {
  const start = places[at] ?? 0;
  const last = places[at + length - 1] ?? 0;
  const end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
  const isRaised = text[start - 1] === '(' && places[at - 1] !== start - 1;
  const endsRaised = text[end] === ')' && places[at + length] !== end;
  return { start: isRaised ? start - 2 : start, end: endsRaised ? end + 1 : end };
};

/** The place with the same number, where the text has as many places as the page, and no other fits better. */
const byNumber = (
  found: readonly Judged[],
  { occurrence }: Sought,
  best: Judged,
): Result<Judged, QuoteFailure> => {
  const counted = occurrence?.of === found.length ? found[occurrence.number - 1] : undefined;
  const fits = counted !== undefined && counted.before + counted.after === best.before + best.after;
  return fits ? ok(counted) : err({ code: 'quote-ambiguous', matches: found.length });
};

/** The places in the order of the text. */
const chooseFrom = (found: readonly Judged[], sought: Sought): Result<Judged, QuoteFailure> => {
  const [best, second] = found.toSorted((a, b) => b.before + b.after - (a.before + a.after));
  if (best === undefined) return err({ code: 'quote-not-found' });
  const hasContext = sought.before.length + sought.after.length > 0;
  if (second === undefined) {
    const isSure = sought.exact.length >= SELF_EVIDENT_LENGTH || !hasContext || isTold(sought, best);
    return isSure ? ok(best) : err({ code: 'quote-not-found' });
  }
  const lead = best.before + best.after - (second.before + second.after);
  if (!isTold(sought, best)) return err({ code: 'quote-ambiguous', matches: found.length });
  return lead >= LEAD ? ok(best) : byNumber(found, sought, best);
};

/** Words in a text; `leavesOut` where the page shows something between them that the text does not have. */
export type PlacedSelection = TextRange & { readonly leavesOut: boolean };

/** The number of letters at each end of a selection that must be in the text where something between them is not. */
const ENDS = 24;

type Place = { readonly at: number; readonly length: number };

/**
 * The one place of the first letters of `exact` and of its last, where the letters between are those of `exact` less
 * one stretch: a box of links in the midst of an article. Null where there is none, or several are.
 */
const placeWithoutBox = ({ seen }: SeenText, exact: string): Place | null => {
  if (exact.length <= 2 * ENDS) return null;
  const lasts = placesOf(seen, exact.slice(-ENDS));
  const found = placesOf(seen, exact.slice(0, ENDS)).flatMap((at) =>
    lasts
      .map((last) => seen.slice(at, last + ENDS))
      .filter(({ length }) => length >= 2 * ENDS && length < exact.length)
      .filter((words) => {
        const ahead = agreeing(exact, words);
        const behind = agreeing(reversed(exact), reversed(words));
        return ahead + behind >= words.length;
      })
      .map(({ length }) => ({ at, length })),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
};

/**
 * The one place of the first and the last of `lines`, where only those lines are between them that the text has: a
 * page shows several boxes between them. Null where there is none, or several are.
 */
const placeWithoutLines = ({ seen }: SeenText, lines: readonly string[]): Place | null => {
  const [first = '', ...others] = lines;
  const last = others.pop();
  if (first === '' || last === undefined) return null;
  const found = placesOf(seen, first).flatMap((at) => {
    let end = at + first.length;
    for (const line of others) if (seen.startsWith(line, end)) end += line.length;
    if (!seen.startsWith(last, end)) return [];
    const length = end + last.length - at;
    return length >= 2 * ENDS ? [{ at, length }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
};

const linesOf = (words: string): readonly string[] =>
  words
    .split(/\r\n?|\n/u)
    .map((line) => seenText(line).seen)
    .filter((line) => line !== '');

type Placing = Result<PlacedSelection, QuoteFailure>;

const isPlace = (text: SeenText, selection: KeptSelection, { at, length }: Place): boolean => {
  const range = rangeOf(text, at, length);
  const isWhole = isGraphemeBoundary(text.text, range.start) && isGraphemeBoundary(text.text, range.end);
  return isWhole && !cutsAnotherWord(text, range, selection);
};

/** The place of a part that leaves out something in the midst of `selection`. */
const placePart = (text: SeenText, selection: KeptSelection, part: Place | null): Placing =>
  part === null || !isPlace(text, selection, part)
    ? err({ code: 'quote-not-found' })
    : ok({ ...rangeOf(text, part.at, part.length), leavesOut: true });

/** The place of `selection` (UTF-16), from its first letter that is seen to its last; see above. */
export const placeSelection = (text: SeenText, selection: KeptSelection): Placing => {
  const sought: Sought = {
    exact: seenText(selection.exact).seen,
    before: reversed(seenText(selection.prefix).seen),
    after: seenText(selection.suffix).seen,
    occurrence: selection.occurrence,
  };
  if (sought.exact === '') return err({ code: 'quote-not-found' });
  const { length } = sought.exact;
  const places = placesOf(text.seen, sought.exact).filter((at) => isPlace(text, selection, { at, length }));
  if (places.length === 0) return placePart(text, selection, placeWithoutBox(text, sought.exact));
  const chosen = chooseFrom(
    places.map((at) => judge(text.seen, sought, at)),
    sought,
  );
  return chosen.ok ? ok({ ...rangeOf(text, chosen.value.at, length), leavesOut: false }) : chosen;
};

/** The text of a block with white space in the place of each formula: a browser draws what the text writes. */
const withoutFormulas = (block: TextBlock): string => {
  let [text, at] = [textBlockText(block), 0];
  for (const node of block.content ?? []) {
    const length = node.type === 'text' ? node.text.length : 1;
    if (node.marks?.some(({ type }) => type === 'code') === true)
      text = text.slice(0, at) + ' '.repeat(length) + text.slice(at + length);
    at += length;
  }
  return text;
};

const textOf = (spans: readonly TextBlockSpan[], read: (block: TextBlock) => string): SeenText =>
  seenText(spans.map(({ block }) => read(block)).join('\n'));

type PlaceSelection = (selection: KeptSelection) => Placing;

const isNotFound = (placed: Placing): boolean => !placed.ok && placed.error.code === 'quote-not-found';

/** Places selections in the text of `spans`: as it is written, otherwise between its formulas. */
const placingIn = (spans: readonly TextBlockSpan[]): PlaceSelection => {
  const text = textOf(spans, textBlockText);
  let bare: SeenText | null = null;
  return (selection) => {
    const found = placeSelection(text, selection);
    if (!isNotFound(found)) return found;
    bare ??= textOf(spans, withoutFormulas);
    return placeSelection(bare, selection);
  };
};

/** Places selections in the text of `spans`, at last without the lines of theirs that it does not have. */
export const placingAtLast = (spans: readonly TextBlockSpan[]): PlaceSelection => {
  const place = placingIn(spans);
  const text = textOf(spans, textBlockText);
  return (selection) => {
    const found = place(selection);
    if (!isNotFound(found)) return found;
    return placePart(text, selection, placeWithoutLines(text, linesOf(selection.exact)));
  };
};

/**
 * The blocks left out of a text as surroundings, except those in which something was selected that occurs nowhere
 * else in the text: the analyst has shown that they matter.
 */
export const leftOutUnselected = (
  body: Body,
  leftOut: readonly number[],
  selections: readonly KeptSelection[],
): readonly number[] => {
  if (selections.length === 0 || leftOut.length === 0) return leftOut;
  const place = placingIn(textBlockSpans(withoutLeftOut(body, leftOut)));
  const missing = selections.filter((selection) => isNotFound(place(selection)));
  if (missing.length === 0) return leftOut;
  const placeInWhole = placingIn(textBlockSpans(body));
  const ranges = missing.flatMap((selection) => {
    const found = placeInWhole(selection);
    return found.ok ? [found.value] : [];
  });
  return leftOutElsewhere(body, leftOut, ranges);
};
