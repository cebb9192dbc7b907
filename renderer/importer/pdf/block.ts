import type { Figure } from './figures/find-figures.ts';
import type { PrintedLine } from './printed-text.ts';

/** What a group of lines is. A `note` stands at the foot of its page, `aside` are heads, feet and turned text. */
export type BlockRole = 'text' | 'item' | 'heading' | 'note' | 'aside';

export type LinesBlock = {
  readonly role: BlockRole;
  readonly lines: readonly PrintedLine[];
  /** Those that end on purpose, though the paragraph goes on: of an address, a verse, a title. */
  readonly ended: ReadonlySet<PrintedLine>;
  /** The edges of the column that its last line stands in. */
  readonly left: number;
  readonly right: number;
};

export type TableBlock = {
  readonly role: 'table';
  /** The lines of each row, and for each column the place of its cell in the line; null where it has none. */
  readonly rows: readonly { readonly line: PrintedLine; readonly cells: readonly (number | null)[] }[];
};

/** A page that is a picture and that nobody has read. */
export type ScanBlock = { readonly role: 'scan'; readonly page: number };

/** A block of what is printed on a page. */
export type PrintedBlock = LinesBlock | TableBlock;

export type PageBlock = PrintedBlock | ScanBlock;

/** A figure, and the block that is said of it. */
export type FigureBlock = {
  readonly role: 'figure';
  readonly figure: Figure;
  readonly caption: LinesBlock | null;
};

/** A block of the text. */
export type FlowBlock = PageBlock | FigureBlock;
