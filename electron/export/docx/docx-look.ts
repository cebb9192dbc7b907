/** The look of a memo in Word: paper, sizes, colours, and lists by their names. */
import { AlignmentType, PageOrientation } from 'docx';
import { lettersOf } from '#domain/memo/content/list-numbering.ts';
import type { HousePage } from '#domain/memo/form/word/house-template.ts';
import type { Paper } from '#domain/memo/memo.ts';
import type { ListBlock } from '#domain/memo/memo-document.ts';

export const colours = {
  ink: '16191C',
  soft: '50575E',
  accent: '1B5A63',
  wash: 'EEF4F3',
  bar: 'A9C3C6',
  rule: 'C9CFD2',
  faint: 'DFE3E5',
};

/** Fonts that every installation of Word has; scripts that they lack are shown in a system font. */
export const serif = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'SimSun' };
export const sans = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' };

/** Word counts 96 pixels to the inch. */
export const pixels = (millimetres: number): number => Math.max(1, Math.round((millimetres * 96) / 25.4));

/** Word measures in twentieths of a point, and letters in half points. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
export const pt = (points: number): number => Math.round(points * 20);
export const letters = (points: number): number => Math.round(points * 2);

const pages: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: mm(210), height: mm(297) },
  letter: { width: mm(215.9), height: mm(279.4) },
};
const margin = { left: mm(25), right: mm(25), top: mm(30), bottom: mm(27), header: mm(12), footer: mm(11) };

export type PageShape = {
  readonly size: { readonly width: number; readonly height: number };
  readonly margin: typeof margin & { readonly gutter?: number };
};

export const pageOf = (paper: Paper): PageShape => ({ size: pages[paper], margin });

/** The page of a house, by its size and margins in twips. */
export const pageOfHouse = ({ width, height, ...margins }: HousePage): PageShape => ({
  size: { width, height },
  margin: margins,
});

const turned = { orientation: PageOrientation.LANDSCAPE } as const;

/** The page options for the library: for a landscape page it expects the size of the portrait page. */
export const toldPage = ({ size: { width, height }, margin: margins }: PageShape, isTurned: boolean) => ({
  size:
    isTurned || width > height
      ? { width: Math.min(width, height), height: Math.max(width, height), ...turned }
      : { width, height },
  margin: margins,
});

/** The width of the text on an upright page, or on one turned to landscape. */
export const textWidthOn = (
  { size: { width, height }, margin: margins }: PageShape,
  isTurned = false,
): number =>
  (isTurned ? Math.max(width, height) : width) - margins.left - margins.right - (margins.gutter ?? 0);

/** The ids of the list definitions. */
export const numberings = {
  judgements: 'judgements',
  paragraphs: 'paragraphs',
  sources: 'sources',
  ordered: 'ordered',
  bullets: 'bullets',
} as const;

/** Word supports nine levels of a list. */
export const LIST_LEVELS = 9;

/** Where the text of a list begins. */
export const listIndent = (level: number): number => mm(7 + level * 6);

/** Between the number of an item and its text. */
const NUMBER_GAP = mm(1.8);

const levels = (
  of: (level: number) => {
    readonly format: (typeof numberFormats)[keyof typeof numberFormats] | 'bullet';
    readonly text: string;
    readonly start?: number;
  },
) =>
  Array.from({ length: LIST_LEVELS }, (_, level) => ({
    level,
    ...of(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: listIndent(level), hanging: mm(5) } } },
  }));

const numbered = {
  level: 0,
  format: 'decimal',
  text: '%1',
  alignment: AlignmentType.LEFT,
  style: {
    run: { font: sans, bold: true, color: colours.accent, size: letters(10) },
    paragraph: { indent: { left: mm(8), hanging: mm(8) } },
  },
} as const;

/** Numbered paragraphs have the indents of the text: the number is at the beginning of the first line. */
const counted = {
  ...numbered,
  text: '%1.',
  style: {
    run: { font: sans, color: colours.soft, size: letters(10) },
    paragraph: { indent: { left: mm(8), hanging: mm(8) } },
  },
} as const;

type Numbered = Pick<ListBlock, 'start' | 'numbering'>;

/** The name of the ordered lists that begin at that number, written so. */
export const orderedAs = ({ start = 1, numbering }: Numbered): string =>
  [numberings.ordered, ...(start === 1 ? [] : [start]), ...(numbering === undefined ? [] : [numbering])].join(
    '-',
  );

const numberFormats = {
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
} as const;

const orderedLevels = ({ start = 1, numbering }: Numbered) =>
  levels((level) => ({
    format: numberFormats[lettersOf(numbering)],
    text: (numbering ?? '1.').replace(lettersOf(numbering), `%${level + 1}`),
    ...(start === 1 ? {} : { start }),
  })).map((level) => ({
    ...level,
    // Numbers of different widths end in one line, so that no text starts at the next tab stop.
    alignment: AlignmentType.RIGHT,
    style: { paragraph: { indent: { left: listIndent(level.level), hanging: NUMBER_GAP } } },
  }));

/** The list definitions of a document; `lists` are its ordered lists. */
export const docxNumbering = (lists: readonly Numbered[]) => ({
  config: [
    { reference: numberings.paragraphs, levels: [counted] },
    { reference: numberings.judgements, levels: [numbered] },
    { reference: numberings.sources, levels: [numbered] },
    ...[...new Map([{}, ...lists].map((list) => [orderedAs(list), list]))].map(([reference, list]) => ({
      reference,
      levels: orderedLevels(list),
    })),
    {
      reference: numberings.bullets,
      levels: levels((level) => ({ format: 'bullet', text: level % 2 === 0 ? '•' : '–' })),
    },
  ],
});
