import type { Steps } from '../../../steps.ts';
import { numberSources } from '../../citations/list-citations.ts';
import type { MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import type { Memo } from '../../memo.ts';
import type { MemoDocument } from '../../memo-document.ts';
import { OMISSION_WITHIN_MARKS } from '../../verbatim/omission-mark.ts';
import type { PrintedSource } from '../../verbatim/printed-source.ts';
import { verifyQuotes } from '../../verbatim/verify-quotes.ts';
import type { MemoProblem } from '../memo-problem.ts';

const sourcesByNumber = ({ content }: Memo, { articles }: MemoMaterial): ReadonlyMap<number, PrintedSource> =>
  new Map(
    [...numberSources(content)].flatMap(([articleId, number]) => {
      const cited = articles.get(articleId);
      const source = cited === undefined ? null : printedSourceOf(cited);
      return source === null ? [] : [[number, source] as const];
    }),
  );

/** The quotes that `document`, made of `memo`, prints from its citations and that do not say what their sources say. */
export function* checkPrintedQuotes(
  document: MemoDocument,
  memo: Memo,
  material: MemoMaterial,
): Steps<readonly MemoProblem[]> {
  const faulty = yield* verifyQuotes(document, sourcesByNumber(memo, material));
  return faulty.flatMap(({ passageId, parts, faults }) =>
    faults.map((fault) => ({
      severity: 'must' as const,
      kind: 'quote-not-verbatim' as const,
      passageId,
      quote: parts.join(OMISSION_WITHIN_MARKS),
      fault,
    })),
  );
}
