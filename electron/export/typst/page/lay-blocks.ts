/** The blocks of a memo prepared for paper: numbered, with what is printed beside them. */

import { withoutBreaks } from '#domain/memo/document/blocks-of-document.ts';
import { footnoteMark, noteMarksOf } from '#domain/memo/document/footnote-mark.ts';
import { type JudgementNote, judgementNotes, quotedParagraphs } from '#domain/memo/document/lay-document.ts';
import { isNumberedSection } from '#domain/memo/document/lay-paragraphs.ts';
import { citationOf } from '#domain/memo/document/list-styled-sources.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { LikelihoodScale } from '#domain/memo/likelihood/read-lexicon-note.ts';
import type {
  DocumentBlock,
  DocumentSection,
  HeadingBlock,
  JudgementBlock,
  MemoDocument,
  ParagraphBlock,
  QuotationBlock,
  Run,
} from '#domain/memo/memo-document.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import { type GradeParts, readGradeLine } from '#domain/memo/print/read-grade-line.ts';
import { isolateNames, isolateNumber } from '../../isolate-direction.ts';
import { keepDates, keepDays } from '../../keep-dates.ts';
import { decimalPads, layTable, type TableLayout } from '../../lay-table.ts';
import { voiceOfDocument } from '../../writing.ts';
import type { BlockPlace, Placements, PlaceRole } from './laid-pages.ts';
import { layFigure, type PaperFigure } from './lay-figure.ts';
import { layRuns, type NextNote, type PaperRun } from './lay-runs.ts';
import { type JudgementTerm, termBeside } from './lay-scale.ts';
import { moveTurned } from './place-floats.ts';
import { typstVoice } from './prepare-text.ts';

/** In letters: a longer block may break across pages, because kept whole it would leave too much of a page empty. */
const MAX_WHOLE = 1500;

type Of<Kind extends DocumentBlock['kind']> = Extract<DocumentBlock, { readonly kind: Kind }>;

type Anchored = { readonly anchor?: string };

