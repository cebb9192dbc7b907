import { passageWords, quotesOf, regionOf } from '../../passage/passage.ts';
import { printAttribution, printGradeLine, publicationOf } from '../citations/attribution.ts';
import { citedTranslationOf } from '../citations/cited-translation.ts';
import { isEmptyBlock } from '../content/is-empty-block.ts';
import type {
  MemoBlock,
  MemoHeading,
  MemoList,
  MemoParagraph,
  MemoQuotation,
  MemoTable,
} from '../memo-content.ts';
import type {
  DocumentBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  QuotationBlock,
  TableBlock,
} from '../memo-document.ts';
import { blockPartsOf, keptAsCited } from '../verbatim/kept/cut-kept.ts';
import { limitLevels } from './flatten-list.ts';
import { alignCells, type PlacedCell, placeTableCells, type TableGrid } from './place-table-cells.ts';
import { printFigure } from './print-figure.ts';
import { printJudgement } from './print-judgement.ts';
import { printRuns } from './print-runs.ts';
import { anchorOf, evidenceOf, type PrintScope, pinpointOf, voiceOf } from './print-scope.ts';
import { printTranslatedBlock } from './print-translated.ts';

const printQuotation = ({ attrs }: MemoQuotation, scope: PrintScope): QuotationBlock | ParagraphBlock => {
  const evidence = evidenceOf(attrs, scope);
  const pinpoint = pinpointOf(attrs, evidence, scope);
  if (evidence === null) {
    const note = { kind: 'text', text: scope.words.citation.evidenceMissing, bold: true } as const;
    return { kind: 'paragraph', runs: [note, { kind: 'citation', pinpoints: [pinpoint] }] };
  }
  const { cited, passage } = evidence;
  const { sign } = scope.words;
  // The description of a region is not a quotation.
  if (regionOf(passage) !== null) {
    const runs = [{ kind: 'text', text: passageWords(passage) } as const];
    return { kind: 'paragraph', runs: [...runs, { kind: 'citation', pinpoints: [pinpoint] }] };
  }
  const translation = citedTranslationOf(attrs, cited, passage);
  const { quotes, runOn } = blockPartsOf(passage, keptAsCited(attrs, passage, scope.sha256));
  const attribution = printAttribution(passage, cited, pinpoint, scope.sources, scope.words);
  const own = {
    quotes,
    ...(runOn.length === 0 ? {} : { runOn }),
    ...voiceOf(quotesOf(passage).join('\n'), cited, scope),
  };
  const translated = translation === null ? null : printTranslatedBlock(attrs, evidence, translation, scope);
  return {
    kind: 'quotation',
    passageId: passage.id,
    ...(translated ?? own),
    label: passage.label,
    pinpoint,
    attribution:
      translated === null ? attribution : `${attribution}${sign.stop}${sign.gap}${translated.attribution}`,
    grade: printGradeLine(passage, publicationOf(cited, scope.sources), scope.sources, scope.words),
  };
};

const printList = (list: MemoList, scope: PrintScope): ListBlock =>
  limitLevels({
    kind: 'list',
    ordered: list.type === 'orderedList',
    ...(list.attrs?.start === undefined || list.attrs.start === 1 ? {} : { start: list.attrs.start }),
    ...(list.attrs?.numbering === undefined ? {} : { numbering: list.attrs.numbering }),
    items: list.content.map(({ content }) => printBlocks(content, scope)).filter(({ length }) => length > 0),
  });

const isHeaderCell = ({ cell }: PlacedCell): boolean => cell?.type === 'tableHeader';

/** Rows from the top of which all cells are headers and none reaches below them. */
const countHeaderRows = ({ cells, rows }: TableGrid): number => {
  const isHeader = (row: number): boolean =>
    cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowspan).every(isHeaderCell);
  const first = Array.from({ length: rows }, (_, row) => row).find((row) => !isHeader(row)) ?? rows;
  return cells.some(({ row, rowspan }) => row < first && row + rowspan > first) ? 0 : first;
};

