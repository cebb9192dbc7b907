import type { Steps } from '../../../steps.ts';
import { type CitedPassage, listCitations, numberSources } from '../../citations/list-citations.ts';
import type { MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import type { MemoContent } from '../../memo-content.ts';
import { keptAsCited } from '../../verbatim/kept/kept-as-cited.ts';
import { keptFaults, shortenedQuote } from '../../verbatim/kept/kept-faults.ts';
import type { FaultyQuote } from '../../verbatim/verify-quotes.ts';

const isQuoted = ({ form }: CitedPassage): boolean => form === undefined || form === 'whole';

/** The citations that shorten a passage to something else than it says, each with what is wrong. */
export function* findFaultyShortenings(
  content: MemoContent,
  { articles, sha256 }: MemoMaterial,
): Steps<readonly FaultyQuote[]> {
  const numbers = numberSources(content);
  const faulty: FaultyQuote[] = [];
  for (const citation of listCitations(content).filter(isQuoted)) {
    const cited = articles.get(citation.articleId);
    const passage = cited?.passages.find(({ id }) => id === citation.passageId);
    if (cited === undefined || passage === undefined) continue;
    const [kept, source] = [keptAsCited(citation, passage, sha256), printedSourceOf(cited)];
    if (kept === null || source === null) continue;
    const shortened = { passage, kept, isBlock: citation.form === undefined };
    const faults = yield* keptFaults(shortened, source);
    const quote = shortenedQuote(shortened, source);
    const number = numbers.get(citation.articleId) ?? 0;
    if (faults.length > 0) faulty.push({ ...quote, source: number, passageId: passage.id, faults });
  }
  return faulty;
}
