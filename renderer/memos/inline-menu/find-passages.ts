import type { Editor, Range } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import {
  type CitablePassage,
  type CitableWay,
  MAX_QUERY,
  memoCitable,
  memoCite,
  type NewCitation,
  type ResolvedCitation,
} from '#domain/contract/memo.ts';
import { memoAddRegionFigure } from '#domain/contract/memo-figure.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { TranslationId } from '#domain/ids.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { act } from '#renderer/bridge/act.ts';
import { catalogueIsRead, changeSettings, useAppState } from '#renderer/bridge/app-state.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { printRowVersion } from '#renderer/parts/passage/print-row-place.ts';
import { sayMaker } from '#renderer/parts/translation/translations.ts';
import { insertFigure } from '../figure/insert-figure.ts';
import { type CitationBook, enter } from '../state/citation-book.ts';
import type { MemoStore } from '../state/memo-store.ts';
import type { InlineItem } from './inline-menu.ts';
import { insertCitation, insertQuotation } from './insert-parts.ts';

const MAX_SHOWN = 8;

export type CitationShape = 'inline' | 'block';

/** The shape and the translation of a citation: null for the passage's own words; absent for the memo's default. */
export type HowCited = { readonly shape: CitationShape; readonly translationId?: TranslationId | null };

/** What citing needs of the open memo. */
export type Citing = { readonly book: CitationBook; readonly store: MemoStore };

/** Inserts the cited passage as its kind and the shape require. */
type Insert = (editor: Editor, range: Range | null) => boolean;

/** A passage of the list as a new citation: shown on its chip until main answers. */
export const citeRow = (row: PassageRow, cited: NewCitation): ResolvedCitation => ({
  ...cited,
  state: 'ok',
  number: 0,
  paragraph: row.paragraph,
  place: null,
  quote: row.quote,
  printed: cited.printed ?? row.printed,
  attribution: null,
  articleTitle: row.articleTitle,
  speaker: row.speaker?.name ?? null,
  publication: row.publication?.name ?? null,
  grade: row.grade,
  passage: null,
});

/** The figure of a region, which main crops from its picture; null if that failed, which was reported. */
const figureOf = async (row: PassageRow, { book, store }: Citing): Promise<Insert | null> => {
  const { memoId } = store.getState();
  const answer = await act(memoAddRegionFigure, { memoId, articleId: row.articleId, passageId: row.id });
  if (!answer.ok) return null;
  const { cited } = answer.value;
  if (cited !== undefined) enter(book, [citeRow(row, cited)]);
  return (editor, range) => insertFigure(editor, answer.value, range);
};

const citationOf = async (
  row: PassageRow,
  { book, store }: Citing,
  { shape, translationId }: HowCited,
): Promise<Insert | null> => {
  const { memoId } = store.getState();
  const by = translationId === undefined ? {} : { translationId };
  const answer = await act(memoCite, { articleId: row.articleId, passageId: row.id, memoId, ...by });
  if (!answer.ok) return null;
  const cited = citeRow(row, answer.value);
  enter(book, [cited]);
  // A region has no words to quote: in a sentence its number follows the analyst's own words.
  const form = row.region === null ? useAppState.getState().settings.citationForm : 'number';
  return (editor, range) =>
    shape === 'inline' || editor.schema.nodes.quotation === undefined
      ? insertCitation(editor, { ...cited, form }, range)
      : insertQuotation(editor, cited, range);
};

/** Tracks a range through further typing; `stop` returns its current position, null if it is gone. */
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

/** Cites the passage of a row: requests its details from main, then inserts. Returns whether it did. */
export const citePassage = async (
  editor: Editor,
  citing: Citing,
  row: PassageRow,
  how: HowCited,
  wished: Range | null = null,
): Promise<boolean> => {
  const isFigure = row.region !== null && how.shape === 'block' && editor.schema.nodes.figure !== undefined;
  // If typing continues before main has answered, the place where the passage was chosen still counts.
  const followed = followRange(editor, wished);
  const insert = isFigure ? await figureOf(row, citing) : await citationOf(row, citing, how);
  const range = followed.stop();
  if (insert === null || editor.isDestroyed) return false;
  return insert(editor, range);
};

/** Whose words these are, if the passage has a translation, and whether they matched the search. */
const wordsOfWay = (
  { language, ways }: CitablePassage,
  { translation, isFound }: CitableWay,
): string | null => {
  if (ways.length === 1) return null;
  const whose =
    translation === null
      ? `Original${language === null ? '' : ` in ${nameOfLanguage(language)}`}`
      : `${nameOfLanguage(translation.language)}, ${sayMaker(translation.maker)}`;
  return isFound && ways.some((each) => !each.isFound) ? `${whose}, matches` : whose;
};

const detailOf = (passage: CitablePassage, way: CitableWay): string => {
  const { row } = passage;
  return joinFacts([
    wordsOfWay(passage, way),
    row.speaker?.name ?? row.publication?.name,
    printGrade(row.grade),
    row.articleTitle,
    printRowVersion(row),
  ]);
};

/** Switches the default for citations: with the quotation, or the number only. */
const turnForm = (): void => {
  const { citationForm } = useAppState.getState().settings;
  void changeSettings({ citationForm: citationForm === 'whole' ? 'number' : 'whole' });
};

/** A list item for one way to cite a passage. */
const itemOf = (citing: Citing, passage: CitablePassage, cited: CitableWay): InlineItem => {
  const { row } = passage;
  const translationId = cited.translation?.translationId ?? null;
  return {
    id: `${row.id} ${translationId ?? ''}`,
    title: cited.printed,
    detail: detailOf(passage, cited),
    run: (editor, range, way) => {
      // A region has no words to quote.
      if (way === 'other' && row.region === null) turnForm();
      const shape = way === 'block' ? 'block' : 'inline';
      void citePassage(editor, citing, row, { shape, translationId }, range);
    },
  };
};

/** The passages that `@` finds, by their words or those of a translation, in each way to cite them. */
export const findPassages =
  (citing: Citing) =>
  async ({ query }: { readonly query: string }): Promise<readonly InlineItem[]> => {
    await catalogueIsRead();
    const { memoId } = citing.store.getState();
    const text = query.slice(0, MAX_QUERY);
    const answer = await request(memoCitable, { memoId, text, limit: MAX_SHOWN });
    if (!answer.ok) return [];
    return answer.value.flatMap((passage) => passage.ways.map((cited) => itemOf(citing, passage, cited)));
  };
