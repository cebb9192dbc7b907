/**
 * Files of an import of new versions whose text nobody has read yet: scans, and texts of an uncertain encoding. Each waits as
 * a draft; of which article it is a new version is known when all else is sealed, since another file may be that as well.
 */
import type { KnownFile } from '#domain/article/known/known-articles.ts';
import type { KnownBy } from '#domain/article/known/match-file.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { ArticleId, DraftId } from '#domain/ids.ts';
import type { Following } from '#domain/passage/carry/followed.ts';
import type { ImportDrafts } from '../../draft/import-drafts.ts';
import { type AddedDraft, createOnceAdder } from '../add-drafts-once.ts';
import type { WaitingFile } from '../attempt-file.ts';
import { outcomeOfDuplicate, outcomeOfWaiting, type Sealer } from '../create-sealer.ts';
import type { Judge } from './judge-file.ts';

type Waiting = {
  readonly attempt: Pick<WaitingFile, 'file' | 'pages'>;
  readonly added: AddedDraft;
  readonly of: KnownFile;
  readonly by: KnownBy;
};

export type HeldDrafts = {
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
    return followed.as === 'version' ? [followed.of] : followed.candidates;
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
    ? { as: 'version', of: of.articleId, title: of.bibliography.title, by }
    : { as: 'own', why: 'several-files', by, candidates: [of.articleId], count: 1 };

export const createHeldDrafts = (drafts: ImportDrafts, sealer: Sealer, judge: Judge): HeldDrafts => {
  const held: Waiting[] = [];
  const addOnce = createOnceAdder(drafts);
  const tell = ({ file, pages }: Waiting['attempt'], added: AddedDraft, follows: Following | null): void =>
    sealer.settle(file.place, outcomeOfWaiting({ file, pages }, added, follows));
  return {
    async wait({ file, waiting, pages }) {
      const judged = await judge.unread(waiting);
      if (judged.is === 'unchanged') {
        sealer.settle(file.place, outcomeOfDuplicate(file, waiting, judged.articleId));
        return;
      }
      const added = await addOnce({ file, waiting });
      tell({ file, pages }, added, judged.is === 'own' ? judged.follows : null);
      if (judged.is === 'claim') held.push({ attempt: { file, pages }, added, of: judged.of, by: judged.by });
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
