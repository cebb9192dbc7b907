/** Blocks as Markdown. */

import { lettersOf, listMark } from '#domain/memo/content/list-numbering.ts';
import { type BlockGroup, groupBlocks, withoutBreaks } from '#domain/memo/document/blocks-of-document.ts';
import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import {
  columnAligns,
  judgementNotes,
  printQuotedFrom,
  quotedParagraphs,
  tableGrid,
} from '#domain/memo/document/lay-document.ts';
import { citationOf } from '#domain/memo/document/list-styled-sources.ts';
import { figureInWords } from '#domain/memo/document/print-figure.ts';
import { printPinpoints } from '#domain/memo/document/print-pinpoints.ts';
import type { Footnote } from '#domain/memo/document-run.ts';
import type { CellAlign } from '#domain/memo/memo-content.ts';
import type {
  DocumentBlock,
  FigureBlock,
  JudgementBlock,
  ListBlock,
  ParagraphBlock,
  QuotationBlock,
  Run,
  StyledWords,
  TableBlock,
} from '#domain/memo/memo-document.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { isolateDirection, isolatedFootnote, isolateNames, isolateSign } from '../isolate-direction.ts';
import { hang, PARAGRAPHS } from '../text/paragraphs.ts';
import type { Writing } from '../writing.ts';
import {
  escapeAddress,
  escapeHeading,
  escapeInline,
  escapeLine,
  escapeTarget,
  guardStart,
} from './escape-markdown.ts';

type Notes = Writing;

/** Each line of `text` within a quotation. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

type TextRun = Extract<Run, { readonly kind: 'text' }>;

/** Emphasis applies to words: white space at the ends of a run stays outside the marks. */
const mark = (text: string, sign: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? text : `${before}${sign}${words}${sign}${after}`;
};

/** Markdown has no small capitals: they become plain letters. */
const printText = ({ text, bold, italic, underline, strike, raised, href }: TextRun): string => {
  let markdown = escapeInline(text);
  if (raised !== undefined) {
    const tag = raised === 'superscript' ? 'sup' : 'sub';
    markdown = `<${tag}>${markdown}</${tag}>`;
  }
  if (underline === true) markdown = `<u>${markdown}</u>`;
  if (strike === true) markdown = mark(markdown, '~~');
  if (italic === true) markdown = mark(markdown, '*');
  if (bold === true) markdown = mark(markdown, '**');
  return href === undefined ? markdown : `[${markdown}](<${escapeTarget(href)}>)`;
};

/** Words that a citation style has produced. */
export const styledToMarkdown = (words: readonly StyledWords[]): string =>
  words
    .map(({ href, ...look }) => {
      const isBare = href !== undefined && href === look.text;
      return isBare
        ? `<${escapeAddress(href)}>`
        : printText({ kind: 'text', ...look, ...(href === undefined ? {} : { href }) });
    })
    .join('');

/** Footnotes are Markdown, so plain words and the original of a translation are escaped in them too. */
const noteToMarkdown = (note: Footnote, notes: Notes): string =>
  note.runs === undefined
    ? escapeInline(isolatedFootnote(note, notes.words))
    : note.runs.map((run) => printRun(run, notes)).join('');

function printRun(run: Run, notes: Notes): string {
  switch (run.kind) {
    case 'text':
      return printText(run);
    case 'quote':
      return escapeInline(isolateDirection(run.text, run.dir));
    case 'break':
      return '\\\n';
    case 'reference':
      return escapeInline(run.text);
    case 'footnote':
      return `[^${notes.add(noteToMarkdown(run, notes))}]`;
    case 'citation':
      return run.styled === undefined
        ? ` ${escapeInline(isolateSign(printPinpoints(run.pinpoints, notes.words), notes.words))}`
        : ` ${styledToMarkdown(run.styled)}`;
  }
}

/** A backslash at the end of a paragraph breaks no line: it would be shown. */
const closingBreaks = /(?:\\\n)+$/u;

/** The runs as one paragraph, as they are; footnotes are added to `notes`. */
export const plainRunsToMarkdown = (runs: readonly Run[], notes: Notes): string =>
  guardStart(
    runs
      .map((run) => printRun(run, notes))
      .join('')
      .replace(closingBreaks, ''),
  ).trim();

/** The same for the writer's own words, with the terms of likelihood in bold. */
const runsToMarkdown = (runs: readonly Run[], notes: Notes): string =>
  plainRunsToMarkdown(emboldenTerms(runs, null, notes.words.terms), notes);

/** The number is text in the paragraph: a Markdown list would restart after each quotation. */
const paragraphToMarkdown = ({ runs, number }: ParagraphBlock, notes: Notes): string => {
  const words = runsToMarkdown(runs, notes);
  return number === undefined ? words : `${number}\\. ${words}`;
};

const judgementToMarkdown = (block: JudgementBlock, notes: Notes): string =>
  hang(
    `${block.number}. `,
    [
      runsToMarkdown(block.statement, notes),
      ...judgementNotes(block, notes.words).map(({ lead, text }) =>
        lead === '' ? escapeLine(text) : `*${escapeInline(lead)}* ${escapeInline(text)}`,
      ),
    ].join(PARAGRAPHS),
  );

