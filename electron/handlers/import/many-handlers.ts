import { countKinds } from '#domain/article/formats/counted-kinds.ts';
import type { KnownBy, KnownFile } from '#domain/article/known/match-file.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ChosenPreview, ImportOutcome, OnKnown, TakenFiles } from '#domain/contract/import-many.ts';
import { type ArticleId, type DraftId, draftIdSchema } from '#domain/ids.ts';
import type { Following } from '#domain/passage/carry/followed.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ChosenFile } from '#electron/ports/chosen-files.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { createReturnedFiles } from '../memo/round/add-review.ts';
import { notFound } from '../shared/failures.ts';
import {
  type AddedDraft,
  type Attempt,
  attemptFile,
  type BulkDeps,
  createOnceAdder,
  type FailedFile,
  type FileRead,
  type PlacedFile,
  readAhead,
  type ToDraft,
  type WaitingFile,
} from './attempt-file.ts';
import { createHeldClaims, type HeldClaims } from './bulk/hold-claims.ts';
import { createJudge, type Judge } from './bulk/judge-file.ts';
import {
  createSealer,
  outcomeOfDuplicate,
  outcomeOfFailed,
  outcomeOfWaiting,
  type Sealer,
} from './create-sealer.ts';
import type { ImportDrafts } from './draft/import-drafts.ts';
import { prepareUnseen } from './prepare-unseen.ts';
import type { RunningImports } from './running-imports.ts';

type Deps = HandlerDeps & Pick<BulkDeps, 'drafts' | 'locked'>;

/** What is done with each file of an import once it is read: by what is asked of files whose article is here. */

type ReadAgain = (file: PlacedFile) => Promise<Result<Attempt, AppError>>;

type Taker = {
  /** Takes what was made of a file; answers whether it is done with, and not held. */
  take(attempt: Attempt): Promise<Result<boolean, AppError>>;
  /** When all are read: hands on what was held. */
  settle: HeldClaims['settle'];
  /** When all is sealed: says what became of the files that depend on others. */
  finish(): Promise<void>;
};

const done = (sealed: Result<null, AppError>): Result<boolean, AppError> => (sealed.ok ? ok(true) : sealed);

const isFailed = (attempt: WaitingFile | FailedFile): attempt is FailedFile => 'reason' in attempt;

/** A text that is here already is skipped when it is sealed; everything else is sealed as it comes. */
const takeAsFound = ({ drafts }: BulkDeps, sealer: Sealer): Taker => {
  const addOnce = createOnceAdder(drafts);
  return {
    async take(attempt) {
      if ('text' in attempt) return done(await sealer.add({ ...attempt, follows: null }));
      const outcome = isFailed(attempt)
        ? outcomeOfFailed(attempt)
        : outcomeOfWaiting(attempt, await addOnce(attempt), null);
      sealer.settle(attempt.file.place, outcome);
      return ok(true);
    },
    settle: async () => ok(null),
    finish: async () => undefined,
  };
};

type Waiting = {
  readonly attempt: Pick<WaitingFile, 'file' | 'why'>;
  readonly added: AddedDraft;
  readonly of: KnownFile;
  readonly by: KnownBy;
};

type HeldDrafts = {
  /** Adds a draft, unless the file is here. */
  wait(attempt: WaitingFile): Promise<void>;
  /** When all else is sealed: says of which article each draft is a new version. */
  settle(): Promise<void>;
};

/** The articles that files of the import follow, or may follow. */
const followedIn = (outcomes: Iterable<ImportOutcome>): readonly ArticleId[] =>
  [...outcomes].flatMap((outcome) => {
    const followed = outcome.status === 'imported' ? outcome.followed : null;
    if (followed === null) return [];
    return followed.kind === 'version' ? [followed.of] : followed.candidates;
  });

/** The articles that each draft claims: files with the same bytes share one, and may claim several by their names. */
const claimsOf = (held: readonly Waiting[]): ReadonlyMap<DraftId, ReadonlySet<ArticleId>> => {
  const claims = new Map<DraftId, Set<ArticleId>>();
  for (const { added, of } of held) {
    const articles = claims.get(added.draftId) ?? new Set();
    claims.set(added.draftId, articles.add(of.articleId));
  }
  return claims;
};

