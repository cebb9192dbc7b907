import { z } from 'zod';
import { anchorIdSchema, articleIdSchema, passageIdSchema, sha256Schema } from '../../ids.ts';
import { rectangleSchema } from '../../passage/region/rectangle.ts';
import { storedPictureSchema } from '../../picture/stored-picture.ts';

/**
 * How wide a figure is printed: as the text, half of it, or as its pixels say (96 to the inch), never wider than the
 * text.
 */
export const figureSizes = ['text', 'half', 'natural'] as const;
export type FigureSize = (typeof figureSizes)[number];

/** The most characters of a line of a figure. */
export const MAX_FIGURE_WORDS = 500;

/** The region of a picture that a figure shows: a passage, and the hash of what it was when it was cited. */
export const citedRegionSchema = z.strictObject({
  articleId: articleIdSchema,
  passageId: passageIdSchema,
  exactSha256: sha256Schema,
});

/**
 * The picture that a cropped one was cut from, and which part of it is shown. It stays in the folder of the memo,
 * and is never exported.
 */
const croppedFromSchema = storedPictureSchema.extend({ part: rectangleSchema });

/** A figure: its picture, and the words printed with it or as its alternative; empty where not given. */
export const figureAttrsSchema = storedPictureSchema.extend({
  size: z.enum(figureSizes),
  /** Read to whoever can't see the picture. A memo with a figure that has none is not exported (PDF/UA-1, 7.3). */
  alt: z.string().max(MAX_FIGURE_WORDS),
  caption: z.string().max(MAX_FIGURE_WORDS),
  /** Where the picture is from. */
  source: z.string().max(MAX_FIGURE_WORDS),
  /** Left out where it shows no passage. */
  cited: citedRegionSchema.optional(),
  /** Left out where the whole picture is shown. */
  croppedFrom: croppedFromSchema.optional(),
  /** The target name for cross references; absent where none refers to it. */
  anchor: anchorIdSchema.optional(),
});
export type FigureAttrs = z.infer<typeof figureAttrsSchema>;
