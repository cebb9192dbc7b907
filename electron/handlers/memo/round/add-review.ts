/** The return of a review: recognises a Word document that a reviewer has returned, and stores its remarks. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { AddedReview } from '#domain/contract/memo-round.ts';
import { idOfHash, type MemoId, type RoundId, remarkIdSchema, type Sha256 } from '#domain/ids.ts';
import { bareApparatus } from '#domain/memo/document-apparatus.ts';
import type { Remark } from '#domain/memo/round/remark.ts';
import { folded } from '#domain/memo/round/returned/align-reviewed.ts';
import {
  findRound,
  recordsOfRemarks,
  reviewerOf,
  wordsOfFile,
} from '#domain/memo/round/returned/keep-remarks.ts';
import { type ReviewedRound, readRemarks } from '#domain/memo/round/returned/read-remarks.ts';
import { asReviewed, type ReviewedFile } from '#domain/memo/round/returned/reviewed-file.ts';
import { isOpenRound, numberRounds, type Round } from '#domain/memo/round/round.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { namesIn, parseManifest } from '#domain/memo/verify/manifest.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { prepareMemo } from '../prepare-memo.ts';
import { dressForReview } from './review-document.ts';

type Deps = HandlerDeps;
type Of = { readonly memoId: MemoId; readonly roundId: RoundId };

type Candidate = Of & Pick<Snapshot, 'document'>;

const candidatesOf = async (reader: ArchiveReader, memoId: MemoId): Promise<readonly Candidate[]> => {
  const review = await reader.review(memoId);
  const rounds: Candidate[] = [];
  for (const { id: roundId, snapshotId } of review.ok ? review.value.rounds : []) {
    const read = await reader.snapshot(memoId, snapshotId);
    if (read.ok) rounds.push({ memoId, roundId, document: read.value.snapshot.document });
  }
  return rounds;
};

const findAmong = async (
  reader: ArchiveReader,
  memoIds: readonly MemoId[],
  words: string,
): Promise<Of | null> => {
  const rounds: Candidate[] = [];
  for (const memoId of memoIds) rounds.push(...(await candidatesOf(reader, memoId)));
  return findRound(rounds, words);
};

/** The memos in review whose title occurs in the words; found without reading their rounds. */
const titledIn = (memos: readonly MemoRow[], words: string): readonly MemoId[] =>
  memos
    .filter(({ state, title }) => {
      const said = folded(title);
      return state === 'in-review' && said !== '' && words.includes(said);
    })
    .map(({ id }) => id);

/** For a file that has lost its manifest: the round with the same words, looked for first by its title. */
const findByWords = async (
  { archive, catalogue }: Pick<Deps, 'archive' | 'catalogue'>,
  file: ReviewedFile,
): Promise<Of | null> => {
  const words = wordsOfFile(file);
  const titled = titledIn(await catalogue.memos(), words);
  const found = await findAmong(archive, titled, words);
  if (found !== null) return found;
  const others = (await archive.memoIds()).filter((id) => !titled.includes(id));
  return findAmong(archive, others, words);
};

type OfRound = { readonly memoId: MemoId; readonly isRound: (id: RoundId) => boolean };

/** The round that the file names, else why it belongs to none. */
const roundOf = async (
  deps: Pick<Deps, 'archive' | 'catalogue'>,
  file: ReviewedFile,
): Promise<OfRound | 'no-review' | 'other-archive' | 'memo-gone'> => {
  const manifest = file.manifest === null ? null : parseManifest(file.manifest);
  if (manifest === null) {
    const found = await findByWords(deps, file);
    return found === null ? 'no-review' : { memoId: found.memoId, isRound: (id) => id === found.roundId };
  }
  const { of } = namesIn(manifest, sha256Of);
  if (manifest.archive !== of(deps.archive.info.id)) return 'other-archive';
  if (manifest.round === undefined) return 'no-review';
  const memoId = (await deps.archive.memoIds()).find((id) => of(id) === manifest.memo);
  if (memoId === undefined) return 'memo-gone';
  return { memoId, isRound: (id) => of(id) === manifest.round };
};

