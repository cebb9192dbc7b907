/** Finds the captions of a page's figures. */
import type { LinesBlock, PrintedBlock } from '../block.ts';
import { lineText, type PrintedLine } from '../printed-text.ts';
import { around, type Box, shareOfWidth } from './box.ts';
import type { Figure } from './find-figures.ts';

/** Names of figures in the languages of most reports. */
const NAMES =
  'fig(?:ure|ura|uur|\\.)?|abb(?:ildung|\\.)?|bild|schaubild|grafik|diagramm|karte|foto(?:grafie)?|chart|map|photo(?:graph)?|image|picture|plate|exhibit|graph|diagram|illustration|carte|graphique|sch[ée]ma|gr[áa]fico|mapa|imagen|ilustraci[óo]n|afbeelding|рис(?:унок|\\.)?|мал(?:юнок|\\.)?|rys(?:unek|\\.)?|图|図|圖';

const BEGINNING = new RegExp(`^\\s*(?:${NAMES})(?!\\p{L})`, 'iu');

/** Whether a caption may begin with these letters: a file may draw its words one by one. */
export const mayBeginCaption = (text: string): boolean => BEGINNING.test(text);

const NUMBER = '(?:\\d+|[IVX]+|[A-Z])(?:[.\\-–]\\d+)*[a-z]?';
/**
 * What follows the name: "Figure 3. Exports", "Abb. 2: …", "FIG. 4 – …", "Map 1 The strait", "Photo: Reuters". A lower
 * case letter after the number is part of a sentence, as in "Figure 3 shows".
 */
const NUMBERED = new RegExp(
  `^\\s*(?:${NUMBER}(?:\\s*(?:[.:：．|–—(（-]|$)|\\s+["“«„\\d\\p{Lu}\\p{Lo}])|:)`,
  'u',
);

/** A caption is recognised by its first letters. */
const BEGINNING_LETTERS = 100;

/** Between a figure and its caption, in points. */
const MAX_GAP = 42;
const OVERLAP = 4;
/** For small print below a figure that is not worded as a caption. */
const MAX_PLAIN_GAP = 16;
const MAX_PLAIN_LINES = 4;
const SMALL = 0.93;
const SLACK = 9;

const boxOfLines = (lines: readonly PrintedLine[]): Box | null =>
  lines.length === 0 ? null : lines.map((line): Box => line).reduce(around);

/** The box around a block's content on its page. */
export const boxOfBlock = (block: PrintedBlock): Box | null =>
  boxOfLines(block.role === 'table' ? block.rows.map(({ line }) => line) : block.lines);

/** Whether a text is worded as the caption of a figure. */
export const isWordedAsCaption = (text: string): boolean => {
  const beginning = text.slice(0, BEGINNING_LETTERS);
  const [name] = BEGINNING.exec(beginning) ?? [];
  return name !== undefined && NUMBERED.test(beginning.slice(name.length));
};

type Candidate = { readonly block: LinesBlock; readonly rank: number; readonly gap: number };

const isPlain = (block: LinesBlock, box: Box, figure: Box, size: number): boolean =>
  block.lines.length <= MAX_PLAIN_LINES &&
  block.lines.every((line) => line.size < SMALL * size) &&
  box.left >= figure.left - SLACK &&
  box.right <= figure.right + SLACK;

/** How far below or above a figure a box is, if near enough to be its caption. */
const gapTo = (box: Box, figure: Box): { readonly gap: number; readonly isBelow: boolean } | null => {
  const below = box.top - figure.bottom;
  const above = figure.top - box.bottom;
  const [isBelow, isAbove] = [below, above].map((gap) => gap >= -OVERLAP && gap <= MAX_GAP);
  if (shareOfWidth(box, figure) < 0.5 || (!isBelow && !isAbove)) return null;
  return isBelow ? { gap: below, isBelow: true } : { gap: above, isBelow: false };
};

/** How suitable a block is as the caption of a figure: worded ones come first, then nearer ones. */
const candidateOf = (block: LinesBlock, { box: figure }: Figure, size: number): Candidate | null => {
  const box = boxOfBlock(block);
  const next = box === null ? null : gapTo(box, figure);
  if (box === null || next === null) return null;
  const { gap, isBelow } = next;
  if (isWordedAsCaption(block.lines.map(lineText).join(' '))) return { block, rank: 0, gap };
  return isBelow && gap <= MAX_PLAIN_GAP && isPlain(block, box, figure, size)
    ? { block, rank: 1, gap }
    : null;
};

const isText = (block: PrintedBlock): block is LinesBlock => block.role === 'text';

/**
 * The caption of each figure of a page, each block for its nearest figure; `size` is the letter size of the running
 * text.
 */
export const findCaptions = (
  figures: readonly Figure[],
  blocks: readonly PrintedBlock[],
  size: number,
): ReadonlyMap<Figure, LinesBlock> => {
  const texts = blocks.filter(isText);
  const pairs = figures.flatMap((figure) =>
    texts.flatMap((block) => {
      const candidate = candidateOf(block, figure, size);
      return candidate === null ? [] : [{ figure, ...candidate }];
    }),
  );
  const captions = new Map<Figure, LinesBlock>();
  const taken = new Set<LinesBlock>();
  for (const { figure, block } of pairs.sort((a, b) => a.rank - b.rank || a.gap - b.gap)) {
    if (captions.has(figure) || taken.has(block)) continue;
    captions.set(figure, block);
    taken.add(block);
  }
  return captions;
};
