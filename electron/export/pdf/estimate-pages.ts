/** How many pages a memo will fill, told from its words alone and before anything is laid out. */
import type { Paper } from '#domain/memo/memo.ts';
import type {
  DocumentBlock,
  DocumentSection,
  DocumentSource,
  MemoDocument,
  Run,
} from '#domain/memo/memo-document.ts';

/** All lengths in points, as `resources/templates` sets them. A letter is as wide as the mean of a sentence's. */
type Face = { readonly letter: number; readonly line: number };
const prose: Face = { letter: 5.2, line: 14.3 };
const small: Face = { letter: 4.3, line: 12 };
const cellFace: Face = { letter: 4.75, line: 13.3 };

const textSize: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 453, height: 680 },
  letter: { width: 470, height: 630 },
};

const PARAGRAPH_GAP = 3.4;
const HEADING = 27;
const TITLE = 120;
const CELL_INSET = 10;
const LIST_INDENT = 14;
const QUOTE_INDENT = 13;

const sum = (heights: readonly number[]): number => heights.reduce((all, height) => all + height, 0);

const textHeight = (length: number, width: number, { letter, line }: Face): number =>
  Math.max(1, Math.ceil((length * letter) / width)) * line;

const runLength = (run: Run): number => {
  if (run.kind === 'citation') return 2 + run.pinpoints.length * 5;
  return run.kind === 'text' || run.kind === 'quote' ? run.text.length : 1;
};

const footnoteHeight = (run: Run, width: number): number =>
  run.kind === 'footnote' ? textHeight(run.text.length, width, small) + 2 : 0;

const runsHeight = (runs: readonly Run[], width: number, face: Face): number =>
  textHeight(sum(runs.map(runLength)), width, face) +
  sum(runs.map((run) => footnoteHeight(run, width))) +
  PARAGRAPH_GAP;

const noteHeight = (note: string | null, width: number): number =>
  note === null ? 0 : textHeight(note.length, width, small) + 4;

type TableBlock = Extract<DocumentBlock, { readonly kind: 'table' }>;

/** Columns share the width as they like; a row is as high as if they all had the same share. */
const tableHeight = ({ columns, cells }: TableBlock, width: number): number => {
  const rows = new Map<number, number>();
  for (const { row, colspan, blocks } of cells) {
    const height = blocksHeight(blocks, (width * colspan) / columns - CELL_INSET, cellFace) - PARAGRAPH_GAP;
    rows.set(row, Math.max(rows.get(row) ?? 0, height));
  }
  return sum([...rows.values()].map((height) => height - 6 + CELL_INSET)) + 25;
};

const blockHeight = (block: DocumentBlock, width: number, face: Face): number => {
  switch (block.kind) {
    case 'paragraph':
      return runsHeight(block.runs, width, face);
    case 'list':
      return sum(block.items.map((item) => blocksHeight(item, width - LIST_INDENT, face)));
    case 'table':
      return tableHeight(block, width);
    case 'judgement':
      return (
        runsHeight(block.statement, width - LIST_INDENT, prose) +
        sum(
          [block.confidence, block.assumptions, block.wouldChange].map((note) =>
            noteHeight(note, width - LIST_INDENT),
          ),
        )
      );
    case 'quotation':
      return (
        sum(block.quotes.map((quote) => textHeight(quote.length, width - QUOTE_INDENT, prose))) +
        textHeight(block.attribution.length + 20, width - QUOTE_INDENT, small) +
        11
      );
  }
};

const blocksHeight = (blocks: readonly DocumentBlock[], width: number, face: Face): number =>
  sum(blocks.map((block) => blockHeight(block, width, face)));

const sectionHeight = ({ blocks }: DocumentSection, width: number): number =>
  HEADING + blocksHeight(blocks, width, prose);

const sourceHeight = ({ text, url, reliability, descriptor }: DocumentSource, width: number): number =>
  textHeight(text.length + (url?.length ?? 0), width - LIST_INDENT, { letter: 4.55, line: 12 }) +
  (reliability === null && descriptor === null ? 0 : 12) +
  5;

const annexHeight = ({ annex }: MemoDocument, width: number): number =>
  sum(
    annex.map(
      ({ paragraphs }) =>
        30 +
        sum(
          paragraphs.map((words) =>
            textHeight(sum(words.map(({ text }) => text.length)), width, { letter: 4.6, line: 13 }),
          ),
        ),
    ),
  );

const endHeight = ({ tasks, sources }: MemoDocument, width: number): number => {
  const copies = sources.filter(({ textSha256 }) => textSha256 !== null);
  return (
    (tasks.length === 0 ? 0 : HEADING + 17.5 * (tasks.length + 1)) +
    (sources.length === 0 ? 0 : HEADING + sum(sources.map((source) => sourceHeight(source, width)))) +
    (copies.length === 0 ? 0 : HEADING + 16 * (copies.length + 1))
  );
};

/** Right to about a tenth for prose; a whole number is not promised. */
export const estimatePages = (document: MemoDocument, paper: Paper): number => {
  const { width, height } = textSize[paper];
  const body = sum(document.sections.map((section) => sectionHeight(section, width)));
  return (TITLE + body + endHeight(document, width) + annexHeight(document, width)) / height;
};
