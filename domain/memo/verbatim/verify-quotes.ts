import type { PassageId, TranslationId } from '../../ids.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import type { Steps } from '../../steps.ts';
import { hasOwnMarks } from '../../text/quotation-marks.ts';
import type { DocumentBlock, MemoDocument, QuotationBlock, Run } from '../memo-document.ts';
import { isOmissionWithinMarks, OMISSION_BETWEEN_MARKS } from './omission-mark.ts';
import type { PrintedSource } from './printed-source.ts';
import type { QuoteFault } from './quote-fault.ts';
import { type QuoteForm, verifyParts } from './verify-quote.ts';

type QuoteRun = Extract<Run, { readonly kind: 'quote' }>;

/** A printed quote with all its parts, and the number of the source that must contain them. */
export type PrintedQuote = {
  readonly source: number;
  readonly passageId: PassageId;
  readonly parts: readonly string[];
  readonly form: QuoteForm;
  /** The translation that its parts are from; absent where they are the words of the source. */
  readonly translationId?: TranslationId;
  /** The own words of the sentence in which it is printed; of a block, those of the sentence before it. */
  readonly around: string;
};

/** Represents a quote where only the own words of a sentence are examined. */
const QUOTE = '\uFFFC';

const ownText = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'quote' ? QUOTE : ' ')).join('');

/** The sentence of `text` that holds its quote of that number, from 0, without all quotes. */
const sentenceAround = (text: string, number: number): string => {
  const at = [...text.matchAll(/\uFFFC/gu)][number]?.index ?? 0;
  const sentences = sentencesOf(text, { start: 0, end: text.length });
  const { start, end } = sentences.findLast((sentence) => sentence.start <= at) ?? { start: 0, end: 0 };
  return text.slice(start, end).replaceAll(QUOTE, ' ');
};

/** How two adjacent quotes are printed; null where they are two separate quotations. */
const formOf = (before: QuoteRun, between: Run | undefined, after: QuoteRun): QuoteForm | null => {
  if (between?.kind !== 'text' || before.passageId !== after.passageId) return null;
  if (before.translationId !== after.translationId) return null;
  if (between.text === OMISSION_BETWEEN_MARKS) return 'apart';
  if (!isOmissionWithinMarks(between.text)) return null;
  return hasOwnMarks(before.text) && hasOwnMarks(after.text) ? 'apart' : 'running';
};

const asQuote = ({ source, passageId, translationId, text }: QuoteRun, around: string): PrintedQuote => ({
  source,
  passageId,
  ...(translationId === undefined ? {} : { translationId }),
  parts: [text],
  form: 'running',
  around,
});

/** The quotes of runs: parts of one passage with an omission between them are one quotation. */
const quotesOfRuns = (runs: readonly Run[]): readonly PrintedQuote[] => {
  const notes = runs.flatMap((run) => (run.kind === 'footnote' ? quotesOfRuns(run.runs ?? []) : []));
  const quotes: PrintedQuote[] = [];
  const text = ownText(runs);
  let number = -1;
  runs.forEach((run, at) => {
    if (run.kind !== 'quote') return;
    number += 1;
    const [last, before] = [quotes.at(-1), runs[at - 2]];
    const form = before?.kind === 'quote' ? formOf(before, runs[at - 1], run) : null;
    if (last === undefined || form === null) quotes.push(asQuote(run, sentenceAround(text, number)));
    else quotes[quotes.length - 1] = { ...last, parts: [...last.parts, run.text], form };
  });
  return [...quotes, ...notes];
};

/** The parts of a block that are on one line, one after the other. */
const lineGroups = ({ quotes, runOn = [] }: QuotationBlock): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  quotes.forEach((quote, at) => {
    const before = runOn.includes(at) ? groups.at(-1) : undefined;
    if (before === undefined) groups.push([quote]);
    else before.push(quote);
  });
  return groups;
};

