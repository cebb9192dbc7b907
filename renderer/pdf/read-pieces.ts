/** The text of a page, with the place of each letter as exactly as the widths of a similar font allow. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  type Matrix,
  multiply,
  type PageBox,
  type PrintedPiece,
} from '#domain/article/printed/printed-piece.ts';
import { FORM_FONT } from './form/place-values.ts';
import { readTexts } from './form/read-texts.ts';

/** A text as the library gives it; its width is in page units. */
export type DrawnText = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
};

/** Where each UTF-16 unit of a text begins and ends, from 0 to 1 of its length in the direction of its line. */
export type LetterShares = readonly (readonly [number, number])[];

type Item = DrawnText & {
  readonly dir: string;
  readonly height: number;
  readonly fontName: string;
};

type Style = {
  readonly fontFamily: string;
  readonly ascent: number;
  readonly descent: number;
  readonly vertical?: boolean;
};

/** Widths of letters in generic fonts, measured once. */
const createRuler = () => {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (letter: string, family: string): number => {
    const key = `${family} ${letter}`;
    const width = known.get(key) ?? measure(context, letter, family);
    known.set(key, width);
    return width;
  };
};

const measure = (context: CanvasRenderingContext2D | null, letter: string, family: string): number => {
  if (context === null) return 1;
  context.font = `100px ${family}`;
  return context.measureText(letter).width;
};

let ruler: ReturnType<typeof createRuler> | null = null;

/** Estimated from a similar font, in the order of the letters. */
const guessShares = ({ str: text, dir }: Item, { fontFamily: family }: Style): LetterShares => {
  ruler ??= createRuler();
  const letters = [...text];
  const widths = letters.map((letter) => ruler?.(letter, family) ?? 1);
  const whole = widths.reduce((sum, width) => sum + width, 0) || 1;
  let at = 0;
  return letters.flatMap((letter, index) => {
    const [from, to] = [at / whole, (at + (widths[index] ?? 0)) / whole];
    const share = dir === 'rtl' ? ([1 - to, 1 - from] as const) : ([from, to] as const);
    at += widths[index] ?? 0;
    return Array.from({ length: letter.length }, () => share);
  });
};

/** An implausible ascent is replaced by a common one. */
const ascentOf = ({ ascent }: Style): number => (ascent > 0.4 && ascent < 1.3 ? ascent : 0.8);
const descentOf = ({ descent }: Style): number => (descent < -0.05 && descent > -0.6 ? descent : -0.22);

type Place = { readonly width: number; readonly height: number; readonly view: Matrix };

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** The bounding box of a letter's corners; the letter may be rotated. */
const boxAround = (corners: readonly (readonly [number, number])[], { width, height }: Place): PageBox => {
  const lefts = corners.map(([x]) => clamp(x / width));
  const tops = corners.map(([, y]) => clamp(y / height));
  return {
    left: Math.min(...lefts),
    right: Math.max(...lefts),
    top: Math.min(...tops),
    bottom: Math.max(...tops),
  };
};

/** A text with its direction on the displayed page, in degrees: 0 is horizontal, 90 downwards. */
export type DrawnPiece = PrintedPiece & { readonly angle: number };

const pieceOf = (item: Item, style: Style, place: Place, shares: LetterShares): DrawnPiece => {
  const [a, b, c, d, x, y] = multiply(place.view, item.transform as unknown as Matrix);
  const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
  const isVertical = style.vertical === true;
  const length = isVertical ? item.height : item.width;
  const direction = isVertical ? ([-c / up, -d / up] as const) : ([a / along, b / along] as const);
  const side = isVertical ? ([a / along, b / along] as const) : ([c / up, d / up] as const);
  const [high, low] = isVertical ? [0.5, -0.5] : [ascentOf(style), descentOf(style)];
  const boxes = shares.map((ends) => {
    const corners = ends.flatMap((end) =>
      [low * up, high * up].map(
        (rise) =>
          [
            x + direction[0] * end * length + side[0] * rise,
            y + direction[1] * end * length + side[1] * rise,
          ] as const,
      ),
    );
    return boxAround(corners, place);
  });
  return { text: item.str, boxes, angle: (Math.atan2(direction[1], direction[0]) * 180) / Math.PI };
};

const plain: Style = { fontFamily: 'serif', ascent: 0, descent: 0 };

/**
 * The text of a page in the order in which the file draws it, with what was filled in on it. `measure` gives the places
 * of the letters of each drawn text, in that order; for others the widths of a similar font are used.
 */
export const readPieces = async (
  page: PDFPageProxy,
  measure: (text: DrawnText) => LetterShares | null = () => null,
): Promise<readonly DrawnPiece[]> => {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const place = { width, height, view: transform as unknown as Matrix };
  const { items, styles } = await readTexts(page);
  return items.flatMap((item) => {
    if (item.str.trim() === '') return [];
    const style = (styles[item.fontName] as Style | undefined) ?? plain;
    const measured = item.fontName === FORM_FONT ? null : measure(item);
    return [pieceOf(item, style, place, measured ?? guessShares(item, style))];
  });
};
