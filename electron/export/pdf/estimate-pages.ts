/** Estimates the number of pages of a memo from its words alone, before anything is laid out. */
import { fitFigure } from '#domain/memo/document/fit-figure.ts';
import { runsOfNote } from '#domain/memo/document-run.ts';
import type { Paper } from '#domain/memo/memo.ts';
import type {
  DocumentBlock,
  DocumentSection,
  DocumentSource,
  FigureBlock,
  MemoDocument,
  Run,
} from '#domain/memo/memo-document.ts';

/** All lengths are in points, as set in `resources/templates`. The width of a letter is the mean over a sentence. */
type Face = { readonly letter: number; readonly line: number };
const prose: Face = { letter: 5.15, line: 14 };
const small: Face = { letter: 4.2, line: 10.5 };
const cellFace: Face = { letter: 4.75, line: 14 };
const sourceFace: Face = { letter: 4.6, line: 13 };
const annexFace: Face = { letter: 4.5, line: 12 };

const textSize: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 346, height: 672 },
  letter: { width: 346, height: 630 },
};

const POINTS_PER_MM = 72 / 25.4;

const PARAGRAPH_GAP = 7;
const ITEM_GAP = 3.5;
const HEADING = 42;
const SUB_HEADING = 26;
const TITLE = 150;
const CELL_INSET = 9;
const ROW_GAP = 3.5;
const TABLE_GAP = 32;
const LIST_INDENT = 12;
const QUOTE_INDENT = 11;
const QUOTE_GAP = 12;
const SOURCE_GAP = 8.75;
/** The room for the origin beside a passage of the annex. */
const ORIGIN = 50;

const sum = (heights: readonly number[]): number => heights.reduce((all, height) => all + height, 0);

const textHeight = (length: number, width: number, { letter, line }: Face): number =>
  Math.max(1, Math.ceil((length * letter) / width)) * line;

const runLength = (run: Run): number => {
  if (run.kind === 'citation') return 2 + run.pinpoints.length * 5;
  return run.kind === 'text' || run.kind === 'quote' || run.kind === 'reference' ? run.text.length : 1;
};

const footnoteHeight = (run: Run, width: number): number =>
  run.kind === 'footnote' ? textHeight(sum(runsOfNote(run).map(runLength)), width, small) + 2 : 0;

const runsHeight = (runs: readonly Run[], width: number, face: Face): number =>
  textHeight(sum(runs.map(runLength)), width, face) +
  sum(runs.map((run) => footnoteHeight(run, width))) +
  PARAGRAPH_GAP;

const noteHeight = (note: string | null, width: number): number =>
  note === null ? 0 : textHeight(note.length, width, small) + ITEM_GAP;

type TableBlock = Extract<DocumentBlock, { readonly kind: 'table' }>;

/** Columns may have any share of the width; the height of a row is computed as if their shares were equal. */
const tableHeight = ({ columns, cells }: TableBlock, width: number): number => {
  const rows = new Map<number, number>();
  for (const { row, colspan, blocks } of cells) {
    const height = blocksHeight(blocks, (width * colspan) / columns - CELL_INSET, cellFace) - PARAGRAPH_GAP;
    rows.set(row, Math.max(rows.get(row) ?? 0, height));
  }
  return sum([...rows.values()].map((height) => height + ROW_GAP)) + TABLE_GAP;
};

const figureHeight = (block: FigureBlock, width: number): number =>
  fitFigure(block, width / POINTS_PER_MM).heightMm * POINTS_PER_MM +
  textHeight(block.caption.length, width, small) +
  noteHeight(block.source === '' ? null : block.source, width) +
  TABLE_GAP;

const blockHeight = (block: DocumentBlock, width: number, face: Face): number => {
  switch (block.kind) {
    case 'paragraph':
      return runsHeight(block.runs, width, face);
    case 'heading':
      return SUB_HEADING;
    // How much of the page remains empty is not known before the layout.
    case 'page-break':
      return textSize.a4.height / 2;
    case 'figure':
      return figureHeight(block, width);
    case 'own-quotation':
      return blocksHeight(block.blocks, width - QUOTE_INDENT, face) + QUOTE_GAP;
    case 'list':
      return sum(
        block.items.map((item) => blocksHeight(item, width - LIST_INDENT, face) - PARAGRAPH_GAP + ITEM_GAP),
      );
    case 'table':
      return tableHeight(block, width);
    case 'judgement':
      return (
        runsHeight(block.statement, width, prose) +
        sum([block.confidence, block.assumptions, block.wouldChange].map((note) => noteHeight(note, width))) +
        ITEM_GAP
      );
    case 'quotation':
      return (
        sum(block.quotes.map((quote) => textHeight(quote.length, width - QUOTE_INDENT, prose))) +
        textHeight(block.attribution.length, width - QUOTE_INDENT, small) +
        ITEM_GAP +
        QUOTE_GAP
      );
  }
};

const blocksHeight = (blocks: readonly DocumentBlock[], width: number, face: Face): number =>
  sum(blocks.map((block) => blockHeight(block, width, face)));

const sectionHeight = ({ blocks }: DocumentSection, width: number): number =>
  HEADING + blocksHeight(blocks, width, prose);

const sourceHeight = ({ text, url, descriptor }: DocumentSource, width: number): number =>
  textHeight(text.length, width, sourceFace) +
  noteHeight(url, width) +
  noteHeight(descriptor, width) +
  SOURCE_GAP;

const annexHeight = ({ annex }: MemoDocument, width: number): number =>
  sum(
    annex.map(
      ({ paragraphs }) =>
        QUOTE_GAP +
        Math.max(
          ORIGIN,
          sum(
            paragraphs.map((words) =>
              textHeight(sum(words.map(({ text }) => text.length)), width, annexFace),
            ),
          ),
        ),
    ),
  );

const endHeight = ({ tasks, sources, sentSha256 }: MemoDocument, width: number): number => {
  const copies = sources.filter(({ textSha256 }) => textSha256 !== null);
  return (
    (tasks.length === 0 ? 0 : HEADING + 17.5 * (tasks.length + 1)) +
    (sources.length === 0 ? 0 : HEADING + sum(sources.map((source) => sourceHeight(source, width)))) +
    (copies.length === 0 ? 0 : HEADING + 17.5 * (copies.length + 1)) +
    (sentSha256 === null ? 0 : HEADING + 17.5 * 2)
  );
};

/** The estimate is within about a tenth for prose; it is not a whole number. */
export const estimatePages = (document: MemoDocument, paper: Paper): number => {
  const { width, height } = textSize[paper];
  const body = sum(document.sections.map((section) => sectionHeight(section, width)));
  return (TITLE + body + endHeight(document, width) + annexHeight(document, width)) / height;
};
