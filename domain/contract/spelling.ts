/** Requests on spelling dictionaries added by the analyst; the existing ones are in the settings. */
import { z } from 'zod';
import type { AddedDictionary, OfferedDictionary } from '../spelling/added-dictionary.ts';
import { spellingLanguages } from '../spelling/dictionaries.ts';
import { nothing } from './inputs.ts';
import { defineRequest, transientEdit, type } from './request.ts';

const ofLanguage = z.strictObject({ language: z.enum(spellingLanguages) });

export const spellingChoose = defineRequest(
  'spelling:choose',
  transientEdit({
    input: nothing,
    output: type<readonly OfferedDictionary[]>(),
    says: 'Has the analyst choose files, and tells the dictionaries in them; nothing is added yet.',
  }),
);

export const spellingAdd = defineRequest(
  'spelling:add',
  transientEdit({
    input: ofLanguage.extend({ place: z.int().min(0).max(1000) }),
    output: type<AddedDictionary>(),
    says: 'Converts the dictionary at that place of what was chosen, and adds it for a language.',
  }),
);

export const spellingCancel = defineRequest(
  'spelling:cancel',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the converting that runs; what was there stays.',
  }),
);

export const spellingRemove = defineRequest(
  'spelling:remove',
  transientEdit({
    input: ofLanguage,
    output: type<null>(),
    says: 'Removes the dictionary that was added for a language.',
  }),
);

export const spellingPutBack = defineRequest(
  'spelling:put-back',
  transientEdit({
    input: ofLanguage,
    output: type<null>(),
    says: 'Takes back the last adding or removing for a language, as long as Precis is open.',
  }),
);

export const spellingRequests = [
  spellingChoose,
  spellingAdd,
  spellingCancel,
  spellingRemove,
  spellingPutBack,
] as const;