const quotedToMarkdown = (words: Pick<QuotationBlock, 'quotes' | 'runOn'>): string =>
  quotedParagraphs(words)
    .map((lines) => lines.map(escapeLine).join(PARAGRAPHS))
    .join(`${PARAGRAPHS}${escapeLine(OMISSION)}${PARAGRAPHS}`);

const quotationToMarkdown = (block: QuotationBlock, notes: Notes): string => {
  const { original } = block;
  return quoted(
    [
      quotedToMarkdown(block),
      ...(original === undefined ? [] : [quotedToMarkdown(original)]),
      `— ${escapeInline(isolateNames(printQuotedFrom(block, notes.words), notes.words))}${printRun(citationOf(block), notes)}`,
    ].join(PARAGRAPHS),
  );
};

/** Markdown numbers lists by digits alone: a letter is the first word of its item. */
const listToMarkdown = ({ ordered, items, start = 1, numbering }: ListBlock, notes: Notes): string =>
  items
    .map((item, at) => {
      const words = blocksToMarkdown(item, notes);
      if (!ordered) return hang('- ', words);
      if (lettersOf(numbering) === '1') return hang(`${at + start}) `, words);
      const between = item[0]?.kind === 'paragraph' ? ' ' : PARAGRAPHS;
      return hang('- ', `${listMark(numbering, at + start)}${between}${words}`);
    })
    .join('\n');

/** A row has to be one line. */
const cellOf = (markdown: string): string => markdown.replaceAll(/\\?\n+/gu, ' ').trim();

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const ruleOf: Readonly<Record<CellAlign, string>> = {
  start: '---',
  centre: ':---:',
  end: '---:',
  decimal: '---:',
};

/** `rows` contain Markdown; the first is the header row, which Markdown requires. */
const rowsToMarkdown = (rows: readonly (readonly string[])[], aligns: readonly CellAlign[] = []): string => {
  const [head = [], ...body] = rows;
  const rules = head.map((_, column) => ruleOf[aligns[column] ?? 'start']);
  return [rowOf(head), rowOf(rules), ...body.map(rowOf)].join('\n');
};

/** A table of words; the first row is the head. */
export const wordsToMarkdown = (rows: readonly (readonly string[])[]): string =>
  rowsToMarkdown(rows.map((row) => row.map((text) => cellOf(escapeInline(text)))));

const tableToMarkdown = (table: TableBlock, notes: Notes): string => {
  const rows = tableGrid(table, (blocks) => {
    const markdown = blocksToMarkdown(blocks, notes);
    // The items of a list stay on separate lines.
    const hasList = blocks.some(({ kind }) => kind === 'list');
    return cellOf(hasList ? markdown.replaceAll(/\n+/gu, '<br>') : markdown);
  });
  const emptyHead = Array.from({ length: table.columns }, () => '');
  return rowsToMarkdown(table.headerRows === 0 ? [emptyHead, ...rows] : rows, columnAligns(table));
};

/** Markdown refers to image files, and a memo is one file, so the picture is described in words. */
const figureToMarkdown = (block: FigureBlock, { words }: Notes): string =>
  figureInWords(block, words).map(escapeLine).join('\\\n');

const groupToMarkdown = (group: BlockGroup, notes: Notes): string => {
  switch (group.kind) {
    case 'paragraph':
      return paragraphToMarkdown(group, notes);
    // Markdown has no pages.
    case 'page-break':
      return '';
    case 'heading':
      return `${group.level === 1 ? '###' : '####'} ${escapeHeading(group.text)}`;
    case 'figure':
      return figureToMarkdown(group, notes);
    case 'judgements':
      return group.items.map((item) => judgementToMarkdown(item, notes)).join(PARAGRAPHS);
    case 'quotation':
      return quotationToMarkdown(group, notes);
    case 'own-quotation':
      return quoted(blocksToMarkdown(group.blocks, notes));
    case 'list':
      return listToMarkdown(group, notes);
    case 'table':
      return tableToMarkdown(group, notes);
  }
};

const isList = (group: BlockGroup | undefined): boolean =>
  group?.kind === 'list' || group?.kind === 'judgements';

const isQuotation = (group: BlockGroup | undefined): boolean =>
  group?.kind === 'quotation' || group?.kind === 'own-quotation';

/** Two adjacent lists or quotations would be joined; a comment separates them. */
const isOneWith = (group: BlockGroup, before: BlockGroup | undefined): boolean =>
  (isList(group) && isList(before)) || (isQuotation(group) && isQuotation(before));

/** The blocks in their order. */
export function blocksToMarkdown(blocks: readonly DocumentBlock[], notes: Notes): string {
  return groupBlocks(withoutBreaks(blocks))
    .flatMap((group, at, groups) => [
      ...(isOneWith(group, groups[at - 1]) ? ['<!-- -->'] : []),
      groupToMarkdown(group, notes),
    ])
    .join(PARAGRAPHS);
}
