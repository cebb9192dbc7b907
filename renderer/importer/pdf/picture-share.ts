import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from '#domain/article/printed/matrix.ts';
import { type Operators, walkOperators } from './figures/places/walk-operators.ts';

const PAINTS: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);

const areaOf = ([a, b, c, d]: Matrix): number => Math.abs(a * d - b * c);

/** A stencil of one pixel is an area of one colour. */
const isOneColour = (operator: number, args: readonly unknown[] | null | undefined): boolean =>
  operator === OPS.paintImageMaskXObject && args?.[1] === 1 && args[2] === 1;

const EVERYWHERE = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** The area that the pictures of a page are drawn over, in the units of its own space; one upon another counts twice. */
export const pictureArea = (operators: Operators): number => {
  let area = 0;
  walkOperators(
    operators,
    { current: [1, 0, 0, 1, 0, 0], seen: EVERYWHERE },
    (operator, args, { current }) => {
      if (PAINTS.has(operator) && !isOneColour(operator, args)) area += areaOf(current);
    },
  );
  return area;
};

/** The share of a page that its pictures cover, 0 to 1. What it draws is listed for that, and not drawn. */
export const pictureShare = (page: PDFPageProxy, operators: Operators): number => {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const whole = Math.abs((right - left) * (top - bottom));
  return whole === 0 ? 0 : Math.min(1, pictureArea(operators) / whole);
};
