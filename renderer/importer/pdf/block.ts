import type { Figure } from './figures/find-figures.ts';
import type { PrintedLine } from './printed-text.ts';

/** The role of a group of lines. A `note` is at the bottom of its page, `aside` are heads, feet and rotated text. */
export type BlockRole = 'text' | 'item' | 'heading' | 'note' | 'aside';

export type LinesBlock = {
  readonly role: BlockRole;
  readonly lines: readonly PrintedLine[];
  /** Lines that end on purpose within the paragraph: of an address, a verse, a title. */
  readonly ended: ReadonlySet<PrintedLine>;
  /** The edges of the column of its last line. */
  readonly left: number;
  readonly right: number;
};

export type TableBlock = {
  readonly role: 'table';
  /** The lines of each row, and for each column the index of its cell in the line; null if it has none. */
  readonly rows: readonly { readonly line: PrintedLine; readonly cells: readonly (number | null)[] }[];
};

/** A page that is a picture and was not read by OCR. */
export type ScanBlock = { readonly role: 'scan'; readonly page: number };

/** A block of printed content. */
export type PrintedBlock = LinesBlock | TableBlock;

export type PageBlock = PrintedBlock | ScanBlock;

/** A figure with its caption block. */
export type FigureBlock = {
  readonly role: 'figure';
  readonly figure: Figure;
  readonly caption: LinesBlock | null;
};

/** A block of the text. */
export type FlowBlock = PageBlock | FigureBlock;
