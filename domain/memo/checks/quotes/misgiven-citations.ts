/** Citations in sentences that name another speaker than that of the cited passage. */
import type { PassageId } from '../../../ids.ts';
import { attributionsIn } from '../../../reading/attribution/attributions-in.ts';
import { sentencesOf } from '../../../reading/sentences.ts';
import type { SourceTree } from '../../../source/source.ts';
import { quotationsIn } from '../../../text/quotations.ts';
import type { TextRange } from '../../../text/selector.ts';
import { indexTree } from '../../../tree/record-tree.ts';
import type { MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import type { Prose } from '../../content/list-prose.ts';
import type { Citation, MemoInline } from '../../memo-content.ts';
import { type GivenAt, type Misgiven, misgivenPassage } from './other-speaker-of.ts';

export type MisgivenCitation = Misgiven & { readonly passageId: PassageId; readonly words: string };

type Placed = { readonly range: TextRange; readonly citation: Citation };

/** A quoted passage stands for its words; what stands as a number stands for nothing. */
const layOut = (inline: readonly MemoInline[]) => {
  const placed: Placed[] = [];
  let text = '';
  for (const node of inline) {
    const start = text.length;
    if (node.type === 'text') text += node.text;
    else text += node.type === 'citation' && node.attrs.form === 'whole' ? '“\uFFFC”' : ' ';
    if (node.type === 'citation') placed.push({ range: { start, end: text.length }, citation: node.attrs });
  }
  return { text, placed };
};

/** Where the sentence is the writer's own and speaks of one speaker alone, its words up to the citation. */
const paraphrased = (text: string, { range }: Placed, placed: readonly Placed[], language: string) => {
  const sentence = sentencesOf(text, { start: 0, end: text.length }, language).findLast(
    ({ start }) => start < range.end,
  );
  if (sentence === undefined) return null;
  const own = text.slice(sentence.start, sentence.end);
  const isAlone = placed.every(
    (other) => other.range === range || other.range.end <= sentence.start || other.range.start > sentence.end,
  );
  if (!isAlone || quotationsIn(own).length > 0 || attributionsIn(own).length !== 1) return null;
  const [attribution] = attributionsIn(own);
  if (attribution === undefined) return null;
  return {
    start: sentence.start + attribution.end,
    end: Math.max(sentence.start + attribution.end + 1, range.start),
  };
};

const atOf = (text: string, each: Placed, placed: readonly Placed[], language: string): GivenAt | null => {
  if (each.citation.form === 'whole') return { text, range: each.range, language };
  const range = paraphrased(text, each, placed, language);
  return range === null ? null : { text, range, language };
};

const ofProse = (
  { inline }: Prose,
  material: MemoMaterial,
  sources: SourceTree,
  language: string,
): readonly MisgivenCitation[] => {
  const { text, placed } = layOut(inline);
  return placed.flatMap((each) => {
    const cited = material.articles.get(each.citation.articleId);
    const source = cited === undefined ? null : printedSourceOf(cited);
    const passage = cited?.passages.find(({ id }) => id === each.citation.passageId);
    const at = atOf(text, each, placed, language);
    if (cited === undefined || source === null || passage === undefined || at === null) return [];
    const found = misgivenPassage({ cited, source, sources }, passage, at);
    return found === null
      ? []
      : [{ ...found, passageId: passage.id, words: text.replaceAll('“\uFFFC”', '…').trim() }];
  });
};

/** The citations of `prose` whose sentence names another speaker than the cited passage has. */
export const misgivenCitations = (
  prose: readonly Prose[],
  material: MemoMaterial,
  language: string,
): readonly MisgivenCitation[] => {
  const sources = indexTree(material.sources);
  return prose.flatMap((each) => ofProse(each, material, sources, language));
};