const followingOf = ({ of, by }: Waiting, isAlone: boolean): Following =>
  isAlone
    ? { kind: 'version', of: of.articleId, title: of.bibliography.title, by }
    : { kind: 'own', why: 'several-files', by, candidates: [of.articleId], count: 1 };

const createHeldDrafts = (drafts: ImportDrafts, sealer: Sealer, judge: Judge): HeldDrafts => {
  const held: Waiting[] = [];
  const addOnce = createOnceAdder(drafts);
  const tell = ({ file, why }: Waiting['attempt'], added: AddedDraft, follows: Following | null): void =>
    sealer.settle(file.place, outcomeOfWaiting({ file, why }, added, follows));
  return {
    async wait({ file, waiting, why }) {
      const judged = await judge.unread(waiting);
      if (judged.kind === 'unchanged') {
        sealer.settle(file.place, outcomeOfDuplicate(file, waiting, judged.articleId));
        return;
      }
      const added = await addOnce({ file, waiting });
      tell({ file, why }, added, judged.kind === 'own' ? judged.follows : null);
      if (judged.kind === 'claim') held.push({ attempt: { file, why }, added, of: judged.of, by: judged.by });
    },
    async settle() {
      const claims = claimsOf(held);
      const claimed = [
        ...followedIn(sealer.outcomes.values()),
        ...[...claims.values()].flatMap((articles) => [...articles]),
      ];
      for (const one of held) {
        const [{ articleId }, { draftId }] = [one.of, one.added];
        const isAlone =
          claims.get(draftId)?.size === 1 && claimed.filter((each) => each === articleId).length === 1;
        if (isAlone) await drafts.follow(draftId, articleId);
        tell(one.attempt, one.added, followingOf(one, isAlone));
      }
    },
  };
};

/** Files that match an article are held until it is known whether others do. */
const takeAsVersions = async (deps: BulkDeps, sealer: Sealer, readAgain: ReadAgain): Promise<Taker> => {
  const judge = await createJudge(deps);
  const held = createHeldDrafts(deps.drafts, sealer, judge);
  const takeUnread = async (attempt: WaitingFile | FailedFile): Promise<void> => {
    if (!isFailed(attempt)) return held.wait(attempt);
    sealer.settle(attempt.file.place, outcomeOfFailed(attempt));
  };
  const claims = createHeldClaims({ deps, sealer, readAgain, takeUnread });
  return {
    async take(attempt) {
      if (!('text' in attempt)) {
        await takeUnread(attempt);
        return ok(true);
      }
      const { text } = attempt;
      const judged = await judge.text(text);
      if (judged.kind === 'own') return done(await sealer.add({ ...attempt, follows: judged.follows }));
      if (judged.kind === 'unchanged')
        return done(await sealer.add({ ...attempt, follows: null, hereAs: judged.articleId }));
      claims.hold(attempt, judged.of, judged.by);
      return ok(false);
    },
    settle: claims.settle,
    async finish() {
      claims.settleCopies();
      await held.settle();
    },
  };
};

/** A file that was opened with its password is a draft as any other. */
const toPlainDraft =
  ({ drafts }: BulkDeps): ToDraft =>
  async (read, password) =>
    ok(await drafts.add(read, { password }));

/**
 * A file that is opened later is judged by the articles that are here then. Fails `already-here` where it is one of
 * them.
 */
const toDraftOfVersion =
  (deps: BulkDeps): ToDraft =>
  async (read, password) => {
    const judge = await createJudge(deps);
    const unseen = await prepareUnseen(read, deps.machine, { marking: null, takesMarks: false });
    const judged = await (unseen.kind === 'prepared' ? judge.text(unseen.text) : judge.unread(read));
    if (judged.kind === 'unchanged') return err({ code: 'already-here', articleId: judged.articleId });
    const previousVersionId = judged.kind === 'claim' ? judged.of.articleId : null;
    return ok(await deps.drafts.add(read, { password, previousVersionId }));
  };

