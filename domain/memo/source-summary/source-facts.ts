/** What a source summary statement counts: the cited passages, their articles and what is known of both. */
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { PassageId } from '../../ids.ts';
import type { Passage } from '../../passage/passage.ts';
import { citedArticles } from '../citations/cited-articles.ts';
import { type CitedPassage, listCitations } from '../citations/list-citations.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import type { Memo } from '../memo.ts';

export type CitedFact = {
  /** The first of the passage. */
  readonly citation: CitedPassage;
  readonly passage: Passage;
  readonly cited: CitedArticle;
};

/** Each cited passage that is there, once, in the order of first citation. */
export const citedFacts = ({ content }: Memo, { articles }: MemoMaterial): readonly CitedFact[] => {
  const facts = new Map<PassageId, CitedFact>();
  for (const citation of listCitations(content)) {
    const { articleId, passageId } = citation;
    const cited = articles.get(articleId);
    const passage = cited?.passages.find(({ id }) => id === passageId);
    if (cited === undefined || passage === undefined || facts.has(passageId)) continue;
    facts.set(passageId, { citation, passage, cited });
  }
  return [...facts.values()];
};

/** The cited articles with their bibliographies, in the order of the list of sources. */
export const citedBibliographies = ({ content }: Memo, material: MemoMaterial) =>
  citedArticles(content, material).map((cited) => ({
    cited,
    bibliography: effectiveBibliography(cited.article, cited.about),
  }));
