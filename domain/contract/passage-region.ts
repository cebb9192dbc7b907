/** Requests that make passages of regions of pictures and of pages. */
import { z } from 'zod';
import { MAX_ORIGINAL_PAGES } from '../article/pages.ts';
import { newPassageIdSchema, sha256Schema } from '../ids.ts';
import { labelIdSchema } from '../passage/label.ts';
import { descriptionSchema, type Passage } from '../passage/passage.ts';
import { originalPageSchema, pageRectangleSchema } from '../passage/region/page-region.ts';
import { rectangleSchema } from '../passage/region/rectangle.ts';
import { type StoredPicture, storedPictureSchema } from '../picture/stored-picture.ts';
import { onArticle, pictureBytes } from './inputs.ts';
import { defineRequest, edit, transientEdit, type } from './request.ts';

/** The caller chooses the id of a new passage, so that a repeated request does not make it twice. */
const newRegion = onArticle.extend({
  passageId: newPassageIdSchema,
  label: labelIdSchema,
  description: descriptionSchema,
});
const making = {
  output: type<Passage>(),
  touches: ({ passageId }: z.infer<typeof newRegion>) => [passageId],
  supersedes: 'nothing',
  makes: 'passageId',
} as const;

export const passageAddRegion = defineRequest(
  'passage:add-region',
  edit({
    input: newRegion.extend({
      /** The offset of the picture in the canonical text, in UTF-16. */
      offset: z.int().min(0),
      sha256: sha256Schema,
      xywh: rectangleSchema,
    }),
    ...making,
    says: 'Makes a passage of a region of a picture of a text.',
  }),
);

export const passageKeepPixels = defineRequest(
  'passage:keep-pixels',
  transientEdit({
    input: onArticle.extend({ bytes: pictureBytes }),
    output: type<StoredPicture>(),
    says: 'Keeps the pixels of a region of a page, as a PNG of them, in the folder of the article; nothing points at them yet.',
  }),
);

export const passageAddPageRegion = defineRequest(
  'passage:add-page-region',
  edit({
    input: newRegion.extend({
      /** Existing data may have any number. */
      page: originalPageSchema.extend({ number: z.int().min(1).max(MAX_ORIGINAL_PAGES) }),
      viewrect: pageRectangleSchema,
      /** Its pixels, kept already: see passage:keep-pixels. */
      picture: storedPictureSchema,
    }),
    ...making,
    says: 'Makes a passage of a region of a page of the original.',
  }),
);

export const passageRegionRequests = [passageAddRegion, passageKeepPixels, passageAddPageRegion] as const;
