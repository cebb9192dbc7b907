/** The use cases of review rounds, in which a memo is sent to its reviewers. */
import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ExportedFile } from '#domain/contract/memo-export.ts';
import type { memoRoundRequests, StartedRound } from '#domain/contract/memo-round.ts';
import type { Input } from '#domain/contract/requests.ts';
import { type MemoId, type SnapshotId, snapshotIdSchema } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { answerSheet } from '#domain/memo/round/answer-sheet.ts';
import { commentsOfDocument } from '#domain/memo/round/comments-of-document.ts';
import { asSent } from '#domain/memo/round/returned/reviewed-file.ts';
import {
  distinctReviewers,
  isOpenRound,
  type NumberedRound,
  numberRounds,
  type Round,
} from '#domain/memo/round/round.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { readWordTemplate } from '../../form/read-form.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { invalidInput, notFound } from '../../shared/failures.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import { refusalOf } from '../export-memo.ts';
import type { PreparedMemo } from '../prepare-memo.ts';
import { freezeMemo } from '../sent/freeze-memo.ts';
import { prepareDraft } from '../sent/prepare-draft.ts';
import { placeFile, stageFile } from '../sent/send-memo.ts';
import { addReviews } from './add-review.ts';
import { createRemarkHandlers, readRemarks } from './remark-handlers.ts';
import { dressForReview } from './review-document.ts';

type RoundHandlers = Pick<HandlersOn<'memo'>, (typeof memoRoundRequests)[number]['name']>;
type Starting = Input<'memo:start-round'>;

/** The round with its number. A round of this act is always among `rounds`. */
const numbered = (rounds: readonly Round[], round: Round): NumberedRound => {
  const all = numberRounds([...rounds.filter(({ id }) => id !== round.id), round]);
  return all.find(({ id }) => id === round.id) ?? { ...round, number: all.length };
};

/** The fields of a snapshot about the Word document of its round. */
type Reviewed = Pick<Snapshot, 'exported' | 'reviewed'>;

/**
 * Makes the Word document of a round, with the earlier remarks on the memo, and reads its paragraphs. If they can't be
 * read, they are made again when the document comes back.
 */
const stageReviewed = async (
  deps: HandlerDeps,
  reader: ArchiveReader,
  prepared: PreparedMemo,
  snapshot: Snapshot,
  { roundId, fileName, replaces, options }: Starting,
): Promise<Result<Reviewed, AppError>> => {
  const document = await dressForReview(deps, prepared, snapshot, roundId);
  if (!document.ok) return document;
  const said = await readRemarks(reader, snapshot.memoId);
  if (!said.ok) return said;
  const { remarks, snapshots } = said.value;
  const { content } = prepared.memo;
  const comments = commentsOfDocument(remarks, snapshots, content, snapshot.document.sections);
  const file = {
    format: 'docx',
    options,
    fileName,
    replaces,
    document: { ...document.value, comments },
    request: 'memo:start-round',
  } as const;
  const staged = await stageFile(deps, snapshot, file);
  if (!staged.ok) return staged;
  const { exported, bytes } = staged.value;
  const read = await deps.reviewedFiles.readBytes(bytes);
  return ok(read.ok ? { exported, reviewed: asSent(read.value.paragraphs) } : { exported });
};

/** A memo with an open round is in review; when the last round is closed it becomes a draft again. */
const stateChange = (before: Memo, rounds: readonly Round[], updatedAt: Timestamp) => {
  if (isSent(before)) return [];
  const isOut = rounds.some(isOpenRound);
  const state = isOut ? 'in-review' : 'draft';
  return recordChanges({ kind: 'memo', memoId: before.id }, 'memo', before, { ...before, state, updatedAt });
};

type Begun = { readonly round: NumberedRound; readonly exported: NonNullable<Snapshot['exported']> | null };