/** The document sent out in a round; null if its snapshot does not contain it. */
const readBase = async (
  deps: Deps,
  round: Round,
  snapshot: Snapshot,
): Promise<Result<ReviewedRound | null, AppError>> => {
  const { written, document, reviewed } = snapshot;
  if (written === null) return ok(null);
  if (reviewed === undefined) return makeBase(deps, round, snapshot, written);
  const base = { paragraphs: asReviewed(reviewed) };
  return ok({ base, document, content: written.content, isExact: true });
};

/** Makes the document of a snapshot again, and reads it as what has come back. */
export const makeBase = async (
  deps: Deps,
  round: Pick<Round, 'id' | 'memoId'>,
  snapshot: Snapshot,
  written: NonNullable<Snapshot['written']>,
): Promise<Result<ReviewedRound, AppError>> => {
  const { document } = snapshot;
  const as = { ...written, state: 'in-review' } as const;
  const prepared = await prepareMemo(deps, round.memoId, as);
  if (!prepared.ok) return prepared;
  const then = { ...prepared.value, document: { ...document, ...bareApparatus } };
  const dressed = await dressForReview(deps, then, snapshot, round.id);
  if (!dressed.ok) return dressed;
  const options = { paper: 'a4', glyphs: 'refuse' } as const;
  const made = await deps.memoWriters.docx.write(dressed.value, options);
  if (!made.ok) return made;
  const { bytes } = made.value;
  const base = await deps.reviewedFiles.readBytes(bytes);
  if (!base.ok) throw new Error(`What Precis has written can't be read: ${base.error}.`);
  const isExact = sha256Of(bytes) === snapshot.exported?.sha256;
  return ok({ base: base.value, document, content: written.content, isExact });
};

type Read = { readonly sha256: Sha256; readonly file: ReviewedFile };

/**
 * The records of the remarks in a file. Ids are derived from the content, so that the same file gives the same ids
 * again.
 */
const recordsOf = async (
  deps: Deps,
  round: Round,
  known: readonly Remark[],
  { file }: Read,
): Promise<Result<readonly Remark[] | null, AppError>> => {
  const snapshot = await deps.archive.snapshot(round.memoId, round.snapshotId);
  if (!snapshot.ok) return snapshot;
  const base = await readBase(deps, round, snapshot.value.snapshot);
  if (!base.ok) return base;
  if (base.value === null) return ok(null);
  const at = toTimestamp(deps.machine.nowMs());
  const idOf = (said: string) => remarkIdSchema.parse(idOfHash(sha256Of(said)));
  const { memoId, id: roundId } = round;
  return ok(recordsOfRemarks(readRemarks(base.value, file), known, { memoId, roundId, at, idOf }));
};

const countsOf = (remarks: readonly Remark[]) => {
  const changes = remarks.filter((remark) => remark.kind === 'suggestion');
  return {
    comments: remarks.length - changes.length,
    changes: changes.length,
    refused: changes.filter(({ refusal }) => refusal !== null).length,
    unplaced: remarks.filter(({ place }) => place === null).length,
  };
};

/** Stores the new remarks, and that the file has come back: one act. */
const keep = (deps: Deps, { memoId, id }: Round, read: Read, records: readonly Remark[]) =>
  deps.archive.perform(async (reader) => {
    const review = await reader.review(memoId);
    if (!review.ok) return review;
    const before = review.value.rounds.find((round) => round.id === id);
    if (before === undefined) throw new Error('The round has gone.');
    const there = new Set(review.value.remarks.map((remark) => remark.id));
    const fresh = records.filter((remark) => !there.has(remark.id));
    const readAt = toTimestamp(deps.machine.nowMs());
    const reviewer = reviewerOf(before, read.file);
    const returned = [...before.returned, { sha256: read.sha256, reviewer, readAt }];
    const after: Round = { ...before, returned, updatedAt: readAt };
    const file = { kind: 'review', memoId } as const;
    return ok({
      value: fresh,
      name: 'add-review',
      changes: [
        ...recordChanges(file, 'rounds', before, after),
        ...fresh.flatMap((remark) => recordChanges(file, 'remarks', null, remark)),
      ],
    });
  });

type Without<A> = A extends unknown ? Omit<A, 'fileName'> : never;
type Outcome = Without<AddedReview>;