const lastSentence = (text: string): string => {
  const last = sentencesOf(text, { start: 0, end: text.length }).at(-1);
  return last === undefined ? '' : text.slice(last.start, last.end).replaceAll(QUOTE, ' ');
};

/** Parts that continue after an omission are read as one quotation; parts on lines of their own are apart. */
const quotesOfQuotation = (
  block: QuotationBlock,
  before: DocumentBlock | undefined,
): readonly PrintedQuote[] => {
  const around = before?.kind === 'paragraph' ? lastSentence(ownText(before.runs)) : '';
  const { translationId, original } = block;
  const whose = { source: block.pinpoint.source, passageId: block.passageId, around };
  const quote = { ...whose, ...(translationId === undefined ? {} : { translationId }) };
  const below: readonly PrintedQuote[] =
    original === undefined ? [] : [{ ...whose, parts: original.quotes, form: 'block' }];
  const groups = lineGroups(block);
  const runOn = groups
    .filter(({ length }) => length > 1)
    .map((parts): PrintedQuote => ({ ...quote, parts, form: 'run-on' }));
  return groups.length === 1 && runOn.length === 1
    ? [...runOn, ...below]
    : [{ ...quote, parts: block.quotes, form: 'block' }, ...runOn, ...below];
};

const quotesOfBlock = (
  block: DocumentBlock,
  at: number,
  blocks: readonly DocumentBlock[],
): readonly PrintedQuote[] => {
  switch (block.kind) {
    case 'heading':
    case 'figure':
    case 'page-break':
      return [];
    case 'paragraph':
      return quotesOfRuns(block.runs);
    case 'judgement':
      return quotesOfRuns(block.statement);
    case 'quotation':
      return quotesOfQuotation(block, blocks[at - 1]);
    case 'own-quotation':
      return block.blocks.flatMap(quotesOfBlock);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(quotesOfBlock));
    case 'table':
      return block.cells.flatMap((cell) => cell.blocks.flatMap(quotesOfBlock));
  }
};

/** Every quote that the document prints, in reading order. */
export const listPrintedQuotes = (document: Pick<MemoDocument, 'sections'>): readonly PrintedQuote[] =>
  document.sections.flatMap((section) => section.blocks.flatMap(quotesOfBlock));

/** A stored translation of a passage; null where it is gone. */
export type TranslationsOf = (passageId: PassageId, translationId: TranslationId) => PrintedSource | null;

const sourceOf = (
  { source, passageId, translationId }: Pick<PrintedQuote, 'source' | 'passageId' | 'translationId'>,
  sources: ReadonlyMap<number, PrintedSource>,
  translations: TranslationsOf,
): PrintedSource | undefined =>
  translationId === undefined ? sources.get(source) : (translations(passageId, translationId) ?? undefined);

export type FaultyQuote = Omit<PrintedQuote, 'around'> & { readonly faults: readonly QuoteFault[] };

/**
 * The printed quotes that do not say what their source says, each with its faults. `sources` by their numbers; a
 * quote of a source without a text differs. What a quote loses of its sentence is compared with the text printed
 * around it.
 */
export function* verifyQuotes(
  document: MemoDocument,
  sources: ReadonlyMap<number, PrintedSource>,
  translations: TranslationsOf = () => null,
): Steps<readonly FaultyQuote[]> {
  const { language } = document;
  const faulty: FaultyQuote[] = [];
  for (const { around, ...quote } of listPrintedQuotes(document)) {
    const source = sourceOf(quote, sources, translations);
    const places = source?.placesOf(quote.passageId) ?? null;
    // Each part of an interrupted quotation is translated by itself.
    const form =
      quote.translationId !== undefined && (places?.length ?? 0) > 1 && quote.form === 'running'
        ? 'apart'
        : quote.form;
    const held = { ...quote, form, places, carried: { around, language } };
    const faults: readonly QuoteFault[] =
      source === undefined ? [{ kind: 'differs' }] : yield* verifyParts(held, source.text);
    if (faults.length > 0) faulty.push({ ...quote, faults });
  }
  return faulty;
}
