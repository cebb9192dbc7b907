import type { Editor, Range } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { Sha256 } from '#domain/ids.ts';
import { asBeginnings } from '#domain/search/written-conditions.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { act } from '#renderer/bridge/act.ts';
import { catalogueIsRead, changeSettings, useAppState } from '#renderer/bridge/app-state.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { printRowVersion } from '#renderer/parts/passage/print-row-place.ts';
import { insertFigure } from '../figure/insert-figure.ts';
import { type CitationBook, enter } from '../state/citation-book.ts';
import type { MemoStore } from '../state/memo-store.ts';
import type { InlineItem } from './inline-menu.ts';
import { insertCitation, insertQuotation } from './insert-parts.ts';

const MAX_SHOWN = 8;

export type CitationShape = 'inline' | 'block';

/** What citing needs of the memo that is open. */
export type Citing = { readonly book: CitationBook; readonly store: MemoStore };

/** Puts the cited passage in as its kind and the shape want it. */
type Insert = (editor: Editor, range: Range | null) => boolean;

/** A passage of the list as a citation that was made this moment: what its chip shows until main answers. */
const citeRow = (row: PassageRow, exactSha256: Sha256): ResolvedCitation => ({
  articleId: row.articleId,
  passageId: row.id,
  exactSha256,
  state: 'ok',
  number: 0,
  paragraph: row.paragraph,
  place: null,
  quote: row.quote,
  printed: row.printed,
  attribution: null,
  articleTitle: row.articleTitle,
  speaker: row.speaker?.name ?? null,
  publication: row.publication?.name ?? null,
  grade: row.grade,
  passage: null,
});

/** The figure of a region, which main cuts out of its picture; null where it can't be cut, which was said. */
const figureOf = async (row: PassageRow, { book, store }: Citing): Promise<Insert | null> => {
  const { memoId } = store.getState();
  const answer = await act('memo:add-region-figure', { memoId, articleId: row.articleId, passageId: row.id });
  if (!answer.ok) return null;
  const { cited } = answer.value;
  if (cited !== undefined) enter(book, [citeRow(row, cited.exactSha256)]);
  return (editor, range) => insertFigure(editor, answer.value, range);
};

const citationOf = async (
  row: PassageRow,
  { book }: Citing,
  shape: CitationShape,
): Promise<Insert | null> => {
  const answer = await act('memo:cite', { articleId: row.articleId, passageId: row.id });
  if (!answer.ok) return null;
  const { articleId, passageId, exactSha256 } = answer.value;
  const cited = citeRow({ ...row, articleId, id: passageId }, exactSha256);
  enter(book, [cited]);
  // A region quotes nothing: in a sentence its number stands behind the analyst's own words.
  const form = row.region === null ? useAppState.getState().settings.citationForm : 'number';
  return (editor, range) =>
    shape === 'inline'
      ? insertCitation(editor, { ...cited, form }, range)
      : insertQuotation(editor, cited, range);
};

/**
 * Follows a range through what is typed meanwhile; `stop` answers where it is then, null where nothing of it is left.
 */
const followRange = (editor: Editor, wished: Range | null): { readonly stop: () => Range | null } => {
  let range = wished;
  const follow = ({ transaction: { mapping } }: { readonly transaction: Transaction }): void => {
    if (range === null) return;
    const [from, to] = [mapping.map(range.from, 1), mapping.map(range.to, -1)];
    range = from < to ? { from, to } : null;
  };
  editor.on('transaction', follow);
  return {
    stop: () => {
      editor.off('transaction', follow);
      return range;
    },
  };
};

/** Cites the passage of a row: asks main for what names it, then inserts. Answers whether it did. */
export const citePassage = async (
  editor: Editor,
  citing: Citing,
  row: PassageRow,
  shape: CitationShape,
  wished: Range | null = null,
): Promise<boolean> => {
  const isFigure = row.region !== null && shape === 'block';
  // Whoever types on before main has answered still means the place at which the passage was chosen.
  const followed = followRange(editor, wished);
  const insert = isFigure ? await figureOf(row, citing) : await citationOf(row, citing, shape);
  const range = followed.stop();
  if (insert === null || editor.isDestroyed) return false;
  return insert(editor, range);
};

const detailOf = (row: PassageRow): string =>
  joinFacts([
    row.speaker?.name ?? row.publication?.name,
    printGrade(row.grade),
    row.articleTitle,
    printRowVersion(row),
  ]);

/** Cites the other way from now on: with the quotation, or as a number alone. */
const turnForm = (): void => {
  const { citationForm } = useAppState.getState().settings;
  void changeSettings({ citationForm: citationForm === 'whole' ? 'number' : 'whole' });
};

/** The passages that `@` finds, by their words. */
export const findPassages =
  (citing: Citing) =>
  async ({ query }: { readonly query: string }): Promise<readonly InlineItem[]> => {
    const filter = query.trim() === '' ? {} : { text: asBeginnings(query) };
    await catalogueIsRead();
    const answer = await request('passage:list', { filter, limit: MAX_SHOWN });
    if (!answer.ok) return [];
    return answer.value.rows.map((row) => ({
      id: row.id,
      title: row.printed,
      detail: detailOf(row),
      run: (editor, range, way) => {
        // A region has no words to quote.
        if (way === 'other' && row.region === null) turnForm();
        void citePassage(editor, citing, row, way === 'block' ? 'block' : 'inline', range);
      },
    }));
  };
