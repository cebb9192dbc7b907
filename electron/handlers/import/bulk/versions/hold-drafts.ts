/**
 * Files of an import of new versions whose text nobody has read yet: scans, and texts of an uncertain encoding. Each waits as
 * a draft; of which article it is a new version is known when all else is sealed, since another file may be that as well.
 */
import type { KnownFile } from '#domain/article/known/known-articles.ts';
import type { KnownBy } from '#domain/article/known/match-file.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { ArticleId } from '#domain/ids.ts';
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
      // The same file under another name claims nothing anew: it is told of as the first is.
      const firsts = held.filter(({ added }) => added.sameAs === null);
      const claimed = [...followedIn(sealer.outcomes.values()), ...firsts.map(({ of }) => of.articleId)];
      for (const one of held) {
        const { articleId } = one.of;
        const isAlone = claimed.filter((each) => each === articleId).length === 1;
        if (isAlone) await drafts.follow(one.added.draftId, articleId);
        tell(one.attempt, one.added, followingOf(one, isAlone));
      }
    },
  };
};
