/** Requests on the labels of the archive. */
import { z } from 'zod';
import { type Label, labelIdSchema, labelSchema, newLabelIdSchema } from '../passage/label.ts';
import { editId, nothing } from './inputs.ts';
import { defineRequest, edit, query, type } from './request.ts';

const said = labelSchema.pick({ name: true, useWhen: true, look: true });

export const labelList = defineRequest(
  'label:list',
  query({
    input: nothing,
    output: type<readonly Label[]>(),
    topics: ['labels'],
    says: 'What the archive says of its labels; the first labels that it says nothing of are as every archive has them.',
  }),
);

export const labelAdd = defineRequest(
  'label:add',
  edit({
    input: said.extend({ labelId: newLabelIdSchema }),
    output: type<Label>(),
    touches: ({ labelId }) => [labelId],
    supersedes: 'nothing',
    isStep: true,
    says: 'Makes a label, after all others.',
  }),
);

export const labelChange = defineRequest(
  'label:change',
  edit({
    input: said.partial().extend({ labelId: labelIdSchema, editId }),
    output: type<null>(),
    touches: ({ labelId }) => [labelId],
    supersedes: 'nothing',
    says: 'Changes the name of a label, when it is used, or how it is drawn.',
  }),
);

export const labelMove = defineRequest(
  'label:move',
  edit({
    /** `place`: its new index among the labels in use, from 0. */
    input: z.strictObject({ labelId: labelIdSchema, place: z.int().min(0).max(8) }),
    output: type<null>(),
    touches: ({ labelId }) => [labelId],
    supersedes: 'nothing',
    isStep: true,
    says: 'Moves a label among the others, whose keys follow.',
  }),
);

export const labelRetire = defineRequest(
  'label:retire',
  edit({
    input: z.strictObject({ labelId: labelIdSchema, isRetired: z.boolean() }),
    output: type<null>(),
    touches: ({ labelId }) => [labelId],
    supersedes: 'nothing',
    isStep: true,
    says: 'Offers a label no more, or again; passages keep it.',
  }),
);

export const labelRequests = [labelList, labelAdd, labelChange, labelMove, labelRetire] as const;
