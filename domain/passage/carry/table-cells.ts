/**
 * The cells of tables, identified by the headers of their row and column. The headers give a figure its meaning,
 * so in a new version the figure is searched under the same headers, even if its own words changed, and nowhere
 * else.
 */
import type { BlockNode, Body, TableNode, TextBlock } from '../../article/body/body.ts';
import { textBlockSpans, textBlockText } from '../../article/body/canonical-text.ts';
import type { TextRange } from '../../text/selector.ts';
import { foldedTypography } from '../folded-typography.ts';

export type TableCell = TextRange & {
  /** The headers of the cell's row and column, in the form used to identify cells; a header cell has none. */
  readonly heads: string;
  /** The same headers as printed: the row's, then the column's; empty ones are left out. */
  readonly printedHeads: readonly string[];
};

type Placed = { readonly text: string; readonly range: TextRange | null };
type Spans = ReadonlyMap<TextBlock, TextRange>;

const textBlocksIn = (blocks: readonly BlockNode[]): readonly TextBlock[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading' || block.type === 'codeBlock' ? [block] : [],
  );

const placeCell = (blocks: readonly BlockNode[], spans: Spans): Placed => {
  const texts = textBlocksIn(blocks);
  const ranges = texts.flatMap((block) => spans.get(block) ?? []);
  const [first, last] = [ranges[0], ranges.at(-1)];
  return {
    text: texts.map(textBlockText).join(' '),
    range: first === undefined || last === undefined ? null : { start: first.start, end: last.end },
  };
};

type Grid = readonly (readonly (Placed | undefined)[])[];

/** `grid` with a cell from a place on to the right and down, as far as it spans. */
const withCell = (
  grid: Grid,
  placed: Placed,
  { row, column, rowspan, colspan }: Readonly<Record<'row' | 'column' | 'rowspan' | 'colspan', number>>,
): Grid =>
  grid.map((cells, at) => {
    if (at < row || at >= row + rowspan) return cells;
    const width = Math.max(cells.length, column + colspan);
    return Array.from({ length: width }, (_, right) =>
      right >= column && right < column + colspan ? placed : cells[right],
    );
  });

const firstFree = (cells: Grid[number]): number => {
  const free = Array.from(cells).indexOf(undefined);
  return free === -1 ? cells.length : free;
};

/** The cells in a grid: a cell that spans several places appears in each of them. */
const gridOf = ({ content }: TableNode, spans: Spans): Grid => {
  let grid: Grid = content.map(() => []);
  for (const [row, { content: cells }] of content.entries())
    for (const { attrs, content: blocks } of cells) {
      const column = firstFree(grid[row] ?? []);
      grid = withCell(grid, placeCell(blocks, spans), { row, column, ...attrs });
    }
  return grid;
};

const asHead = (placed: Placed | undefined): string =>
  foldedTypography(placed?.text ?? '')
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, ' ');

const cellsOfTable = (table: TableNode, spans: Spans): readonly TableCell[] => {
  const grid = gridOf(table, spans);
  const [top = []] = grid;
  return grid.slice(1).flatMap((row) =>
    row.slice(1).flatMap((placed, at) => {
      const heads = [asHead(row[0]), asHead(top[at + 1])];
      const isSpanned = placed === row[at] || grid.some((other) => other !== row && other[at + 1] === placed);
      if (placed?.range == null || isSpanned || heads.every((head) => head === '')) return [];
      const printedHeads = [row[0], top[at + 1]].flatMap((head) => head?.text.trim() || []);
      return [{ ...placed.range, heads: heads.join('\n'), printedHeads }];
    }),
  );
};

const tablesIn = (blocks: readonly BlockNode[]): readonly TableNode[] =>
  blocks.flatMap((block) => {
    if (block.type === 'table') return [block];
    return block.type === 'blockquote' ? tablesIn(block.content) : [];
  });

/** The cells of a body that have a head, in the order of its text. */
export const tableCells = (body: Body): readonly TableCell[] => {
  const spans: Spans = new Map(textBlockSpans(body).map(({ block, start, end }) => [block, { start, end }]));
  return tablesIn(body.content).flatMap((table) => cellsOfTable(table, spans));
};

export type CellPair = {
  /** Whether a range of the old text is inside a single cell. */
  readonly isInCell: (range: TextRange) => boolean;
  /**
   * The cell of the old text, and the one under the same heads in the new one; null where either is not the only one.
   */
  readonly sameCell: (range: TextRange) => { readonly old: TextRange; readonly fresh: TextRange } | null;
};

export const pairCells = (old: readonly TableCell[], fresh: readonly TableCell[]): CellPair => {
  const cellAt = ({ start, end }: TextRange): TableCell | undefined =>
    old.find((cell) => cell.start <= start && end <= cell.end);
  const only = (cells: readonly TableCell[], heads: string): TableCell | null => {
    const [first, ...others] = cells.filter((cell) => cell.heads === heads);
    return first !== undefined && others.length === 0 ? first : null;
  };
  return {
    isInCell: (range) => cellAt(range) !== undefined,
    sameCell(range) {
      const heads = cellAt(range)?.heads;
      if (heads === undefined) return null;
      const [own, its] = [only(old, heads), only(fresh, heads)];
      return own === null || its === null ? null : { old: own, fresh: its };
    },
  };
};
