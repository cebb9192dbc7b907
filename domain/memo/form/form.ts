import { z } from 'zod';
import { formIdSchema } from '../../ids.ts';
import { timestampSchema } from '../../time.ts';
import { type OwnTerms, ownTermsOf, ownTermsSchema } from '../../tradecraft/own-terms.ts';
import { writerNameSchema } from '../../written-by.ts';
import type { MemoHead } from '../memo.ts';
import { sectionGuideSchema, sectionRoles } from '../memo-content.ts';
import { citationStyleSchema } from './citation-style.ts';
import { logoSchema } from './logo.ts';
import { numberingSchema } from './numbering.ts';
import { wordTemplateSchema } from './word/word-template.ts';

/**
 * Where the key to grades and terms is printed. `long`: at the end of a memo that fills three pages; a file
 * without pages then has none.
 */
export const keyPlaces = ['long', 'none', 'end', 'cover'] as const;
export type KeyPlace = (typeof keyPlaces)[number];

/** Whether a memo lists its contents; `long`: where it fills several pages. */
export const contentsPlaces = ['long', 'always', 'none'] as const;
export type ContentsPlace = (typeof contentsPlaces)[number];

/**
 * Where the original of a translated quotation is printed. A block has it below its translation; within a sentence
 * it is in a footnote, or (`below`) in brackets after the translation. `none`: it is not printed.
 */
export const originalPlaces = ['footnote', 'below', 'none'] as const;
export type OriginalPlace = (typeof originalPlaces)[number];

/** The lines of the head that a form can ask for. */
export const requirableFields = ['for', 'from', 'period'] as const;

/** The most sections that a form may have: a memo of more is no briefing. */
export const MAX_SECTIONS = 100;

/** One section of a form: its heading, its role, and the prompt that the analyst sees while it is empty. */
export const formSectionSchema = z.strictObject({
  heading: z.string().trim().min(1).max(200),
  role: z.enum(sectionRoles),
  ...sectionGuideSchema.shape,
  /** Its text in a new memo; empty for none. */
  startsWith: z.string().trim().max(2000),
});
export type FormSection = z.infer<typeof formSectionSchema>;

/** A form of a memo, as data: what a memo begins with, what it is checked for, and what it prints beside its text. */
export const formSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  sections: z.array(formSectionSchema).min(1).max(MAX_SECTIONS),
  /** Warnings and hints that are not shown for a memo in this form, by the names of their rules. Errors always are. */
  skippedRules: z.array(z.string().min(1).max(100)).max(100),
  requiredFields: z.array(z.enum(requirableFields)).max(requirableFields.length),
  numbering: numberingSchema,
  /** BCP 47: the language of its headings, and of a new memo. */
  language: z.string().min(2).max(35),
  /** Printed above the title, line by line; empty for none. */
  letterhead: z.string().max(1000),
  logo: logoSchema.nullable(),
  /** Whether the key to grades and terms, and the evidence annex, are chosen when a memo is exported. */
  printsKey: z.boolean(),
  /** Where the key is printed; absent where it is at the end of a long memo. */
  keyPlace: z.enum(keyPlaces).exclude(['none']).exactOptional(),
  printsAnnex: z.boolean(),
  /** Whether its memos have a table of contents; absent where that depends on their length. */
  contents: z.enum(contentsPlaces).exclude(['long']).exactOptional(),
  /** Where the original of a translated quotation is printed; absent where it is in a footnote. */
  originals: z.enum(originalPlaces).exclude(['footnote']).exactOptional(),
  /** The style by which its memos cite sources; absent where they use Precis' own. */
  citationStyle: citationStyleSchema.exactOptional(),
  /** Whether a new memo numbers its paragraphs; absent where it does not. */
  numbersParagraphs: z.literal(true).exactOptional(),
  /** The doctrine's terms in the words of the house, in the form's language; absent where it has none. */
  terms: ownTermsSchema.exactOptional(),
});
export type Form = z.infer<typeof formSchema>;

const primaryOf = (language: string): string => language.toLowerCase().split('-', 1)[0] ?? '';

/**
 * The form's own words for the terms that a memo with that head can use; undefined where it gives none for them, or the
 * memo is in another language than the form.
 */
export const termsOfForm = (
  { terms, language }: Pick<Form, 'terms' | 'language'>,
  head: Pick<MemoHead, 'language' | 'lexicon'>,
): OwnTerms | undefined =>
  primaryOf(language) === primaryOf(head.language) ? ownTermsOf(terms, head.lexicon) : undefined;

/** The form with own words for terms; without them where there are none. */
export const wordTerms = ({ terms: _, ...form }: Form, terms: OwnTerms): Form =>
  Object.keys(terms).length === 0 ? form : { ...form, terms };

/** Where memos in a form have the key, unless something else is chosen. */
export const keyPlaceOf = ({
  printsKey,
  keyPlace = 'long',
}: Pick<Form, 'printsKey' | 'keyPlace'>): KeyPlace => (printsKey ? keyPlace : 'none');

/** The form with its key at that place. */
export const placeKey = ({ keyPlace: _, ...form }: Form, place: KeyPlace): Form => ({
  ...form,
  printsKey: place !== 'none',
  ...(place === 'none' || place === 'long' ? {} : { keyPlace: place }),
});

/** The form whose memos list their contents so. */
export const placeContents = ({ contents: _, ...form }: Form, place: ContentsPlace): Form => ({
  ...form,
  ...(place === 'long' ? {} : { contents: place }),
});

/** The form with the originals of translated quotations at that place. */
export const placeOriginals = ({ originals: _, ...form }: Form, place: OriginalPlace): Form => ({
  ...form,
  ...(place === 'footnote' ? {} : { originals: place }),
});

/** A form of the archive's own. */
export const ownFormSchema = formSchema.extend({
  id: formIdSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  deletedAt: timestampSchema.nullable(),
  by: writerNameSchema.exactOptional(),
  /** Absent where it has none. It stays in the archive: a window edits the form without it. */
  wordTemplate: wordTemplateSchema.exactOptional(),
});
export type OwnForm = z.infer<typeof ownFormSchema>;

/** A form of the archive with the content of `form`: its archive fields and its Word template stay. */
export const changedForm = (
  { id, createdAt, updatedAt, deletedAt, by, wordTemplate }: OwnForm,
  form: Form,
): OwnForm => ({
  ...form,
  ...{ id, createdAt, updatedAt, deletedAt },
  ...(by === undefined ? {} : { by }),
  ...(wordTemplate === undefined ? {} : { wordTemplate }),
});

/** The content of a form, without its archive fields. */
export const formOf = ({
  id: _,
  createdAt: _c,
  updatedAt: _u,
  deletedAt: _d,
  by: _b,
  wordTemplate: _w,
  ...form
}: OwnForm): Form => form;
