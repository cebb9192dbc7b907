import type { Found } from '#domain/contract/search.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { matchesWords } from '#domain/search/matches-words.ts';
import { holdsPhrases, queryPhrases } from '#domain/search/quoted-phrases.ts';
import { queryWords } from '#domain/search/search-words.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';

/** About one line of the palette, in UTF-16 units. */
const LINE = 140;

/** The scratch pad, where it holds every word of `text`, by the words round the first of them. */
export const findInPad = async (
  archive: Pick<ArchiveReader, 'pad'>,
  text: string,
): Promise<readonly Found[]> => {
  const words = queryWords(text);
  if (words.length === 0) return [];
  const file = await archive.pad();
  const note = file.ok ? (file.value.pads[0]?.note ?? null) : null;
  const jotted = note === null ? '' : richTextToPlain(note);
  const isFound = matchesWords(words, [jotted]) && holdsPhrases(queryPhrases(text), [jotted]);
  return isFound ? [{ kind: 'pad', title: snippetOf(jotted, words, LINE), detail: '' }] : [];
};
