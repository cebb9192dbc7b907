/** Requests on the pictures in a memo. */
import { z } from 'zod';
import type { FigureAttrs } from '../memo/figure/figure.ts';
import { rectangleSchema } from '../passage/region/rectangle.ts';
import { type StoredPicture, storedPictureSchema } from '../picture/stored-picture.ts';
import { nothing, onMemo, onPassage, pictureBytes } from './inputs.ts';
import { defineRequest, query, transientEdit, type } from './request.ts';

/** Why a file can't be the picture of a figure. */
export const figureFailures = ['too-large', 'no-picture', 'cut-off', 'too-many-pixels', 'not-drawn'] as const;
export type FigureFailure = (typeof figureFailures)[number];

export const memoFigure = defineRequest(
  'memo:figure',
  query({
    input: onMemo.extend({ picture: storedPictureSchema.pick({ sha256: true, format: true }) }),
    output: type<{ readonly base64: string | null }>(),
    topics: [],
    says: 'The picture of a figure; null where it is missing.',
  }),
);

export const memoChooseFigure = defineRequest(
  'memo:choose-figure',
  transientEdit({
    input: nothing,
    output: type<{ readonly fileName: string; readonly bytes: Uint8Array }>(),
    says: 'Asks for a picture to be put into a memo; nothing is kept yet.',
  }),
);

export const memoAddFigure = defineRequest(
  'memo:add-figure',
  transientEdit({
    input: onMemo.extend({ fileName: z.string().min(1).max(255), bytes: pictureBytes }),
    output: type<StoredPicture>(),
    says: 'Keeps a picture that was chosen, pasted or dropped in the folder of the memo as pixels alone.',
  }),
);

export const memoCropFigure = defineRequest(
  'memo:crop-figure',
  transientEdit({
    input: onMemo.extend({ picture: storedPictureSchema, part: rectangleSchema }),
    output: type<StoredPicture>(),
    says: 'Cuts a part out of a picture of the memo, and keeps it beside the whole in the folder of the memo.',
  }),
);

export const memoAddRegionFigure = defineRequest(
  'memo:add-region-figure',
  transientEdit({
    input: onMemo.extend(onPassage.shape),
    output: type<FigureAttrs>(),
    says: 'Cuts the region that a passage is out of its picture, keeps it in the folder of the memo, and answers its figure.',
  }),
);

export const memoFigureRequests = [
  memoFigure,
  memoChooseFigure,
  memoAddFigure,
  memoCropFigure,
  memoAddRegionFigure,
] as const;