type BulkOptions = {
  /** After each file: how many are done with. One that may be a new version is done with when all are read. */
  readonly onProgress: (done: number, fileName: string) => void;
  /** Ends the import after the file that is being read; what was read is sealed. */
  readonly signal: AbortSignal;
  readonly onKnown: OnKnown;
  /** Whether what is attached to mails becomes articles with them. */
  readonly hasAttachments: boolean;
  /** Whether the marks of PDFs become passages. */
  readonly takesMarks: boolean;
  /** Whether each file is an article, one that a reviewer of a memo has returned too. */
  readonly areArticles: boolean;
};

/** So many of the articles that carry one text with an imported one are told of. */
const DUPLICATES_TOLD = 3;

/** Asked when all are there, so that the first of two copies says so too; in one question for all. */
const withDuplicates = async (
  { catalogue }: BulkDeps,
  outcomes: readonly ImportOutcome[],
): Promise<readonly ImportOutcome[]> => {
  const imported = outcomes.filter(({ status }) => status === 'imported');
  if (imported.length === 0) return outcomes;
  const duplicates = await catalogue.duplicatesOfEach(
    imported.flatMap((outcome) => ('articleId' in outcome ? [outcome.articleId] : [])),
  );
  return outcomes.map((outcome) =>
    outcome.status === 'imported'
      ? { ...outcome, duplicates: (duplicates.get(outcome.articleId) ?? []).slice(0, DUPLICATES_TOLD) }
      : outcome,
  );
};

/** What became of the files, in their order, and the places of those that were left. */
const takenFiles = async (
  deps: BulkDeps,
  files: readonly PlacedFile[],
  { outcomes }: Sealer,
): Promise<TakenFiles> => ({
  outcomes: await withDuplicates(
    deps,
    files.flatMap(({ place }) => outcomes.get(place) ?? []),
  ),
  left: files.map(({ place }) => place).filter((place) => !outcomes.has(place)),
});

type Reading = Pick<BulkOptions, 'signal' | 'areArticles'> & {
  /** Takes what was read of a file; answers whether it is done with, and null where no more can be taken. */
  readonly take: (file: PlacedFile, read: FileRead | 'returned') => Promise<Result<boolean, AppError> | null>;
  readonly onDone: (file: PlacedFile) => void;
};

/** Reads one file after the other and takes it, until all are read or it is ended. */
const readAll = async (
  deps: BulkDeps,
  files: readonly PlacedFile[],
  { take, onDone, signal, areArticles }: Reading,
): Promise<Result<null, AppError>> => {
  for await (const [file, read] of readAhead(files, deps, areArticles)) {
    const taken = await take(file, read);
    if (taken === null) break;
    if (!taken.ok) return taken;
    if (taken.value) onDone(file);
    if (signal.aborted) break;
  }
  return ok(null);
};

/** Keeps with their memos what reviewers have returned: once all articles are sealed, which are one step of undo. */
const addReturned = async (
  { returned }: BulkDeps,
  files: readonly PlacedFile[],
  sealer: Sealer,
): Promise<Result<null, AppError>> => {
  if (files.length === 0) return ok(null);
  const added = await returned.add(files.map(({ path }) => path));
  if (!added.ok) return added;
  for (const [index, { name: fileName, place }] of files.entries()) {
    const one = added.value[index];
    if (one === undefined) throw new Error('A returned file was added without an answer.');
    const outcome: ImportOutcome =
      one.outcome === 'unreadable'
        ? { status: 'failed', fileName, reason: one.failure, lockedId: null }
        : { status: 'returned', fileName, added: one };
    sealer.settle(place, outcome);
  }
  return ok(null);
};

/**
 * Imports files as they are found, without a look at each: one that fails leaves the others alone. All of them are
 * one step of undo, though they are sealed a part at a time. Answers what became of every file that was read;
 * fails only where the archive could not be written, and then what was sealed before stays.
 */
