import { passageWords } from '#domain/passage/passage.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { holdsPhrases } from '#domain/search/quoted-phrases.ts';
import type { CatalogueState, PassageEntry } from '../../catalogue-state.ts';
import { storedPassage } from '../../stored-records.ts';

/** Whether each word begins a word of the passage or of its note, and each phrase stands in one of them. */
export const textTest = (
  { stored }: CatalogueState,
  words: readonly string[],
  phrases: readonly string[],
): ((entry: PassageEntry) => boolean) => {
  const holding = words.map((word) => stored.holding(word));
  const holdsAll = ({ id }: PassageEntry): boolean => holding.every((ids) => ids.has(id));
  if (phrases.length === 0) return holdsAll;
  return (entry) => {
    if (!holdsAll(entry)) return false;
    const passage = storedPassage(stored, entry);
    const note = passage.note === null ? [] : [richTextToPlain(passage.note)];
    return holdsPhrases(phrases, [passageWords(passage), ...note]);
  };
};
