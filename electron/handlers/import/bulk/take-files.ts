/** What is done with each file of an import once it is read, depending on the choice for files whose article exists. */
import type { KnownBy, KnownFile } from '#domain/article/known/match-file.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { ArticleId, DraftId } from '#domain/ids.ts';
import type { Following } from '#domain/passage/carry/followed.ts';
import { err, ok, type Result } from '#domain/result.ts';
import {
  type AddedDraft,
  type Attempt,
  type BulkDeps,
  createOnceAdder,
  type FailedFile,
  type PlacedFile,
  type ToDraft,
  type WaitingFile,
} from '../attempt-file.ts';
import { outcomeOfDuplicate, outcomeOfFailed, outcomeOfWaiting, type Sealer } from '../create-sealer.ts';
import type { ImportDrafts } from '../draft/import-drafts.ts';
import { prepareUnseen } from '../prepare-unseen.ts';
import { createHeldClaims, type HeldClaims } from './hold-claims.ts';
import { createJudge, type Judge } from './judge-file.ts';

type ReadAgain = (file: PlacedFile) => Promise<Result<Attempt, AppError>>;

type Taker = {
  /** Processes a file; returns whether it is done, and not held. */
  take(attempt: Attempt): Promise<Result<boolean, AppError>>;
  /** Called when all files are read: passes on the held ones. */
  settle: HeldClaims['settle'];
  /** Called when all is sealed: sets the outcome of files that depend on others. */
  finish(): Promise<void>;
};

const done = (sealed: Result<null, AppError>): Result<boolean, AppError> => (sealed.ok ? ok(true) : sealed);

const isFailed = (attempt: WaitingFile | FailedFile): attempt is FailedFile => 'reason' in attempt;

/** A text that is already in the archive is skipped at sealing; everything else is sealed as it comes. */
export const takeAsFound = ({ drafts }: BulkDeps, sealer: Sealer): Taker => {
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
  /** Adds a draft, unless the file is already in the archive. */
  wait(attempt: WaitingFile): Promise<void>;
  /** Called when all else is sealed: sets the article of which each draft is a new version. */
  settle(): Promise<void>;
};

/** The articles of which files of the import are, or may be, new versions. */
const followedIn = (outcomes: Iterable<ImportOutcome>): readonly ArticleId[] =>
  [...outcomes].flatMap((outcome) => {
    const followed = outcome.status === 'imported' ? outcome.followed : null;
    if (followed === null) return [];
    return followed.kind === 'version' ? [followed.of] : followed.candidates;
  });

/**
 * The articles claimed by each draft: files with the same bytes share a draft, and may claim several articles by their
 * names.
 */
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

/** Files that match an article are held until it is known whether other files match it too. */
export const takeAsVersions = async (
  deps: BulkDeps,
  sealer: Sealer,
  readAgain: ReadAgain,
): Promise<Taker> => {
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

/** A file that was opened with its password becomes an ordinary draft. */
export const toPlainDraft =
  ({ drafts }: BulkDeps): ToDraft =>
  async (read, password) =>
    ok(await drafts.add(read, { password }));

/**
 * A file that is opened later is judged by the articles that exist then. Fails with `already-here` if it is one of
 * them.
 */
export const toDraftOfVersion =
  (deps: BulkDeps): ToDraft =>
  async (read, password) => {
    const judge = await createJudge(deps);
    const unseen = await prepareUnseen(read, deps, { marking: null, marksAs: null });
    const judged = await (unseen.kind === 'prepared' ? judge.text(unseen.text) : judge.unread(read));
    if (judged.kind === 'unchanged') return err({ code: 'already-here', articleId: judged.articleId });
    const previousVersionId = judged.kind === 'claim' ? judged.of.articleId : null;
    return ok(await deps.drafts.add(read, { password, previousVersionId }));
  };
