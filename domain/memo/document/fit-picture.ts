import type { DocumentPicture } from '../document-apparatus.ts';

/** The logo of a letterhead is no larger than this on paper. */
const LOGO_MM = { width: 60, height: 16 };

export type PrintedSize = { readonly widthMm: number; readonly heightMm: number };

/** How large a logo is printed: as high as there is room for, or as wide, in its own proportions. */
export const fitLogo = ({ width, height }: Pick<DocumentPicture, 'width' | 'height'>): PrintedSize => {
  const mmPerPixel = Math.min(LOGO_MM.width / width, LOGO_MM.height / height);
  const rounded = (pixels: number): number => Math.max(0.1, Math.round(pixels * mmPerPixel * 10) / 10);
  return { widthMm: rounded(width), heightMm: rounded(height) };
};
