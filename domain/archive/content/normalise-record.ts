import type { z } from 'zod';
import { articleAnnotationSchema } from '../../article/annotations.ts';
import {
  boardEvidenceSchema,
  boardSchema,
  cellSchema,
  hypothesisSchema,
  probabilitySchema,
} from '../../board/board.ts';
import { conflictSchema } from '../../conflict/conflict.ts';
import { eventSchema } from '../../event/event.ts';
import { fallSchema } from '../../graph/fall.ts';
import { ownFormSchema } from '../../memo/form/form.ts';
import { memoSchema } from '../../memo/memo.ts';
import { remarkSchema } from '../../memo/round/remark.ts';
import { roundSchema } from '../../memo/round/round.ts';
import { padSchema } from '../../pad/pad.ts';
import { labelSchema } from '../../passage/label.ts';
import { passageSchema } from '../../passage/passage.ts';
import { savedSearchSchema } from '../../search/saved-search.ts';
import { sourceSchema } from '../../source/source.ts';
import { tagSchema } from '../../tag/tag.ts';
import { taskSchema } from '../../task/task.ts';
import { blockLanguageSchema, renderingSchema, translationSchema } from '../../translation/translation.ts';
import type { CollectionName, Collections } from '../changes.ts';
import { manifestEntrySchema } from '../manifest.ts';

const recordSchemas: { readonly [C in CollectionName]: z.ZodType<Collections[C]> } = {
  tags: tagSchema,
  sources: sourceSchema,
  tasks: taskSchema,
  searches: savedSearchSchema,
  labels: labelSchema,
  events: eventSchema,
  falls: fallSchema,
  passages: passageSchema,
  about: articleAnnotationSchema,
  translations: translationSchema,
  renderings: renderingSchema,
  languages: blockLanguageSchema,
  memo: memoSchema,
  rounds: roundSchema,
  remarks: remarkSchema,
  forms: ownFormSchema,
  boards: boardSchema,
  hypotheses: hypothesisSchema,
  evidence: boardEvidenceSchema,
  cells: cellSchema,
  probabilities: probabilitySchema,
  conflicts: conflictSchema,
  pads: padSchema,
  entries: manifestEntrySchema,
};

/**
 * The record as it will be read back from its file: a copy with its keys in the order of the schema. (A key that
 * is `undefined` may stay; it is not written to the file, and counts as absent wherever records are compared.)
 * Throws on a wrong shape, since writing it would make the file unreadable.
 */
export const normaliseRecord = <C extends CollectionName>(
  collection: C,
  record: Collections[C],
): Collections[C] => recordSchemas[collection].parse(record);
