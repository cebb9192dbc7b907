import { z } from 'zod';
import { storedPictureSchema } from '../../picture/stored-picture.ts';

/** How wide a figure is printed: as the text, half of it, or as its pixels say (96 to the inch), never wider than the text. */
export const figureSizes = ['text', 'half', 'natural'] as const;
export type FigureSize = (typeof figureSizes)[number];

/** The most characters of a line of a figure. */
export const MAX_FIGURE_WORDS = 500;

/** What a figure is: its picture, and the words that are printed with it or stand for it; empty where nothing is said. */
export const figureAttrsSchema = storedPictureSchema.extend({
  size: z.enum(figureSizes),
  /** Read to whoever can't see the picture. A memo with a figure that has none is not exported (PDF/UA-1, 7.3). */
  alt: z.string().max(MAX_FIGURE_WORDS),
  caption: z.string().max(MAX_FIGURE_WORDS),
  /** Where the picture is from. */
  source: z.string().max(MAX_FIGURE_WORDS),
});
export type FigureAttrs = z.infer<typeof figureAttrsSchema>;
