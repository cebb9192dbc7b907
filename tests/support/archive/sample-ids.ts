/** Ids and times, so that no test has to make up its own. */
import {
  newBoardIdSchema,
  newEventIdSchema,
  newEvidenceIdSchema,
  newFormIdSchema,
  newHypothesisIdSchema,
  newJudgementIdSchema,
  newMemoIdSchema,
  newPassageIdSchema,
  newRemarkIdSchema,
  newRoundIdSchema,
  newSearchIdSchema,
  newSourceIdSchema,
  newTagIdSchema,
  newTaskIdSchema,
  newTranslationIdSchema,
} from '#domain/ids.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Machine } from '#electron/ports/machine.ts';

const startMs = Date.parse('2024-04-24T09:00:00.000Z');

/** The creation time of every sample. */
export const sampleTime = toTimestamp(startMs);
let madeIds = 0;

/** The nth id, for tests that compare bytes. */
export const sampleId = (number: number): string =>
  `018f0e7a-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** An id that no other call has returned; later ones sort after earlier ones. */
export const newSampleId = (): string =>
  `018f0e7b-0000-7000-8000-${(++madeIds).toString(16).padStart(12, '0')}`;

/** scrypt with N = 2^10, for passphrases that nobody tries to guess. */
export const samplePassphraseWork = 10;

/** A clock that advances by a second a reading, and unique ids. */
export const createSampleMachine = (): Machine => {
  let nowMs = startMs;
  return {
    nowMs: () => {
      nowMs += 1000;
      return nowMs;
    },
    newId: newSampleId,
    passphraseWork: samplePassphraseWork,
  };
};

/** Ids for new records. */
export const newPassageId = () => newPassageIdSchema.parse(newSampleId());
export const newTagId = () => newTagIdSchema.parse(newSampleId());
export const newSourceId = () => newSourceIdSchema.parse(newSampleId());
export const newTaskId = () => newTaskIdSchema.parse(newSampleId());
export const newRemarkId = () => newRemarkIdSchema.parse(newSampleId());
export const newRoundId = () => newRoundIdSchema.parse(newSampleId());
export const newBoardId = () => newBoardIdSchema.parse(newSampleId());
export const newHypothesisId = () => newHypothesisIdSchema.parse(newSampleId());
export const newEvidenceId = () => newEvidenceIdSchema.parse(newSampleId());
export const newFormId = () => newFormIdSchema.parse(newSampleId());
export const newTranslationId = () => newTranslationIdSchema.parse(newSampleId());
export const newEventId = () => newEventIdSchema.parse(newSampleId());
export const newSearchId = () => newSearchIdSchema.parse(newSampleId());
/** For a new memo and the judgement with which it begins. */
export const newMemoIds = () => ({
  memoId: newMemoIdSchema.parse(newSampleId()),
  judgementId: newJudgementIdSchema.parse(newSampleId()),
});
