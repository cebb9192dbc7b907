/** What is done with each file of an import once it is read: by what is asked of files whose article is here. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { prepareUnseen } from '../prepare-unseen.ts';
import { createOnceAdder } from './add-drafts-once.ts';
import type { Attempt, BulkDeps, FailedFile, PlacedFile, ToDraft, WaitingFile } from './attempt-file.ts';
import { outcomeOfDuplicate, outcomeOfFailed, outcomeOfWaiting, type Sealer } from './create-sealer.ts';
import { createHeldClaims, type HeldClaims } from './versions/hold-claims.ts';
import { createHeldDrafts } from './versions/hold-drafts.ts';
import { createJudge } from './versions/judge-file.ts';

type ReadAgain = (file: PlacedFile) => Promise<Result<Attempt, AppError>>;

export type Taker = {
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

/** Files that match an article are held until it is known whether others do. */
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
      const { file, text, attached } = attempt;
      const judged = await judge.text(text);
      if (judged.is === 'own') return done(await sealer.add({ ...attempt, follows: judged.follows }));
      if (judged.is === 'unchanged') {
        sealer.settle(file.place, outcomeOfDuplicate(file, text.read, judged.articleId, attached.length));
        return ok(true);
      }
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
export const toPlainDraft =
  ({ drafts }: BulkDeps): ToDraft =>
  async (read, password) =>
    ok(await drafts.add(read, { password }));

/** A file that is opened later is judged by the articles that are here then. Fails `already-here` where it is one of them. */
export const toDraftOfVersion =
  (deps: BulkDeps): ToDraft =>
  async (read, password) => {
    const judge = await createJudge(deps);
    const unseen = await prepareUnseen(read, deps.machine, { marking: null });
    const judged = await (unseen.is === 'prepared' ? judge.text(unseen.text) : judge.unread(read));
    if (judged.is === 'unchanged') return err({ code: 'already-here', articleId: judged.articleId });
    const previousVersionId = judged.is === 'claim' ? judged.of.articleId : null;
    return ok(await deps.drafts.add(read, { password, previousVersionId }));
  };
