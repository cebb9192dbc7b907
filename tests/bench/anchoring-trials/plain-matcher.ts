// The matcher that the trials are held against, written out plainly: position, then the exact quote, then the best
// approximate match within half of the quote's length in errors, wherever it is. It always takes what it finds.
import { createNearestFinder } from '#domain/passage/near/edit-distance.ts';
import type { Selector, TextRange } from '#domain/text/selector.ts';
import type { TextIndex } from '#domain/text/text-index.ts';

const agreeing = (a: string, b: string): number => {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
};
const turned = (text: string): string => Array.from(text).reverse().join('');

const contextOf = (text: string, { start, end }: TextRange, { quote }: Selector): number =>
  agreeing(turned(text.slice(Math.max(0, start - 32), start)), turned(quote.prefix)) +
  agreeing(text.slice(end, end + 32), quote.suffix);

export const matchPlainly = (index: TextIndex, selector: Selector): TextRange | null => {
  const { text } = index;
  const { exact } = selector.quote;
  const start = index.toUtf16(Math.min(index.codePointLength, selector.position.start));
  if (text.startsWith(exact, start)) return { start, end: start + exact.length };
  const places: TextRange[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    places.push({ start: at, end: at + exact.length });
  }
  const [best] = places.toSorted((a, b) => contextOf(text, b, selector) - contextOf(text, a, selector));
  if (best !== undefined) return best;
  const { range, errors } = createNearestFinder(exact)(text, { start: 0, end: text.length });
  return errors <= exact.length / 2 && range.start < range.end ? range : null;
};
