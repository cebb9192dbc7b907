import type {
  ConflictNeed,
  LeftCopyNeed,
  LossNeed,
  Need,
  PassageNeed,
  RepairNeed,
  SameNameNeed,
} from '#domain/contract/needs.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { goToField } from '#renderer/parts/article/go-to-field.ts';
import { goTo } from '#renderer/window/navigation.ts';

export const isPassageNeed = (need: Need | undefined): need is PassageNeed =>
  need !== undefined && 'passageId' in need;

/** Accepts where passages stand that moved: one step. */
export const confirmMoved = async (moved: readonly PassageNeed[]): Promise<void> => {
  if (moved.length === 0) return;
  const passages = moved.map(({ articleId, passageId }) => ({ articleId, passageId }));
  const answer = await act('needs:confirm', { passages });
  if (answer.ok) sayUndoable(moved.length === 1 ? 'Confirmed' : `Confirmed ${moved.length} passages`);
};

/** Gives the passage the place of its `rank`-th candidate, from 0; nothing where there is none. */
export const takeCandidate = async (need: PassageNeed, rank: number): Promise<void> => {
  const candidate = need.candidates[rank];
  if (candidate === undefined) return;
  if (need.kind === 'moved') return confirmMoved([need]);
  const { articleId, passageId } = need;
  const answer = await act('needs:take', { articleId, passageId, ranges: [...candidate.ranges] });
  if (answer.ok) sayUndoable(`Moved to match ${rank + 1}`);
};

/** Accepts that the words are not in the new version. */
export const keepOrphan = async ({ articleId, passageId, kind }: PassageNeed): Promise<void> => {
  if (kind === 'moved') return;
  const answer = await act('needs:keep-orphan', { articleId, passageId });
  if (answer.ok) sayUndoable('Kept passage unplaced');
};

/** Accepts that something is gone, or is as it is now. */
export const acceptLoss = async ({ id, how }: LossNeed): Promise<void> => {
  const answer = await act('needs:accept-loss', { id });
  if (!answer.ok) return;
  if (how === 'gone') sayUndoable('Accepted as deleted');
  else if (how === 'altered') sayUndoable('Accepted as it is now');
};

/** Merges a copy that a hand has laid beside a file. */
export const mergeLeftCopy = async ({ name }: LeftCopyNeed): Promise<void> => {
  const answer = await act('needs:merge-copy', { name });
  if (answer.ok) sayUndoable('Merged the copy');
};

/** Takes the repair of a file off the list, which was seen. */
export const seeRepair = async ({ file }: RepairNeed): Promise<void> => {
  await act('needs:see-repair', { file });
};

/** Chooses what records say of which there are two versions: one step. */
export const settleConflicts = async (
  conflicts: readonly ConflictNeed[],
  takes: 'standing' | 'other',
): Promise<void> => {
  const conflictIds = conflicts.map(({ conflictId }) => conflictId);
  const answer = await act('needs:settle-conflict', { conflictIds, takes });
  if (answer.ok)
    sayUndoable(takes === 'other' ? 'The other version was taken' : 'What is in the archive stays');
};

/** Merges the newer of two records of one name into the older: one step. */
export const mergeSameName = async (need: SameNameNeed): Promise<void> => {
  const answer =
    need.of === 'tag'
      ? await act('tag:merge', { tagId: need.otherId, intoId: need.keptId })
      : await act('source:merge', { sourceId: need.otherId, intoId: need.keptId });
  if (answer.ok) sayUndoable(`Merged into one ${need.of}`);
};

const openConflict = ({ place }: ConflictNeed): void => {
  if (place === null) return;
  if ('memoId' in place) goTo({ view: 'memos', memoId: place.memoId });
  else goTo({ view: 'articles', ...place });
};

const openRepaired = ({ articleId, memoId }: Pick<RepairNeed, 'articleId' | 'memoId'>): void => {
  if (articleId !== null) goTo({ view: 'articles', articleId });
  else if (memoId !== null) goTo({ view: 'memos', memoId });
};

type IncompleteNeed = Extract<Need, { readonly kind: 'citation-incomplete' }>;

/** Goes to the first field that the citation of the article lacks. */
export const goToMissingField = ({ articleId, missingFields: [field] }: IncompleteNeed): void =>
  field === undefined ? goTo({ view: 'articles', articleId }) : goToField(articleId, field);

/** Goes to where the thing is settled or seen. */
export const openNeed = (need: Need): void => {
  if (need.kind === 'file-repaired' || need.kind === 'file-unreadable' || need.kind === 'thing-lost')
    openRepaired(need);
  else if (need.kind === 'conflict') openConflict(need);
  else if (need.kind === 'evidence-changed') goTo({ view: 'memos', memoId: need.memoId });
  else if (need.kind === 'citation-incomplete') goToMissingField(need);
  else if (need.kind === 'same-name')
    goTo(
      need.of === 'tag' ? { view: 'tags', tagId: need.otherId } : { view: 'sources', sourceId: need.otherId },
    );
  else if (need.kind === 'text-altered') goTo({ view: 'articles', articleId: need.articleId });
  else if (need.kind !== 'copy-left')
    goTo({ view: 'articles', articleId: need.articleId, passageId: need.passageId });
};
