/**
 * "What has changed" since the superseded memo, as a table drafted from the judgements: what each was, what it is,
 * and what has been cited for it since. Nothing is judged: where likelihood, confidence and words are unchanged,
 * the table states that.
 */
import type { PassageId } from '../../ids.ts';
import { type OwnTerms, termsWith } from '../../tradecraft/own-terms.ts';
import { citationsOfBlock, listCitations } from '../citations/list-citations.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import type { Standing } from '../citations/standing.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { inlineText } from '../content/list-prose.ts';
import type { Memo } from '../memo.ts';
import type { MemoInline, MemoJudgement, MemoParagraph, MemoTable } from '../memo-content.ts';
import { type PrintedWords, printLed, wordsFor } from '../print/printed-words.ts';
import { isSameState, judgementsOf, stateOfJudgement } from '../snapshot/judgements-of.ts';
import type { FrozenJudgement } from '../snapshot/snapshot.ts';

/** Its paragraphs. */
type Cell = readonly (readonly MemoInline[])[];
type Row = readonly [judgement: Cell, was: Cell, is: Cell, because: Cell];

type ChangeWords = PrintedWords['change'];

const words = (...texts: readonly string[]): Cell =>
  texts.filter((text) => text !== '').map((text) => [{ type: 'text', text }]);

const cellOf =
  (type: 'tableCell' | 'tableHeader') =>
  (cell: Cell): MemoTable['content'][number]['content'][number] => {
    const paragraphs = cell.map((content): MemoParagraph => ({ type: 'paragraph', content: [...content] }));
    const content = paragraphs.length === 0 ? [{ type: 'paragraph' } as const] : paragraphs;
    return { type, attrs: { colspan: 1, rowspan: 1 }, content };
  };

/** The statement in the analyst's own words alone. */
const statementOf = ({ content = [] }: MemoJudgement): string =>
  inlineText(content).replaceAll(/\s+/gu, ' ').trim();

const laterWords = (standing: Exclude<Standing, 'same'>, { notInSource, undecided }: ChangeWords): string =>
  ({ changed: '', reversed: '', gone: notInSource, beside: undecided, unsettled: undecided })[standing];

/**
 * A row for a source that has changed its text since: what it said, and what it says now, cited in its current
 * form.
 */
const evidenceRow = (
  { later, articleTitle }: ResolvedCitation,
  { change, sign }: PrintedWords,
): readonly Row[] => {
  if (later === undefined || later.standing === 'same') return [];
  const { newest, standing, was } = later;
  const is: Cell =
    newest === null
      ? words(laterWords(standing, change))
      : [[{ type: 'citation', attrs: { ...newest, form: 'whole' } }]];
  const because = standing === 'reversed' ? change.reversed : change.newerVersion;
  const evidence =
    articleTitle === null ? change.evidence : printLed(`${change.evidence}${sign.colon}`, articleTitle);
  return [[words(evidence), words(was), is, words(because)]];
};

/** The passages that a judgement cites and the superseded memo did not, each once. */
const citedSince = (judgement: MemoJudgement, known: ReadonlySet<PassageId>): Cell => {
  const fresh = citationsOfBlock(judgement).filter(({ passageId }) => !known.has(passageId));
  const once = new Map(fresh.map((citation) => [citation.passageId, citation]));
  const citations = [...once.values()].map(
    ({ articleId, passageId, exactSha256 }): MemoInline => ({
      type: 'citation',
      attrs: { articleId, passageId, exactSha256, form: 'number' },
    }),
  );
  return citations.length === 0 ? [] : [citations];
};

/** The two statements of a judgement, each in its own paragraph: they must not be in one sentence (ICD 203). */
const printState = (judgement: FrozenJudgement, printed: PrintedWords): Cell =>
  words(...stateOfJudgement(judgement, printed));

const printChange = (was: FrozenJudgement, now: FrozenJudgement, printed: PrintedWords): Cell => {
  const { unchanged, reworded } = printed.change;
  if (!isSameState(was, now)) return printState(now, printed);
  return was.statement === now.statement
    ? words(unchanged)
    : [...printState(now, printed), ...words(reworded)];
};

/** A memo with its form's own words for the doctrine's terms; of one that was sent, those with which it was sent. */
export type WordedMemo = { readonly memo: Memo; readonly terms?: OwnTerms | undefined };

const judgementsIn = ({ memo, terms }: WordedMemo): readonly FrozenJudgement[] =>
  judgementsOf(memo, termsWith(terms, memo.head.language), statementOf);

/**
 * The table, with a row for each judgement of `now` in its order, then one for each of `before` that it no longer
 * makes, then one for each passage `cited` by `before` that a newer version of its source has otherwise; null where
 * there is no row. A judgement is the same one where its id is.
 */
export const draftChanges = (
  before: WordedMemo,
  now: WordedMemo,
  cited: readonly ResolvedCitation[] = [],
): MemoTable | null => {
  const printed = wordsFor(now.memo.head.language, now.terms);
  const { change } = printed;
  const known = new Set(listCitations(before.memo.content).map(({ passageId }) => passageId));
  const [old, fresh] = [judgementsIn(before), judgementsIn(now)];
  const nodes = listJudgements(now.memo.content);
  const rows: readonly Row[] = [
    ...fresh.map((judgement, at): Row => {
      const was = old.find(({ id }) => id === judgement.id);
      const node = nodes[at];
      return [
        words(`${judgement.number}. ${judgement.statement}`),
        was === undefined ? words(change.notIn(before.memo.head.referenceNumber)) : printState(was, printed),
        was === undefined ? printState(judgement, printed) : printChange(was, judgement, printed),
        node === undefined ? [] : citedSince(node, known),
      ];
    }),
    ...old
      .filter(({ id }) => !fresh.some((judgement) => judgement.id === id))
      .map((was): Row => [words(was.statement), printState(was, printed), words(change.noLongerMade), []]),
    ...[...new Map(cited.map((each) => [each.passageId, each])).values()].flatMap((each) =>
      evidenceRow(each, printed),
    ),
  ];
  if (rows.length === 0) return null;
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: change.heads.map((head) => words(head)).map(cellOf('tableHeader')) },
      ...rows.map((row) => ({ type: 'tableRow' as const, content: row.map(cellOf('tableCell')) })),
    ],
  };
};