const beginRound = (deps: HandlerDeps, asked: Starting, snapshotId: SnapshotId) =>
  deps.archive.perform<Begun>(async (reader) => {
    const { memoId, roundId, due } = asked;
    const review = await reader.review(memoId);
    if (!review.ok) return review;
    const { rounds } = review.value;
    const there = rounds.find(({ id }) => id === roundId);
    if (there !== undefined)
      return ok({
        value: { round: numbered(rounds, there), exported: null },
        name: 'start-round',
        changes: [],
      });
    const prepared = await prepareDraft({ archive: reader, catalogue: deps.catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const refusal = await refusalOf(prepared.value);
    if (refusal !== null) return err(refusal);
    const before = prepared.value.memo;
    const at = toTimestamp(deps.machine.nowMs());
    const taken = { ...freezeMemo(deps, prepared.value, 'round'), id: snapshotId };
    const inReview = { ...prepared.value, memo: { ...before, state: 'in-review' as const } };
    const staged = await stageReviewed(deps, reader, inReview, taken, asked);
    if (!staged.ok) return staged;
    const round: Round = {
      reviewers: distinctReviewers(asked.reviewers),
      due,
      id: roundId,
      memoId,
      snapshotId,
      returned: [],
      closedAt: null,
      createdAt: at,
      updatedAt: at,
    };
    return ok({
      value: { round: numbered(rounds, round), exported: staged.value.exported },
      name: 'start-round',
      changes: [
        ...recordChanges({ kind: 'review', memoId }, 'rounds', null, round),
        ...stateChange(before, [...rounds, round], at),
      ],
      newSnapshots: [{ ...taken, ...staged.value }],
    });
  });

/**
 * Begins a round as one act: the memo is checked as for an export, stored as a snapshot, and made into the Word
 * document for its reviewers; it is then in review, and can still be edited. Precis itself sends nothing. Fails with
 * `memo-is-sent`, and with every error of an export; then no file is left.
 */
const startRound = async (deps: HandlerDeps, asked: Starting): Promise<Result<StartedRound, AppError>> => {
  // Newer versions of its evidence have to be known.
  await deps.catalogue.ready;
  const snapshotId = snapshotIdSchema.parse(deps.machine.newId());
  const begun = await beginRound(deps, asked, snapshotId);
  if (!begun.ok) {
    const of = { archiveId: deps.archive.info.id, snapshotId };
    await deps.sentFiles.discard(deps.desktop.exportFolder(), of);
    return begun;
  }
  const { round, exported } = begun.value;
  if (exported === null) return ok({ round, file: null });
  return ok({ round, file: await placeFile(deps, snapshotId, exported, asked.replaces) });
};

const readRounds = async (
  reader: ArchiveReader,
  memoId: MemoId,
): Promise<Result<readonly Round[], AppError>> => {
  const review = await reader.review(memoId);
  return review.ok ? ok(review.value.rounds) : review;
};

const closeRound = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { memoId, roundId, isClosed }: Input<'memo:close-round'>,
): Promise<Result<NumberedRound, AppError>> =>
  archive.perform(async (reader) => {
    const memo = await reader.memo(memoId);
    if (!memo.ok) return memo;
    const rounds = await readRounds(reader, memoId);
    if (!rounds.ok) return rounds;
    const before = rounds.value.find(({ id }) => id === roundId);
    if (before === undefined) return notFound('round', roundId);
    const at = toTimestamp(machine.nowMs());
    if (isClosed !== isOpenRound(before))
      return ok({ value: numbered(rounds.value, before), name: 'change-round', changes: [] });
    const after: Round = { ...before, closedAt: isClosed ? at : null, updatedAt: at };
    const next = rounds.value.map((round) => (round.id === roundId ? after : round));
    return ok({
      value: numbered(rounds.value, after),
      name: 'change-round',
      changes: [
        ...recordChanges({ kind: 'review', memoId }, 'rounds', before, after),
        ...stateChange(memo.value.memo, next, at),
      ],
    });
  });

/** Writes the outcome of all remarks on a memo to the folder of exports. */
const writeSheet = async (
  deps: HandlerDeps,
  exportedTo: Map<MemoId, string>,
  { memoId, format, fileName, replaces }: Input<'memo:answer-sheet'>,
): Promise<Result<ExportedFile, AppError>> => {
  const path = join(deps.desktop.exportFolder(), fileName);
  if (basename(path) !== fileName) return invalidInput('memo:answer-sheet', 'fileName: is no name of a file');
  const memo = await deps.archive.memo(memoId);
  if (!memo.ok) return memo;
  const said = await readRemarks(deps.archive, memoId);
  if (!said.ok) return said;
  const { head, content, template } = memo.value.memo;
  const wordTemplate = await readWordTemplate(deps.archive, template);
  const sheet = {
    ...answerSheet({ head, content, ...said.value }),
    ...(wordTemplate === null ? {} : { wordTemplate }),
  };
  const made = await deps.writeTable(sheet, format);
  if (!made.ok) return made;
  const bytes = made.value;
  const written = await deps.writeExportedFile(path, bytes, { replaces });
  if (!written.ok) return written;
  exportedTo.set(memoId, path);
  return ok({ fileName, pages: null, bytes: bytes.length });
};

export const createRoundHandlers = (deps: HandlerDeps, exportedTo: Map<MemoId, string>): RoundHandlers => ({
  'memo:rounds': async ({ memoId }) => {
    const rounds = await readRounds(deps.archive, memoId);
    return rounds.ok ? ok(numberRounds(rounds.value)) : rounds;
  },

  ...createRemarkHandlers(deps),

  /** One undo step; the snapshot stays. A repeated request changes nothing. */
  'memo:start-round': async (input) => {
    const started = await startRound(deps, input);
    if (!started.ok) return started;
    const { file } = started.value;
    if (file !== null) exportedTo.set(input.memoId, join(deps.desktop.exportFolder(), file.fileName));
    return started;
  },

  /** Fails with `cancelled` if no file was chosen, and as writing does. Each file with anything new is one step. */
  'memo:add-review': async () => {
    const paths = await deps.desktop.chooseReviewed();
    return paths.length === 0 ? err({ code: 'cancelled' }) : addReviews(deps, paths);
  },

  /** Fails with `file-exists` if a file with that name is not to be replaced, and as writing does. */
  'memo:answer-sheet': (input) => writeSheet(deps, exportedTo, input),

  /** One undo step, together with the state of the memo. Fails with `not-found`. */
  'memo:close-round': (input) => closeRound(deps, input),
});
