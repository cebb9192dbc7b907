import type { TextRange } from '../../text/selector.ts';

/** A sentence is not looked for beyond this: what stands so far off governs no verb. */
const REACH = 400;

/** A full stop behind a word of lower case, or a digit, before a capital; never that of "U.S." or "Mr.". */
const border = /(?:(?<=[\p{Ll}\p{N}%)]{2})[.!?…]+["”’)]*|\n)\s*(?=["“‘(]*[\p{Lu}\p{N}]|$)/gu;

/**
 * The sentence that holds `range`, as far as full stops tell it. Coarser and quicker than sentencesOf: it serves to
 * look for a verb, and a sentence that is too long only leaves more in doubt.
 */
export const sentenceAround = (text: string, { start, end }: TextRange): TextRange => {
  const from = Math.max(0, start - REACH);
  const borders = [...text.slice(from, end + REACH).matchAll(border)].map((match) => ({
    end: from + match.index + match[0].length,
    start: from + match.index,
  }));
  return {
    start: borders.findLast((each) => each.end <= start)?.end ?? from,
    end: borders.find((each) => each.start >= end)?.start ?? Math.min(text.length, end + REACH),
  };
};