/** The memo and the round to which a file belongs, else why it belongs to none in this archive. */
const whereIs = async (deps: Deps, file: ReviewedFile) => {
  const of = await roundOf(deps, file);
  if (typeof of === 'string') return ok(of);
  const memo = await deps.archive.memo(of.memoId);
  if (!memo.ok) return memo.error.code === 'not-found' ? ok('memo-gone' as const) : memo;
  const review = await deps.archive.review(of.memoId);
  if (!review.ok) return review;
  const rounds = numberRounds(review.value.rounds);
  const round = rounds.find(({ id }) => of.isRound(id));
  if (round === undefined) return ok('round-gone' as const);
  return ok({ memo: memo.value.memo, round, isOlder: round.number < rounds.length, ...review.value });
};

const addRead = async (deps: Deps, read: Read): Promise<Result<Outcome, AppError>> => {
  const found = await whereIs(deps, read.file);
  if (!found.ok) return found;
  if (typeof found.value === 'string') return ok({ outcome: found.value });
  const { memo, round, isOlder, remarks } = found.value;
  const { referenceNumber } = memo.head;
  const said = {
    memoId: memo.id,
    referenceNumber,
    roundId: round.id,
    round: round.number,
    isClosedRound: !isOpenRound(round),
    isOlderRound: isOlder,
    reviewer: reviewerOf(round, read.file),
  };
  const isKnown = round.returned.some(({ sha256 }) => sha256 === read.sha256);
  if (isKnown) return ok({ outcome: 'known', ...said, ...countsOf([]) });
  if (isSent(memo)) return ok({ outcome: 'memo-sent', memoId: memo.id, referenceNumber });
  const records = await recordsOf(deps, round, remarks, read);
  if (!records.ok) return records;
  if (records.value === null) return ok({ outcome: 'round-gone' });
  const kept = await keep(deps, round, read, records.value);
  if (!kept.ok) return kept;
  const outcome = kept.value.length > 0 || records.value.length === 0 ? 'added' : 'known';
  return ok({ outcome, ...said, ...countsOf(kept.value) });
};

/**
 * Reads the files at `paths` one by one, and stores their remarks on the memo to which each belongs, in one act per
 * file. A file that can't be read, or belongs to no round in this archive, is reported and changes nothing. Fails as
 * writing does.
 */
export const addReviews = async (
  deps: Deps,
  paths: readonly string[],
): Promise<Result<readonly AddedReview[], AppError>> => {
  await deps.catalogue.ready;
  const added: AddedReview[] = [];
  for (const path of paths) {
    const read = await deps.reviewedFiles.read(path);
    const fileName = path.split(/[/\\]/u).at(-1) ?? path;
    if (!read.ok) {
      added.push({ fileName, outcome: 'unreadable', failure: read.error });
      continue;
    }
    const outcome = await addRead(deps, read.value);
    if (!outcome.ok) return outcome;
    added.push({ fileName, ...outcome.value });
  }
  return ok(added);
};

/** Recognises Word documents that reviewers have returned among imported files. */
export type ReturnedFiles = {
  /**
   * Whether the file was sent out for review from this archive: by its manifest or, if it has lost that, because it has
   * the words of a memo in review.
   */
  isReturned(path: string): Promise<boolean>;
  /** As addReviews. */
  add(paths: readonly string[]): Promise<Result<readonly AddedReview[], AppError>>;
};

/** For one import: which memos are in review is queried once. */
export const createReturnedFiles = (deps: Deps): ReturnedFiles => {
  const { archive, catalogue, readExportedFile, reviewedFiles } = deps;
  let memos: Promise<readonly MemoRow[]> | null = null;
  /** The page parses the file only if a title leads to rounds. */
  const hasWordsOfRound = async (path: string, printed: string): Promise<boolean> => {
    memos ??= catalogue.ready.then(() => catalogue.memos());
    const titled = titledIn(await memos, folded(printed));
    const read = titled.length === 0 ? null : await reviewedFiles.read(path);
    return read?.ok === true && (await findAmong(archive, titled, wordsOfFile(read.value.file))) !== null;
  };
  return {
    async isReturned(path) {
      if (!path.toLowerCase().endsWith('.docx')) return false;
      const read = await readExportedFile(path);
      if (!read.ok) return false;
      const { manifest, words } = read.value;
      if (manifest === null) return words !== null && hasWordsOfRound(path, words);
      return (
        manifest.round !== undefined && manifest.archive === namesIn(manifest, sha256Of).of(archive.info.id)
      );
    },
    add: (paths) => addReviews(deps, paths),
  };
};
