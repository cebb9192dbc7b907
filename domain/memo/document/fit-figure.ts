import type { DocumentPicture } from '../document-apparatus.ts';
import type { FigureBlock } from '../memo-document.ts';

const MM_PER_PIXEL = 25.4 / 96;

/** The maximum height at which caption and source line fit on the page with the picture, on A4 and on Letter. */
const MAX_HEIGHT_MM = 185;

const rounded = (mm: number): number => Math.max(0.1, Math.round(mm * 10) / 10);

/** How large a figure is printed in a text of that width, in its own proportions. */
export const fitFigure = (
  { picture: { width, height }, size }: Pick<FigureBlock, 'picture' | 'size'>,
  textWidthMm: number,
): PrintedSize => {
  const wishes = { text: textWidthMm, half: textWidthMm / 2, natural: width * MM_PER_PIXEL };
  const widthMm = Math.min(wishes[size], textWidthMm, (MAX_HEIGHT_MM * width) / height);
  return { widthMm: rounded(widthMm), heightMm: rounded((widthMm * height) / width) };
};

/** The logo of a letterhead is no larger than this on paper. */
const LOGO_MM = { width: 60, height: 16 };

type PrintedSize = { readonly widthMm: number; readonly heightMm: number };

/** How large a logo is printed: as high as there is room for, or as wide, in its own proportions. */
export const fitLogo = ({ width, height }: Pick<DocumentPicture, 'width' | 'height'>): PrintedSize => {
  const mmPerPixel = Math.min(LOGO_MM.width / width, LOGO_MM.height / height);
  const rounded = (pixels: number): number => Math.max(0.1, Math.round(pixels * mmPerPixel * 10) / 10);
  return { widthMm: rounded(width), heightMm: rounded(height) };
};
