/** Consecutive entries by the same author: the text that a style prints in place of the name ("———"). */
import type { StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { StyledWords } from '#domain/memo/document-run.ts';

/** `words` with `other` in place of the letters from `start` to `end` of their text. */
const replaceText = (
  words: readonly StyledWords[],
  [start, end]: readonly [number, number],
  other: string,
): readonly StyledWords[] => {
  let at = 0;
  let isPlaced = false;
  return words.flatMap((each): readonly StyledWords[] => {
    const from = at;
    at += each.text.length;
    if (at <= start || from >= end) return [each];
    const before = each.text.slice(0, Math.max(0, start - from));
    const behind = each.text.slice(end - from);
    const placed = isPlaced ? '' : other;
    isPlaced = true;
    const rest = placed.endsWith('.') && behind.startsWith('.') ? behind.slice(1) : behind;
    return [{ ...each, text: before }, { text: placed }, { ...each, text: at >= end ? rest : '' }].filter(
      ({ text }) => text !== '',
    );
  });
};

/**
 * `entries` with `sameAuthor` in place of the names, if these are those of the entry before: the rule "complete-all" of
 * CSL. `names` has the names by source. An entry that doesn't begin with its names is unchanged.
 */
export const replaceSameAuthors = (
  entries: StyledCitations['entries'],
  names: ReadonlyMap<number, string>,
  sameAuthor: string,
): StyledCitations['entries'] =>
  entries.map((entry, at) => {
    const own = names.get(entry.source) ?? '';
    const text = entry.words.map((each) => each.text).join('');
    const start = text.indexOf(own);
    const before = entries[at - 1];
    const isSame = own !== '' && before !== undefined && names.get(before.source) === own;
    return isSame && start !== -1 && !/[\p{L}\p{N}]/u.test(text.slice(0, start))
      ? { ...entry, words: replaceText(entry.words, [start, start + own.length], sameAuthor) }
      : entry;
  });
