import { sentencesOf } from '../../reading/sentences.ts';
import type { Citation, MemoInline } from '../memo-content.ts';

/** A sentence of the memo in its own words, with the citations in it or directly after it. */
export type CitingSentence = { readonly text: string; readonly cited: readonly Citation[] };

/** The sentences of inline content that cite something. */
export const citingSentences = (
  inline: readonly MemoInline[],
  language: string,
): readonly CitingSentence[] => {
  const placed: { at: number; citation: Citation }[] = [];
  let text = '';
  for (const node of inline) {
    if (node.type === 'citation') placed.push({ at: text.length, citation: node.attrs });
    text += node.type === 'text' ? node.text : ' ';
  }
  const sentences = sentencesOf(text, { start: 0, end: text.length }, language);
  return sentences.flatMap(({ start, end }, at) => {
    const next = sentences[at + 1]?.start ?? text.length + 1;
    const isFirst = at === 0;
    const cited = placed.filter((each) => (isFirst || each.at > start) && each.at < next);
    return cited.length === 0
      ? []
      : [
          {
            text: text.slice(start, end).replace(/\s+/gu, ' '),
            cited: cited.map(({ citation }) => citation),
          },
        ];
  });
};
