/** What passes between the main process and the sandboxed page that reads pictures of text. */
import { z } from 'zod';
import { machinePageSchema } from '../article/machine/machine-page.ts';
import type { OcrLanguage } from '../article/machine/ocr-languages.ts';

/** Requests to the page, one after the other: to open a PDF, then its pages one by one. */
export type OcrRequest =
  | {
      readonly kind: 'open';
      readonly bytes: Uint8Array;
      /** Used to open the PDF and kept nowhere. */
      readonly password: string | null;
    }
  /** The words of one page, from its picture. */
  | { readonly kind: 'words'; readonly index: number; readonly language: OcrLanguage }
  /** The letters of pages as another reader finds them in the text layer. */
  | { readonly kind: 'letters'; readonly pages: readonly number[] };

/** Why the page has not done what it was asked, in its own words. */
export const ocrRefusals = [
  'password-needed',
  'password-wrong',
  'document-damaged',
  'language-unusable',
  'not-read',
] as const;
export type OcrRefusal = (typeof ocrRefusals)[number];

/** What comes back is believed only so far as this goes: pages, none for a PDF that was opened. */
export const ocrAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.array(machinePageSchema).max(10_000) }),
  z.strictObject({ ok: z.literal(false), error: z.enum(ocrRefusals) }),
]);
export type OcrAnswer = z.infer<typeof ocrAnswerSchema>;
