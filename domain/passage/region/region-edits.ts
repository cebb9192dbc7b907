/** The edits of regions and their results: what a region shows, and where its edges are. */
import { z } from 'zod';
import { storedPictureSchema } from '../../picture/stored-picture.ts';
import { err, ok, type Result } from '../../result.ts';
import { descriptionSchema, type Passage, regionOf } from '../passage.ts';
import { pageRectangleSchema } from './page-region.ts';
import { isWithin, rectangleSchema } from './rectangle.ts';
import { isOfPage } from './region-selector.ts';

export const regionEdits = {
  /** Sets the description of a region; empty for none. */
  describe: z.strictObject({ kind: z.literal('describe'), description: descriptionSchema }),
  /** Moves the edges of a region within its picture. */
  reframe: z.strictObject({ kind: z.literal('reframe'), xywh: rectangleSchema }),
  /** Moves the edges of a region within its page; `picture` is its new pixels, which are already stored. */
  'reframe-page': z.strictObject({
    kind: z.literal('reframe-page'),
    viewrect: pageRectangleSchema,
    picture: storedPictureSchema,
  }),
} as const;

type EditOf<Name extends keyof typeof regionEdits> = z.infer<(typeof regionEdits)[Name]>;
type Refusal = { readonly code: 'ranges-not-of-text'; readonly problem: string };
type Change = Result<Partial<Passage>, Refusal>;

const refuse = (problem: string): Change => err({ code: 'ranges-not-of-text', problem });
const ofWords = refuse('the passage quotes words');

const describe = (passage: Passage, { description }: EditOf<'describe'>): Change =>
  regionOf(passage) === null ? ofWords : ok({ description });

const reframe = (passage: Passage, { xywh }: EditOf<'reframe'>): Change => {
  const region = regionOf(passage);
  if (region === null) return ofWords;
  if (isOfPage(region)) return refuse('the region is one of a page');
  return isWithin(xywh, region.picture)
    ? ok({ selectors: [{ ...region, xywh }] })
    : refuse('the region leaves its picture');
};

const reframePage = (passage: Passage, { viewrect, picture }: EditOf<'reframe-page'>): Change => {
  const region = regionOf(passage);
  if (region === null) return ofWords;
  if (!isOfPage(region)) return refuse('the region is one of a picture');
  return isWithin(viewrect, region.page)
    ? ok({ selectors: [{ ...region, viewrect, picture }] })
    : refuse('the region leaves its page');
};

export const regionRules = { describe, reframe, 'reframe-page': reframePage } as const;