const importFiles = async (
  deps: BulkDeps,
  chosen: readonly ChosenFile[],
  { onProgress, signal, onKnown, hasAttachments, takesMarks, areArticles }: BulkOptions,
): Promise<Result<TakenFiles, AppError>> => {
  const files = chosen.map((file, place): PlacedFile => ({ ...file, place }));
  const sealer = createSealer(deps);
  const toDraft = onKnown === 'skip' ? toPlainDraft(deps) : toDraftOfVersion(deps);
  let doneWith = 0;
  const onDone = ({ name }: PlacedFile): void => onProgress(++doneWith, name);
  const attempt = (file: PlacedFile, read: FileRead): Promise<Result<Attempt, AppError>> => {
    const onRead = (_done: number, _total: number, name: string): void =>
      onProgress(doneWith, `${file.name}: ${name}`);
    return attemptFile(deps, file, read, {
      attaching: hasAttachments ? { onRead, signal } : null,
      takesMarks,
      toDraft,
    });
  };
  const readAgain = async (file: PlacedFile) => attempt(file, await deps.texts.readFile(file.path));
  const taker =
    onKnown === 'skip' ? takeAsFound(deps, sealer) : await takeAsVersions(deps, sealer, readAgain);
  const returned: PlacedFile[] = [];
  const take: Reading['take'] = async (file, read) => {
    if (read === 'returned') {
      returned.push(file);
      return ok(true);
    }
    const attempted = await attempt(file, read);
    return attempted.ok ? taker.take(attempted.value) : null;
  };
  const read = await readAll(deps, files, { take, onDone, signal, areArticles });
  if (!read.ok) return read;
  // What was read is sealed, though the reading was ended; a second end leaves the rest.
  const wasEnded = signal.aborted;
  const settled = await taker.settle({ onDone, isEnded: () => !wasEnded && signal.aborted });
  const sealed = settled.ok ? await sealer.finish() : settled;
  if (!sealed.ok) return sealed;
  await taker.finish();
  const added = await addReturned(deps, returned, sealer);
  return added.ok ? ok(await takenFiles(deps, files, sealer)) : added;
};

type How = Pick<BulkOptions, 'onKnown' | 'hasAttachments' | 'takesMarks' | 'areArticles'>;

const importTold = async (
  deps: Deps,
  files: readonly ChosenFile[],
  how: How,
  signal: AbortSignal,
): Promise<Result<TakenFiles, AppError>> => {
  const tell = (done: number, total: number, fileName: string): void =>
    deps.emit('import-progress', { done, total, fileName });
  try {
    return await importFiles({ ...deps, returned: createReturnedFiles(deps) }, files, {
      ...how,
      signal,
      onProgress: (done, fileName) => tell(done, files.length, fileName),
    });
  } finally {
    // One that was ended, or that failed, is over too.
    if (signal.aborted) tell(1, 1, '');
  }
};

export type ManyFiles = {
  /** Keeps files until it is said how they are imported; see `areArticles`. */
  choose(files: readonly ChosenFile[], areArticles: boolean): ChosenPreview;
  readonly handlers: Pick<HandlersOn<'import'>, 'import:take-files' | 'import:discard-files'>;
};

/** The imports of many files: those that were chosen wait in memory; those of the inbox come as many do. */
export const createManyFiles = (deps: Deps, running: RunningImports): ManyFiles => {
  const chosen = new Map<DraftId, { readonly files: readonly ChosenFile[]; readonly areArticles: boolean }>();
  const run = (files: readonly ChosenFile[], how: How, ending?: AbortSignal) =>
    running.run((signal) =>
      importTold(deps, files, how, ending === undefined ? signal : AbortSignal.any([signal, ending])),
    );
  deps.inbox.importBy(async (files, ending): Promise<Result<readonly ImportOutcome[], AppError>> => {
    const how: How = { onKnown: 'skip', hasAttachments: false, takesMarks: true, areArticles: false };
    const taken = await run(files, how, ending);
    return taken.ok ? ok(taken.value.outcomes) : taken;
  });
  return {
    choose(files, areArticles) {
      const draftId = draftIdSchema.parse(deps.machine.newId());
      chosen.set(draftId, { files, areArticles });
      return { draftId, files: files.length, kinds: countKinds(files.map(({ name }) => name)) };
    },
    handlers: {
      /**
       * Fails `not-found` for files that were taken or discarded. Ended midway, it answers what was imported by then.
       */
      'import:take-files': async ({ draftId, ...how }) => {
        const taken = chosen.get(draftId);
        if (taken === undefined) return notFound('draft', draftId);
        chosen.delete(draftId);
        return run(taken.files, { ...how, areArticles: taken.areArticles });
      },

      'import:discard-files': async ({ draftId }) => {
        chosen.delete(draftId);
        return ok(null);
      },
    },
  };
};