const printTable = (table: MemoTable, scope: PrintScope): TableBlock => {
  const grid = placeTableCells(table);
  const aligns = alignCells(grid);
  const widths = table.attrs?.widths;
  const headerRows = countHeaderRows(grid);
  return {
    kind: 'table',
    ...anchorOf(table.attrs?.anchor, scope),
    columns: grid.columns,
    ...(widths?.length === grid.columns ? { widths } : {}),
    // A table of headers alone has no body to repeat them over.
    headerRows: headerRows === grid.rows ? 0 : headerRows,
    cells: grid.cells.map((placed, at) => {
      const align = aligns[at] ?? 'start';
      return {
        column: placed.column,
        row: placed.row,
        colspan: placed.colspan,
        rowspan: placed.rowspan,
        isHeader: isHeaderCell(placed),
        ...(align === 'start' ? {} : { align }),
        blocks: placed.cell === null ? [] : printBlocks(placed.cell.content, scope),
      };
    }),
  };
};

const lineBeside = (
  role: NonNullable<ParagraphBlock['role']>,
  lead: string,
  words: string,
): readonly ParagraphBlock[] =>
  words.trim() === ''
    ? []
    : [
        {
          kind: 'paragraph',
          role,
          runs: [
            { kind: 'text', text: lead, bold: true },
            { kind: 'text', text: ` ${words.trim()}` },
          ],
        },
      ];

/** "Table 2. Calls at Vostochny", the table, "Source: harbour register". */
const printTableWithLines = (table: MemoTable, scope: PrintScope): readonly DocumentBlock[] => {
  const { caption, source } = table.attrs ?? { caption: '', source: '' };
  const number = scope.tableNumbers.get(table);
  const { table: words, sign } = scope.words;
  return [
    ...lineBeside(
      'table-caption',
      `${number === undefined ? words.table : `${words.table} ${number}`}${sign.stop === '.' ? '.' : ''}`,
      caption,
    ),
    printTable(table, scope),
    ...lineBeside('table-source', words.source, source),
  ];
};

const printHeading = ({ attrs, content = [] }: MemoHeading): HeadingBlock => ({
  kind: 'heading',
  level: attrs.level,
  text: content
    .map(({ text }) => text)
    .join('')
    .trim(),
});

const printParagraph = (block: MemoParagraph, scope: PrintScope): ParagraphBlock => ({
  kind: 'paragraph',
  ...anchorOf(block.attrs?.anchor, scope),
  ...(block.attrs?.keepsNext === true ? { keepsNext: true } : {}),
  runs: printRuns(block.content ?? [], scope),
});

const printBlock = (block: Exclude<MemoBlock, MemoTable>, scope: PrintScope): DocumentBlock => {
  switch (block.type) {
    case 'paragraph':
      return printParagraph(block, scope);
    case 'pageBreak':
      return { kind: 'page-break' };
    case 'heading':
      return printHeading(block);
    case 'figure':
      return printFigure(block, scope);
    case 'judgement':
      return printJudgement(block, scope);
    case 'quotation':
      return printQuotation(block, scope);
    case 'ownQuotation': {
      const said = block.content.filter((paragraph) => !isEmptyBlock(paragraph));
      return { kind: 'own-quotation', blocks: said.map((paragraph) => printParagraph(paragraph, scope)) };
    }
    case 'bulletList':
    case 'orderedList':
      return printList(block, scope);
  }
};

/** The blocks as printed; empty ones are left out. */
export function printBlocks(blocks: readonly MemoBlock[], scope: PrintScope): readonly DocumentBlock[] {
  return blocks
    .filter((block) => !isEmptyBlock(block))
    .flatMap((block) =>
      block.type === 'table' ? printTableWithLines(block, scope) : [printBlock(block, scope)],
    );
}
