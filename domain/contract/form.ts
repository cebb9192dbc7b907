/** Requests on forms, the starting points of memos. */
import { z } from 'zod';
import { type FormId, formIdSchema, newFormIdSchema } from '../ids.ts';
import type { StyledWords } from '../memo/document-run.ts';
import { type CitationKind, type CitationStyle, citationStyleSchema } from '../memo/form/citation-style.ts';
import { type Form, formSchema } from '../memo/form/form.ts';
import type { LogoType } from '../memo/form/logo.ts';
import type { TemplateRemark, TemplateStyle } from '../memo/form/word/house-template.ts';
import { type WordPartName, wordPartNames } from '../memo/form/word/word-parts.ts';
import { type MemoTemplate, memoTemplateSchema } from '../memo/memo.ts';
import { editId, nothing } from './inputs.ts';
import { defineRequest, edit, nothingTouched, query, transientEdit, type } from './request.ts';

export type FormRow = {
  readonly template: MemoTemplate;
  readonly form: Form;
  /** The file name of its Word template; null if it has none. */
  readonly wordTemplate: string | null;
};

/** A style of a Word template as it is offered and shown. */
export type OfferedStyle = Pick<TemplateStyle, 'id' | 'name' | 'kind' | 'look'>;

/** The Word template of a form: its styles, which of them is used for which part of a memo, and what is left out. */
export type WordTemplateView = {
  readonly fileName: string;
  readonly bytes: number;
  readonly styles: readonly OfferedStyle[];
  /** As chosen or guessed; null if Precis adds its own. */
  readonly assigned: Readonly<Record<WordPartName, string | null>>;
  /** Those that were chosen by hand. */
  readonly chosen: readonly WordPartName[];
  readonly remarks: readonly TemplateRemark[];
  /** Whether it names the place of the memo by `{{memo}}`. */
  readonly hasPlace: boolean;
};

export type FormList = {
  /** Those that Precis comes with first. */
  readonly forms: readonly FormRow[];
  /** Own forms whose file can't be read: Review says why. */
  readonly unreadable: number;
};

/** A picture as it is on the disk. A format that can contain more than pixels is rasterised before it is stored. */
export type ChosenPicture = {
  readonly fileName: string;
  readonly mediaType: LogoType | 'image/svg+xml';
  readonly base64: string;
};

/** A preview of a citation style on a few invented sources. */
export type SampleCitations = {
  readonly kind: CitationKind;
  /** Empty if it cites by number. */
  readonly citations: readonly (readonly StyledWords[])[];
  readonly entries: readonly (readonly StyledWords[])[];
};

const onIt = ({ formId }: { readonly formId: FormId }) => [formId];
const onForm = z.strictObject({ formId: formIdSchema });
const newForm = z.strictObject({ formId: newFormIdSchema });

export const formList = defineRequest(
  'form:list',
  query({
    input: nothing,
    output: type<FormList>(),
    topics: ['forms'],
    says: 'The forms in which a memo can be begun.',
  }),
);

export const formAdd = defineRequest(
  'form:add',
  edit({
    /** Includes the Word template of another form, if one is named. */
    input: newForm.extend({ form: formSchema, templateOf: formIdSchema.exactOptional() }),
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    makes: 'formId',
    says: 'Keeps a new form of its own in the archive.',
  }),
);

export const formChange = defineRequest(
  'form:change',
  edit({
    input: onForm.extend({ form: formSchema, editId }),
    output: type<null>(),
    touches: onIt,
    supersedes: { on: ['formId'] },
    says: 'Changes a form; memos that were begun in it keep their sections.',
  }),
);

export const formWordTemplate = defineRequest(
  'form:word-template',
  query({
    input: onForm,
    output: type<WordTemplateView | null>(),
    topics: ['forms'],
    says: 'The Word template of a form, with the style that serves each part of a memo; null where it has none.',
  }),
);

export const formChooseWordTemplate = defineRequest(
  'form:choose-word-template',
  edit({
    input: onForm,
    output: type<{ readonly fileName: string }>(),
    touches: onIt,
    supersedes: 'not-kept',
    isStep: true,
    says: 'Asks for a Word document or template, and keeps it with the form.',
  }),
);

export const formAssignStyle = defineRequest(
  'form:assign-style',
  edit({
    input: onForm.extend({
      part: z.enum(wordPartNames),
      /** Null if Precis should add its own; absent if the style should be guessed. */
      style: z.string().min(1).max(500).nullable().exactOptional(),
    }),
    output: type<null>(),
    touches: onIt,
    supersedes: { on: ['formId', 'part'] },
    says: 'Says which style of its Word template serves a part of a memo.',
  }),
);

export const formRemoveWordTemplate = defineRequest(
  'form:remove-word-template',
  edit({
    input: onForm,
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Takes the Word template off a form.',
  }),
);

export const formDelete = defineRequest(
  'form:delete',
  edit({
    input: onForm,
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    takesAway: true,
    says: 'Moves a form to the trash; memos that were begun in it stay as they are.',
  }),
);

export const formChooseLogo = defineRequest(
  'form:choose-logo',
  transientEdit({
    input: nothing,
    output: type<ChosenPicture>(),
    says: 'Asks for a picture to be the logo of a form; nothing is kept yet.',
  }),
);

export const formChooseCitationStyle = defineRequest(
  'form:choose-citation-style',
  transientEdit({
    input: nothing,
    output: type<CitationStyle>(),
    says: 'Asks for a CSL file to be the citation style of a form, and tries it; nothing is kept yet.',
  }),
);

export const formSampleCitations = defineRequest(
  'form:sample-citations',
  query({
    input: z.strictObject({ style: citationStyleSchema }),
    output: type<SampleCitations>(),
    topics: [],
    says: 'How a citation style cites a few sources that are made up.',
  }),
);

export const formExport = defineRequest(
  'form:export',
  edit({
    input: z.strictObject({ template: memoTemplateSchema }),
    output: type<{ readonly fileName: string }>(),
    touches: nothingTouched,
    supersedes: 'not-kept',
    says: 'Asks where, then writes a form as a file for another archive.',
  }),
);

export const formImport = defineRequest(
  'form:import',
  edit({
    input: newForm,
    output: type<{ readonly name: string }>(),
    touches: onIt,
    supersedes: 'not-kept',
    isStep: true,
    says: 'Asks for a file with a form, and keeps the form in the archive.',
  }),
);

export const formRequests = [
  formList,
  formAdd,
  formChange,
  formWordTemplate,
  formChooseWordTemplate,
  formAssignStyle,
  formRemoveWordTemplate,
  formDelete,
  formChooseLogo,
  formChooseCitationStyle,
  formSampleCitations,
  formExport,
  formImport,
] as const;
