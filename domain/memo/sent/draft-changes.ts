/**
 * "What has changed" since the memo that is superseded, as a table drafted from the judgements: what each was, what it
 * is, and what was cited for it since. Nothing is judged: where likelihood, confidence and words are as they were, the
 * table says so.
 */
import type { PassageId } from '../../ids.ts';
import { citationsOfBlock, listCitations } from '../citations/list-citations.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { inlineText } from '../content/list-prose.ts';
import type { Memo } from '../memo.ts';
import type { MemoInline, MemoJudgement, MemoParagraph, MemoTable } from '../memo-content.ts';
import { describeJudgement, judgementsOf } from '../snapshot/judgements-of.ts';
import type { FrozenJudgement } from '../snapshot/snapshot.ts';

type Cell = readonly MemoInline[];
type Row = readonly [judgement: Cell, was: Cell, is: Cell, because: Cell];

const heads = ['Judgement', 'Was', 'Is', 'Because of'];

const words = (text: string): Cell => (text === '' ? [] : [{ type: 'text', text }]);

const cellOf =
  (type: 'tableCell' | 'tableHeader') =>
  (content: Cell): MemoTable['content'][number]['content'][number] => {
    const paragraph: MemoParagraph =
      content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: [...content] };
    return { type, attrs: { colspan: 1, rowspan: 1 }, content: [paragraph] };
  };

/** The statement in the analyst's own words alone. */
const statementOf = ({ content = [] }: MemoJudgement): string =>
  inlineText(content).replaceAll(/\s+/gu, ' ').trim();

/** The passages that a judgement cites and the superseded memo did not, each once. */
const citedSince = (judgement: MemoJudgement, known: ReadonlySet<PassageId>): Cell => {
  const fresh = citationsOfBlock(judgement).filter(({ passageId }) => !known.has(passageId));
  const once = new Map(fresh.map((citation) => [citation.passageId, citation]));
  return [...once.values()].map(({ articleId, passageId, exactSha256 }) => ({
    type: 'citation',
    attrs: { articleId, passageId, exactSha256, form: 'number' },
  }));
};

const printChange = (was: FrozenJudgement, now: FrozenJudgement): string => {
  const is = describeJudgement(now);
  if (describeJudgement(was) !== is) return is;
  return was.statement === now.statement ? 'unchanged' : `${is}; reworded`;
};

/**
 * The table, with a row for each judgement of `now` in its order, then one for each of `before` that it no longer
 * makes; null where neither memo makes any. A judgement is the same one where its id is.
 */
export const draftChanges = (before: Memo, now: Memo): MemoTable | null => {
  const known = new Set(listCitations(before.content).map(({ passageId }) => passageId));
  const [old, fresh] = [judgementsOf(before, statementOf), judgementsOf(now, statementOf)];
  const nodes = listJudgements(now.content);
  const rows: readonly Row[] = [
    ...fresh.map((judgement, at): Row => {
      const was = old.find(({ id }) => id === judgement.id);
      const node = nodes[at];
      return [
        words(`${judgement.number}. ${judgement.statement}`),
        words(was === undefined ? `not in ${before.head.referenceNumber}` : describeJudgement(was)),
        words(was === undefined ? describeJudgement(judgement) : printChange(was, judgement)),
        node === undefined ? [] : citedSince(node, known),
      ];
    }),
    ...old
      .filter(({ id }) => !fresh.some((judgement) => judgement.id === id))
      .map((was): Row => [words(was.statement), words(describeJudgement(was)), words('no longer made'), []]),
  ];
  if (rows.length === 0) return null;
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: heads.map(words).map(cellOf('tableHeader')) },
      ...rows.map((row) => ({ type: 'tableRow' as const, content: row.map(cellOf('tableCell')) })),
    ],
  };
};