export type PaperBlock =
  | { readonly kind: 'page-break' }
  | (Anchored & {
      readonly kind: 'paragraph';
      readonly keepsNext: boolean;
      readonly runs: readonly PaperRun[];
      readonly number: number | null;
      /** Whether the number is part of the text, and not only an aid beside it. */
      readonly isNumbered: boolean;
    })
  | HeadingBlock
  | PaperFigure
  /** The line above or below a table. The number of a table is beside it, if there is one. */
  | { readonly kind: 'table-line'; readonly isCaption: boolean; readonly runs: readonly PaperRun[] }
  | (Omit<JudgementBlock, 'statement' | 'confidence' | 'assumptions' | 'wouldChange' | 'anchor'> &
      Anchored & {
        readonly statement: readonly PaperRun[];
        readonly beside: JudgementTerm | null;
        readonly notes: readonly JudgementNote[];
        readonly isWhole: boolean;
        /** Whether the scale of all terms is printed below it. */
        readonly bearsScale: boolean;
      })
  | (Omit<QuotationBlock, 'original' | 'cited'> & {
      readonly cited: readonly PaperRun[];
      /** The original below a translation; null if there is none. */
      readonly original: (NonNullable<QuotationBlock['original']> & { readonly face: string | null }) | null;
      readonly face: string | null;
      readonly rating: GradeParts;
      readonly fitsBeside: boolean;
      readonly isWhole: boolean;
    })
  | { readonly kind: 'own-quotation'; readonly isWhole: boolean; readonly blocks: readonly PaperBlock[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start?: number;
      readonly numbering?: string;
      readonly items: readonly (readonly PaperBlock[])[];
    }
  | (Anchored & {
      readonly kind: 'table';
      readonly number: number | null;
      readonly layout: TableLayout;
      /** The text above and below it, within its frame. */
      readonly caption: readonly PaperRun[];
      readonly source: readonly PaperRun[];
      readonly headerRows: number;
      readonly cells: readonly (Omit<Of<'table'>['cells'][number], 'blocks'> & {
        readonly blocks: readonly PaperBlock[];
      })[];
    });

type Scope = {
  readonly pictures: MemoDocument['pictures'];
  readonly scale: LikelihoodScale | null;
  /** Returns the next paragraph number; null if paragraphs are not numbered. */
  readonly paragraph: (() => number) | null;
  readonly table: (() => number) | null;
  /** The index of the next footnote, from 0. */
  readonly note: NextNote;
  readonly bearer: DocumentBlock | null;
  /** Whether the memo is written from right to left. */
  readonly isMirrored: boolean;
  readonly words: PrintedWords;
  readonly doctrine: string | null;
};

const anchorOf = ({ anchor }: Anchored): Anchored => (anchor === undefined ? {} : { anchor });

const layJudgement = (block: JudgementBlock, { scale, bearer, note, words, doctrine }: Scope): PaperBlock => {
  const notes = judgementNotes(block, words).map((each) => ({ ...each, text: keepDays(each.text, words) }));
  return {
    kind: 'judgement',
    ...anchorOf(block),
    number: block.number,
    likelihood: block.likelihood,
    statement: layRuns(block.statement, note, { words, doctrine }),
    beside: termBeside(block, scale, words.terms),
    notes,
    isWhole: JSON.stringify([block.statement, notes]).length <= 2 * MAX_WHOLE,
    bearsScale: block === bearer,
  };
};

/** The speaker and the date; the place is given by the pinpoint beside it. */
const attributionOf = ({ attribution, pinpoint }: QuotationBlock, words: PrintedWords): string => {
  const where =
    pinpoint.paragraph === null ? pinpoint.place : words.citation.shortParagraph(pinpoint.paragraph);
  return isolateNames(
    keepDates(where === null ? attribution : attribution.replace(`${words.sign.comma}${where}`, ''), words),
    words,
  );
};

/** The letters on a line of the quotation and of its label, and the heights of their lines. */
const quoteLine = { letters: 66, height: 14 };
const labelLine = { letters: 20, height: 9.4 };

/** Whether the words are certainly as high as the label beside them, so that nothing needs to be measured. */
const fitsBeside = (quotes: readonly string[], { words, via }: GradeParts): boolean => {
  const labelLines = [words, via].map((text) => Math.ceil((text?.length ?? 0) / labelLine.letters));
  const label = labelLines.reduce((all, lines) => all + lines, 0) * labelLine.height;
  return label <= Math.floor(quotes.join('').length / quoteLine.letters) * quoteLine.height;
};

const layQuotation = ({ runOn, original, ...block }: QuotationBlock, { words, note }: Scope): PaperBlock => ({
  ...block,
  cited: layRuns([citationOf(block)], note),
  quotes: quotedParagraphs({ quotes: block.quotes, runOn: runOn ?? [] }).map((lines) => lines.join('\n')),
  ...typstVoice(block.lang),
  original: original === undefined ? null : { ...original, ...typstVoice(original.lang) },
  attribution: attributionOf(block, words),
  rating: readGradeLine(block.grade, words),
  fitsBeside: fitsBeside(block.quotes, readGradeLine(block.grade, words)),
  isWhole: block.quotes.join('').length <= MAX_WHOLE,
});

/**
 * The line above a table without its number. Above a table without a caption only the marking remains: "(TLP:GREEN)".
 */
const withoutNumber = (runs: readonly Run[], { table }: PrintedWords): readonly Run[] => {
  const [first, words, ...others] = runs;
  if (first?.kind !== 'text' || !first.text.startsWith(table.table)) return runs;
  if (!/^(?: \d+)?\.?$/u.test(first.text.slice(table.table.length))) return runs;
  return words?.kind === 'text' ? [{ ...words, text: words.text.trimStart() }, ...others] : others;
};

const layTableLine = (
  { role, runs }: Of<'paragraph'>,
  { table, note, words, doctrine }: Scope,
): PaperBlock => {
  const isCaption = role === 'table-caption';
  return {
    kind: 'table-line',
    isCaption,
    runs: layRuns(isCaption && table !== null ? withoutNumber(runs, words) : runs, note, { words, doctrine }),
  };
};

/** A number that is part of the text is printed in the place of the numbers that are only an aid. */
const layParagraph = (block: ParagraphBlock, { paragraph, note, words, doctrine }: Scope): PaperBlock => {
  const counted = paragraph?.() ?? null;
  return {
    kind: 'paragraph',
    ...anchorOf(block),
    keepsNext: block.keepsNext === true,
    runs: layRuns(block.runs, note, { words, doctrine }),
    number: block.number ?? counted,
    isNumbered: block.number !== undefined,
  };
};

/** Isolates the figures of a cell, so that they keep their order in a right-to-left memo. */
const isolateFigures = (block: DocumentBlock): DocumentBlock =>
  block.kind === 'paragraph'
    ? {
        ...block,
        runs: block.runs.map((run) =>
          run.kind === 'text' ? { ...run, text: isolateNumber(run.text) } : run,
        ),
      }
    : block;

const withPad = (blocks: readonly PaperBlock[], pad: string): readonly PaperBlock[] => {
  const last = blocks.at(-1);
  if (pad === '' || last?.kind !== 'paragraph') return blocks;
  return [...blocks.slice(0, -1), { ...last, runs: [...last.runs, { kind: 'pad', text: pad }] }];
};

const layBlock = (block: DocumentBlock, scope: Scope): PaperBlock => {
  const within: Scope = { ...scope, paragraph: null, table: null };
  const inside = (blocks: readonly DocumentBlock[]) => blocks.map((one) => layBlock(one, within));
  switch (block.kind) {
    case 'paragraph':
      if (block.role !== undefined) return layTableLine(block, scope);
      return layParagraph(block, scope);
    case 'heading':
      return { ...block, text: keepDays(block.text, scope.words) };
    case 'page-break':
      return block;
    case 'figure':
      return layFigure(block, scope);
    case 'judgement':
      return layJudgement(block, scope);
    case 'quotation':
      return layQuotation(block, scope);
    case 'own-quotation': {
      const isWhole = JSON.stringify(block.blocks).length <= 2 * MAX_WHOLE;
      return { ...block, isWhole, blocks: inside(block.blocks) };
    }
    case 'list':
      return { ...block, items: block.items.map(inside) };
    case 'table': {
      const layout = layTable(block);
      const pads = decimalPads(block, layout);
      return {
        kind: 'table',
        ...anchorOf(block),
        number: scope.table?.() ?? null,
        layout,
        caption: [],
        source: [],
        headerRows: block.headerRows,
        cells: block.cells.map((cell) => {
          const isTurned = scope.isMirrored && layout.columns[cell.column]?.isFigures === true;
          const blocks = inside(isTurned ? cell.blocks.map(isolateFigures) : cell.blocks);
          return { ...cell, blocks: withPad(blocks, pads.get(cell) ?? '') };
        }),
      };
    }
  }
};

/** The judgement with the scale below it: the last of the key judgements, else the last of all. */
const scaleBearer = (sections: readonly DocumentSection[]): DocumentBlock | null => {
  const isJudgement = ({ kind }: DocumentBlock): boolean => kind === 'judgement';
  const holds = ({ blocks }: DocumentSection): boolean => blocks.some(isJudgement);
  const key = sections.find((section) => section.role === 'key-judgements' && holds(section));
  const bearing = key ?? sections.findLast(holds);
  return bearing?.blocks.findLast(isJudgement) ?? null;
};

/** Numbers from `first` on. */
const createCounter = (first: number): (() => number) => {
  let next = first;
  return () => {
    next += 1;
    return next - 1;
  };
};

type TableBlockOnPaper = Extract<PaperBlock, { readonly kind: 'table' }>;

/** Adds the line to the table before or after it; null if it is next to none. */
const withLine = (before: PaperBlock | undefined, after: PaperBlock): TableBlockOnPaper | null => {
  if (before?.kind === 'table-line' && before.isCaption && after.kind === 'table') {
    return { ...after, caption: before.runs };
  }
  if (before?.kind === 'table' && after.kind === 'table-line' && !after.isCaption) {
    return { ...before, source: after.runs };
  }
  return null;
};

/** The blocks, with the lines of each table included in its frame. */
const frameTables = (blocks: readonly PaperBlock[]): readonly PaperBlock[] => {
  const framed: PaperBlock[] = [];
  for (const block of blocks) {
    const table = withLine(framed.at(-1), block);
    if (table === null) framed.push(block);
    else framed[framed.length - 1] = table;
  }
  return framed;
};

/** `place` is null in a section in which every block can stay where it is written. */
type PlacedBlock = PaperBlock & {
  readonly place: BlockPlace | null;
  readonly floats: boolean;
  /** Of a table: whether there is more air between its rows, and whether it begins on the next page. */
  readonly isLoose: boolean;
  readonly isNext: boolean;
  /** In points: what stays empty before its last three rows. */
  readonly push: number;
};

const placeRole = (block: PaperBlock): PlaceRole => {
  if (block.kind === 'heading') return 'heading';
  if (block.kind === 'figure') return 'float';
  if (block.kind !== 'table') return 'text';
  if (block.layout.spread === 'landscape' && block.number !== null) return 'turned';
  return block.layout.isWhole ? 'rows' : 'long';
};

/** The blocks with their places; those with another placement are changed accordingly. */
const placeBlocks = (
  blocks: readonly PaperBlock[],
  section: number,
  placed: Placements,
): readonly PlacedBlock[] => {
  const roles = blocks.map(placeRole);
  const hasPlaces = roles.some((role) => role !== 'text' && role !== 'heading');
  const laid = blocks.map((block, at): PlacedBlock => {
    const place = { id: `${section}.${at}`, section, role: roles[at] ?? 'text' };
    const placement = placed.get(place.id);
    const breaks = placement === 'break' && block.kind === 'table';
    const push = typeof placement === 'object' && 'push' in placement ? placement.push : 0;
    const shown = breaks ? { ...block, layout: { ...block.layout, isWhole: false } } : block;
    return {
      ...shown,
      place: hasPlaces ? place : null,
      floats: placement === 'float',
      isLoose: placement === 'loose' || push > 0,
      isNext: placement === 'next',
      push,
    };
  });
  return moveTurned(laid, placed);
};

export type PaperSections = {
  readonly sections: readonly {
    readonly role: DocumentSection['role'];
    readonly heading: string;
    readonly anchor?: string;
    readonly blocks: readonly PlacedBlock[];
  }[];
  /** The number of numbered tables. */
  readonly tables: number;
  /** Whether a judgement has the scale below it. */
  readonly bearsScale: boolean;
};

export const laySections = (
  document: Pick<MemoDocument, 'sections' | 'pictures' | 'language' | 'printedIn' | 'terms' | 'sources'>,
  scale: LikelihoodScale | null,
  placed: Placements,
): PaperSections => {
  const { sections, pictures, language } = document;
  const { words, doctrine } = voiceOfDocument(document);
  const [paragraph, table, notes] = [createCounter(1), createCounter(1), createCounter(0)];
  const marks = noteMarksOf(document);
  const note: NextNote = () => {
    const index = notes();
    return { index, mark: footnoteMark(index, marks) };
  };
  const bearer = scale === null ? null : scaleBearer(sections);
  const isMirrored = textDirection('', language) === 'rtl';
  const laid = sections.map(({ role, heading, anchor, blocks }, at) => {
    const counted = isNumberedSection({ role }) ? paragraph : null;
    const scope: Scope = {
      pictures,
      scale,
      bearer,
      isMirrored,
      words,
      doctrine,
      table,
      note,
      paragraph: counted,
    };
    // The bottom line is one frame, within which no page can end.
    const kept = role === 'bottom-line' ? withoutBreaks(blocks) : blocks;
    const framed = frameTables(kept.map((block) => layBlock(block, scope)));
    return {
      role,
      heading: keepDays(heading, words),
      ...(anchor === undefined ? {} : { anchor }),
      blocks: placeBlocks(framed, at, placed),
    };
  });
  // The counter returns the next number.
  return { sections: laid, tables: table() - 1, bearsScale: bearer !== null };
};
