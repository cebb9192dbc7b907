/**
 * Places a quotation from another tool in the stored text. It is never placed by guess: with its context it fits
 * one place, or it occurs only once, between word edges; otherwise it is reported, with the reason.
 */

import { SELF_EVIDENT_LENGTH } from '../passage/anchor/anchor-selector.ts';
import { findQuote, type QuoteFailure, type SoughtQuote } from '../passage/anchor/find-quote.ts';
import { err, ok, type Result } from '../result.ts';
import type { TextRange } from '../text/selector.ts';

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether `range` cuts no word in two. */
const hasWholeWords = (text: string, { start, end }: TextRange): boolean => {
  const cutsBefore = isWordCharacter(text[start - 1]) && isWordCharacter(text[start]);
  const cutsAfter = isWordCharacter(text[end - 1]) && isWordCharacter(text[end]);
  return !cutsBefore && !cutsAfter;
};

const withoutContext = (text: string, exact: string): Result<TextRange, QuoteFailure> => {
  const found = findQuote(text, { exact, prefix: '', suffix: '' });
  return found.ok && !hasWholeWords(text, found.value) ? err({ code: 'quote-not-found' }) : found;
};

/** By the words on one side alone: those on the other may be none of the text. */
const besideOneSide = (text: string, sought: SoughtQuote): TextRange | null => {
  for (const half of [
    { ...sought, suffix: '' },
    { ...sought, prefix: '' },
  ]) {
    if (`${half.prefix}${half.suffix}`.trim() === '') continue;
    const found = findQuote(text, half);
    if (found.ok) return found.value;
  }
  return null;
};

const byContext = (text: string, sought: SoughtQuote): Result<TextRange, QuoteFailure> => {
  const found = findQuote(text, sought);
  if (found.ok || found.error.code === 'quote-ambiguous') return found;
  const beside = besideOneSide(text, sought);
  if (beside !== null) return ok(beside);
  // The words around a long quotation may have been edited; those around a short one are needed to identify it.
  const alone = withoutContext(text, sought.exact);
  return alone.ok && sought.exact.length < SELF_EVIDENT_LENGTH ? found : alone;
};

/** The place of `sought` in `text` (UTF-16): see above. Its white space counts as any other. */
export const placeQuote = (text: string, sought: SoughtQuote): Result<TextRange, QuoteFailure> => {
  const exact = sought.exact.trim();
  const hasContext = `${sought.prefix}${sought.suffix}`.trim() !== '';
  return hasContext ? byContext(text, { ...sought, exact }) : withoutContext(text, exact);
};

/**
 * The place of an excerpt in a text of excerpts (see bodyOfExcerpts): whole lines, whatever its former
 * surroundings.
 */
export const placeExcerpt = (text: string, excerpt: string): Result<TextRange, QuoteFailure> => {
  const at = `\n${text}\n`.indexOf(`\n${excerpt}\n`);
  if (excerpt === '' || at === -1) return err({ code: 'quote-not-found' });
  return ok({ start: at, end: at + excerpt.length });
};
