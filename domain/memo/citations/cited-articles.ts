import type { MemoContent } from '../memo-content.ts';
import { numberSources } from './list-citations.ts';
import type { CitedArticle, MemoMaterial } from './memo-material.ts';

/** The articles that a memo cites and that are at hand, in the order of the list of sources. */
export const citedArticles = (content: MemoContent, { articles }: MemoMaterial): readonly CitedArticle[] =>
  [...numberSources(content).keys()].flatMap((id) => articles.get(id) ?? []);
