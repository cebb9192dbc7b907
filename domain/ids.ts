import { z } from 'zod';

/** The id of an existing record. Archives written by other programs are accepted with UUIDs of any version. */
const id = z.uuid();

/** The id of something that is being made: a UUIDv7 in lower-case canonical form. */
const newId = z.uuidv7().lowercase();

export const archiveIdSchema = id.brand<'ArchiveId'>();
export type ArchiveId = z.infer<typeof archiveIdSchema>;
export const articleIdSchema = id.brand<'ArticleId'>();
export const passageIdSchema = id.brand<'PassageId'>();
export const tagIdSchema = id.brand<'TagId'>();
export const sourceIdSchema = id.brand<'SourceId'>();
export const taskIdSchema = id.brand<'TaskId'>();
export const memoIdSchema = id.brand<'MemoId'>();
export const snapshotIdSchema = id.brand<'SnapshotId'>();
/** One sending of a memo to reviewers. */
export const roundIdSchema = id.brand<'RoundId'>();
/** A translation of an article, or of passages of it. */
export const translationIdSchema = id.brand<'TranslationId'>();
/** A comment or a suggestion on a memo. A remark from a file has an id derived from its hash (see idOfHash). */
export const remarkIdSchema = id.brand<'RemarkId'>();
export const judgementIdSchema = id.brand<'JudgementId'>();
/** The target of a cross reference: a block of a memo with that anchor, or the id of a judgement. */
export const anchorIdSchema = id.brand<'AnchorId'>();
export type AnchorId = z.infer<typeof anchorIdSchema>;
/** Something that happened. */
export const eventIdSchema = id.brand<'EventId'>();
/**
 * A further file of events, by its number in four digits: `events.json` is the first file, so `0002` is the second.
 */
export const eventShardSchema = z
  .string()
  .regex(/^(?!000[01])\d{4}$/u)
  .brand<'EventShard'>();
export type EventShard = z.infer<typeof eventShardSchema>;
export const searchIdSchema = id.brand<'SearchId'>();
/** A form of memos that the archive holds; the forms that Precis comes with have names instead. */
export const formIdSchema = id.brand<'FormId'>();
/** A question with its hypotheses and what speaks to them. */
export const boardIdSchema = id.brand<'BoardId'>();
export const hypothesisIdSchema = id.brand<'HypothesisId'>();
/** A row of a board: a passage that is evidence there. */
export const evidenceIdSchema = id.brand<'EvidenceId'>();
/** What two sides have made of a record, as long as nobody has chosen. */
export const conflictIdSchema = id.brand<'ConflictId'>();
/** An import that was read and is being checked; it lives in memory only. */
export const draftIdSchema = id.brand<'DraftId'>();
export const lockedIdSchema = id.brand<'LockedId'>();

export const newPassageIdSchema = newId.brand<'PassageId'>();
export const newTagIdSchema = newId.brand<'TagId'>();
export const newSourceIdSchema = newId.brand<'SourceId'>();
export const newTaskIdSchema = newId.brand<'TaskId'>();
export const newJudgementIdSchema = newId.brand<'JudgementId'>();
export const newMemoIdSchema = newId.brand<'MemoId'>();
export const newRoundIdSchema = newId.brand<'RoundId'>();
export const newRemarkIdSchema = newId.brand<'RemarkId'>();
export const newTranslationIdSchema = newId.brand<'TranslationId'>();
export const newEventIdSchema = newId.brand<'EventId'>();
export const newSearchIdSchema = newId.brand<'SearchId'>();
export const newFormIdSchema = newId.brand<'FormId'>();
export const newBoardIdSchema = newId.brand<'BoardId'>();
export const newHypothesisIdSchema = newId.brand<'HypothesisId'>();
export const newEvidenceIdSchema = newId.brand<'EvidenceId'>();

export type ArticleId = z.infer<typeof articleIdSchema>;
export type PassageId = z.infer<typeof passageIdSchema>;
export type TagId = z.infer<typeof tagIdSchema>;
export type SourceId = z.infer<typeof sourceIdSchema>;
export type TaskId = z.infer<typeof taskIdSchema>;
export type MemoId = z.infer<typeof memoIdSchema>;
export type SnapshotId = z.infer<typeof snapshotIdSchema>;
export type RoundId = z.infer<typeof roundIdSchema>;
export type RemarkId = z.infer<typeof remarkIdSchema>;
export type JudgementId = z.infer<typeof judgementIdSchema>;
export type TranslationId = z.infer<typeof translationIdSchema>;
export type EventId = z.infer<typeof eventIdSchema>;
export type SearchId = z.infer<typeof searchIdSchema>;
export type FormId = z.infer<typeof formIdSchema>;
export type BoardId = z.infer<typeof boardIdSchema>;
export type HypothesisId = z.infer<typeof hypothesisIdSchema>;
export type EvidenceId = z.infer<typeof evidenceIdSchema>;
export type ConflictId = z.infer<typeof conflictIdSchema>;
export type DraftId = z.infer<typeof draftIdSchema>;
/** Of a file that waits for its password. */
export type LockedId = z.infer<typeof lockedIdSchema>;

/** Makes ids: a port, because making one needs a clock and randomness. Returns a fresh UUIDv7. */
export type NewId = () => string;

/** A lower-case hexadecimal SHA-256. */
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256Schema>;

/** The moment at which a UUIDv7 was made, in milliseconds since the epoch: its first 48 bits (RFC 9562, 5.7). */
export const timeOfId = (uuid: string): number => Number.parseInt(uuid.slice(0, 13).replace('-', ''), 16);

/**
 * The id derived from a SHA-256 in hexadecimal, always the same (RFC 9562, 5.8: version 8): for records made from
 * existing data, so that everybody who makes one makes the same.
 */
export const idOfHash = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
