/** How much of one text another contains, by the words of both, each as often as it occurs. */

export type WordCounts = { readonly all: number; readonly counts: ReadonlyMap<string, number> };

/** Letters of scripts without spaces count each. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

export const countsOf = (text: string): WordCounts => {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    all += 1;
  }
  return { all, counts };
};

/** The share of the words of `text` that `other` contains, 0 to 1; 1 for a text without words. */
export const shareIn = (text: WordCounts, other: WordCounts): number => {
  let both = 0;
  for (const [word, count] of text.counts) both += Math.min(count, other.counts.get(word) ?? 0);
  return text.all === 0 ? 1 : both / text.all;
};
