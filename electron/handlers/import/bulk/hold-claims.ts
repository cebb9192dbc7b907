import { type Claim, type Decision, decideClaims } from '#domain/article/known/decide-claims.ts';
import type { KnownBy, KnownFile } from '#domain/article/known/match-file.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Following } from '#domain/passage/carry/followed.ts';
import { ok, type Result } from '#domain/result.ts';
import { localToday } from '#electron/time/local-today.ts';
import {
  type Attempt,
  type FailedFile,
  heldBytes,
  type PlacedFile,
  type ReadFile,
  type WaitingFile,
} from '../attempt-file.ts';
import { outcomeOfDuplicate, type Sealer } from '../create-sealer.ts';
import { type PreparedText, prepareText } from '../new-article.ts';
import { beginBibliography } from '../previous-version.ts';
import type { SealingDeps } from '../seal-texts.ts';

/** The most bytes held in memory; further files are read again when their turn comes. */
const MAX_HELD_BYTES = 64 * 1024 * 1024;

type Held = {
  readonly file: PlacedFile;
  readonly of: KnownFile;
  readonly claim: Claim;
  read: ReadFile | null;
};

export type HoldDeps = {
  readonly deps: SealingDeps;
  readonly sealer: Sealer;
  /** Reads a file again. */
  readonly readAgain: (file: PlacedFile) => Promise<Result<Attempt, AppError>>;
  /** Receives a file of which nothing can be sealed. */
  readonly takeUnread: (attempt: WaitingFile | FailedFile) => Promise<void>;
};

type SettlingOptions = {
  /** Called after each file that was passed on for sealing. */
  readonly onDone: (file: PlacedFile) => void;
  /** Whether to stop before the next file. */
  readonly isEnded: () => boolean;
};

/** Holds the files that each match one article: which of them are new versions is known only when all are read. */
export type HeldClaims = {
  hold(read: ReadFile, of: KnownFile, by: KnownBy): void;
  /** Passes all held files to the sealer, each as a new version or as an article of its own. */
  settle(options: SettlingOptions): Promise<Result<null, AppError>>;
  /** Called when all is sealed: files with the text of a new version are reported as that article. */
  settleCopies(): void;
};

/** The new version inherits what it would inherit if a person imported it: see beginBibliography. */
const inherit = async (
  { archive, machine }: SealingDeps,
  { file, text, attached }: ReadFile,
  { articleId }: KnownFile,
): Promise<ReadFile> => {
  const today = localToday(machine.nowMs());
  const { bibliography, marking } = await beginBibliography(archive, text.read, today, articleId);
  const markAs = (each: PreparedText): PreparedText => ({ ...each, sealed: { ...each.sealed, marking } });
  return {
    file,
    text: await prepareText(text.read, { ...text.sealed, bibliography, marking }),
    attached: attached.map((each) => ({
      ...each,
      text: each.text.ok ? ok(markAs(each.text.value)) : each.text,
    })),
  };
};

const followingOf = ({ of, claim: { by } }: Held, isVersion: boolean): Following =>
  isVersion
    ? { kind: 'version', of: of.articleId, title: of.bibliography.title, by }
    : { kind: 'own', why: 'several-files', by, candidates: [of.articleId], count: 1 };

/** A file whose text became a new version through another file of the import. */
type Copy = {
  readonly place: number;
  readonly of: number;
  readonly outcomeAs: (articleId: ArticleId) => ImportOutcome;
};

export const createHeldClaims = ({ deps, sealer, readAgain, takeUnread }: HoldDeps): HeldClaims => {
  const held: Held[] = [];
  const copies: Copy[] = [];
  let bytes = 0;

  /** Releases a file that was passed on, so that it is no longer held. */
  const letGo = async (one: Held): Promise<Result<Attempt, AppError>> => {
    const { file, read } = one;
    one.read = null;
    return read === null ? readAgain(file) : ok(read);
  };

  const handOn = async (one: Held, decision: Decision, read: ReadFile): Promise<Result<null, AppError>> => {
    if (decision.kind === 'copy') {
      // Its text is released; the outcome is kept.
      const said = outcomeOfDuplicate(read.file, read.text.read, one.of.articleId, {
        heldBack: read.attached.length,
      });
      copies.push({
        place: one.file.place,
        of: decision.of,
        outcomeAs: (articleId) => ({ ...said, articleId }),
      });
      return ok(null);
    }
    const isVersion = decision.kind === 'version';
    const ready = isVersion ? await inherit(deps, read, one.of) : read;
    return sealer.add({ ...ready, follows: followingOf(one, isVersion) });
  };

  const settleOne = async (one: Held, decision: Decision): Promise<Result<null, AppError>> => {
    const read = await letGo(one);
    // If the reading was cancelled, the file counts as not imported.
    if (!read.ok) return read.error.code === 'cancelled' ? ok(null) : read;
    if ('text' in read.value) return handOn(one, decision, read.value);
    await takeUnread(read.value);
    return ok(null);
  };

  return {
    hold(read, of, by) {
      bytes += heldBytes(read);
      const { file, text } = read;
      const claim = { place: file.place, articleId: of.articleId, by, textSha256: text.textSha256 };
      held.push({ file, of, claim, read: bytes > MAX_HELD_BYTES ? null : read });
    },
    async settle({ onDone, isEnded }) {
      const decisions = decideClaims(held.map(({ claim }) => claim));
      for (const one of held) {
        if (isEnded()) break;
        const settled = await settleOne(one, decisions.get(one.file.place) ?? { kind: 'own' });
        if (!settled.ok) return settled;
        onDone(one.file);
      }
      return ok(null);
    },
    settleCopies() {
      for (const { place, of, outcomeAs } of copies) {
        const version: ImportOutcome | undefined = sealer.outcomes.get(of);
        if (version === undefined || !('articleId' in version)) continue;
        sealer.settle(place, outcomeAs(version.articleId));
      }
    },
  };
};
