/** Requests on the languages of OCR that the analyst adds on this machine; two ship with the app. */
import { z } from 'zod';
import {
  type AddedOcrLanguage,
  type LanguageDataFault,
  ocrLanguageSchema,
} from '../article/machine/ocr-languages.ts';
import { nothing } from './inputs.ts';
import { defineRequest, query, transientEdit, type } from './request.ts';

/**
 * Why a file adds no OCR language: its name contains none, it is one that ships with the app, its bytes are not such
 * data or only for the older engine, or it is larger than any language's.
 */
export type OcrLanguageFailure = 'no-language-name' | 'comes-with-app' | LanguageDataFault | 'too-large';

/** Why no page of a PDF was read from its picture. */
export type OcrFailure = 'password-needed' | 'password-wrong' | 'document-damaged' | 'ocr-language-unusable';

const ofLanguage = z.strictObject({ language: ocrLanguageSchema });

export const ocrLanguages = defineRequest(
  'ocr:languages',
  query({
    input: nothing,
    output: type<readonly AddedOcrLanguage[]>(),
    // Not of a record; a file added by hand is found with the next change of articles.
    topics: ['articles'],
    says: 'The languages for OCR that were added from files, by their names.',
  }),
);

export const ocrAddLanguage = defineRequest(
  'ocr:add-language',
  transientEdit({
    input: nothing,
    output: type<AddedOcrLanguage>(),
    refreshes: ['ocr:languages'],
    says: 'Has the analyst choose a file of Tesseract, checks it, and adds its language.',
  }),
);

export const ocrRemoveLanguage = defineRequest(
  'ocr:remove-language',
  transientEdit({
    input: ofLanguage,
    output: type<null>(),
    refreshes: ['ocr:languages'],
    says: 'Removes a language that was added.',
  }),
);

export const ocrPutBack = defineRequest(
  'ocr:put-back',
  transientEdit({
    input: ofLanguage,
    output: type<null>(),
    refreshes: ['ocr:languages'],
    says: 'Takes back the last adding or removing of a language, as long as Precis is open.',
  }),
);

export const ocrRequests = [ocrLanguages, ocrAddLanguage, ocrRemoveLanguage, ocrPutBack] as const;
