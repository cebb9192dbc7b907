import { z } from 'zod';
import { MAX_TEMPLATE_BYTES } from './house-template.ts';
import { wordPartNames } from './word-parts.ts';

const base64Text = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

/** The Word template of a form as it is kept: the bytes of its file, and the styles that were chosen by hand. */
export const wordTemplateSchema = z.strictObject({
  fileName: z.string().trim().min(1).max(255),
  base64: z
    .string()
    .min(16)
    .max(Math.ceil(MAX_TEMPLATE_BYTES / 3) * 4)
    .regex(base64Text),
  /** By part; null where Precis is to add its own style. A part that is absent has the guessed style. */
  styles: z.partialRecord(z.enum(wordPartNames), z.string().min(1).max(500).nullable()),
});
export type WordTemplate = z.infer<typeof wordTemplateSchema>;
