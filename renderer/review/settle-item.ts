import type { GraphNode } from '#domain/contract/graph.ts';
import {
  type ConflictToReview,
  type CopyToReview,
  type FallToReview,
  type LossToReview,
  type PassageToReview,
  type RecoveredToReview,
  type RepairToReview,
  type ReviewItem,
  reviewAcceptLoss,
  reviewConfirm,
  reviewKeepOrphan,
  reviewMergeCopy,
  reviewSeeRepair,
  reviewSettleConflict,
  reviewSettleFall,
  reviewTake,
  type SameNameToReview,
  type UnsupportedToReview,
} from '#domain/contract/review.ts';
import { sourceMerge } from '#domain/contract/source.ts';
import { tagMerge } from '#domain/contract/tag.ts';
import { keyOfThing } from '#domain/graph/thing.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { isInPlace } from '#domain/passage/carried.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { goToField } from '#renderer/parts/article/article-sheet.ts';
import { goToNode } from '#renderer/parts/graph/go-to-thing.ts';
import { goTo } from '#renderer/window/navigation.ts';

export const isPassageToReview = (item: ReviewItem | undefined): item is PassageToReview =>
  item !== undefined && 'passageId' in item;

/** Accepts the new places of moved passages, as one step. */
export const confirmMoved = async (moved: readonly PassageToReview[]): Promise<void> => {
  if (moved.length === 0) return;
  const passages = moved.map(({ articleId, passageId }) => ({ articleId, passageId }));
  const answer = await act(reviewConfirm, { passages });
  if (answer.ok) sayUndoable(moved.length === 1 ? 'Confirmed' : `Confirmed ${moved.length} passages`);
};

/** Moves the passage to its match of that rank, from 0; does nothing if there is none. */
export const takeCandidate = async (item: PassageToReview, rank: number): Promise<void> => {
  const candidate = item.candidates[rank];
  if (candidate === undefined) return;
  if (isInPlace(item.kind)) return confirmMoved([item]);
  const { articleId, passageId } = item;
  const answer = await act(reviewTake, { articleId, passageId, ranges: [...candidate.ranges] });
  if (answer.ok) sayUndoable(`Moved to match ${rank + 1}`);
};

/** Accepts that the words are not in the new version. */
export const keepOrphan = async ({ articleId, passageId, kind }: PassageToReview): Promise<void> => {
  if (isInPlace(kind)) return;
  const answer = await act(reviewKeepOrphan, { articleId, passageId });
  if (answer.ok) sayUndoable('Kept passage unplaced');
};

/** Accepts that something is missing, or is as it is now. */
export const acceptLoss = async ({ id, how }: LossToReview): Promise<void> => {
  const answer = await act(reviewAcceptLoss, { id });
  if (!answer.ok) return;
  if (how === 'gone') sayUndoable('Accepted as deleted');
  else if (how === 'altered') sayUndoable('Accepted as it is now');
};

/** Confirms that items resting on weakened evidence are still right, as one step. */
export const settleFall = async (
  { fallId, touched }: FallToReview,
  nodes: readonly GraphNode[],
): Promise<void> => {
  const keys = nodes.map(({ thing }) => keyOfThing(thing));
  const answer = await act(reviewSettleFall, { fallId, keys });
  const isAll = nodes.length === touched.length && nodes.length > 1;
  if (answer.ok) sayUndoable(isAll ? 'Marked all as still right' : 'Marked as still right');
};

/** Merges a copy that somebody has placed beside a file. */
export const mergeLeftCopy = async ({ name }: CopyToReview): Promise<void> => {
  const answer = await act(reviewMergeCopy, { name });
  if (answer.ok) sayUndoable('Merged the copy');
};

/** Removes a repair from the list, as it was seen. */
export const seeRepair = async ({ file }: RepairToReview): Promise<void> => {
  await act(reviewSeeRepair, { file });
};

/** Chooses one version of each conflicting record, as one step. */
export const settleConflicts = async (
  conflicts: readonly ConflictToReview[],
  takes: 'standing' | 'other',
): Promise<void> => {
  const conflictIds = conflicts.map(({ conflictId }) => conflictId);
  const answer = await act(reviewSettleConflict, { conflictIds, takes });
  if (answer.ok) sayUndoable(takes === 'other' ? 'Used the other version' : 'Kept your version');
};

/** Merges the newer of two records of one name into the older, as one step. */
export const mergeSameName = async (item: SameNameToReview): Promise<void> => {
  const answer =
    item.of === 'tag'
      ? await act(tagMerge, { tagId: item.otherId, intoId: item.keptId })
      : await act(sourceMerge, { sourceId: item.otherId, intoId: item.keptId });
  if (answer.ok) sayUndoable(`Merged into one ${item.of}`);
};

const openConflict = ({ place }: ConflictToReview): void => {
  if (place === null) return;
  if ('memoId' in place) goTo({ view: 'memos', memoId: place.memoId });
  else goTo({ view: 'articles', ...place });
};

const openRepaired = ({ articleId, memoId }: Pick<RepairToReview, 'articleId' | 'memoId'>): void => {
  if (articleId !== null) goTo({ view: 'articles', articleId });
  else if (memoId !== null) goTo({ view: 'memos', memoId });
};

type IncompleteToReview = Extract<ReviewItem, { readonly kind: 'citation-incomplete' }>;

/** Goes to the first field that the article's citation lacks. */
export const goToMissingField = ({ articleId, missingFields: [field] }: IncompleteToReview): void =>
  field === undefined ? goTo({ view: 'articles', articleId }) : goToField(articleId, field);

type InArticle = { readonly articleId: ArticleId; readonly passageId?: PassageId };

const openArticle = ({ articleId, passageId }: InArticle): void =>
  goTo({ view: 'articles', articleId, ...(passageId === undefined ? {} : { passageId }) });

const openNewer = (item: SameNameToReview): void =>
  goTo(
    item.of === 'tag' ? { view: 'tags', tagId: item.otherId } : { view: 'sources', sourceId: item.otherId },
  );

const openRecovered = (item: RecoveredToReview): void => {
  if (item.of === 'tag') goTo({ view: 'tags', tagId: item.id });
  else if (item.of === 'source') goTo({ view: 'sources', sourceId: item.id });
  else if (item.of === 'event') goTo({ view: 'chronology', eventId: item.id });
  else goTo({ view: 'tasks' });
};

const openOfGraph = (item: FallToReview | UnsupportedToReview): void => {
  if (item.kind === 'fallen') goToNode(item.fallen, item.fallen.thing);
  else goTo({ view: 'chronology', eventId: item.eventId });
};

/** Goes to where the item is settled or seen. */
export const openItem = (item: ReviewItem): void => {
  if (item.kind === 'file-repaired' || item.kind === 'file-unreadable' || item.kind === 'thing-lost')
    openRepaired(item);
  else if (item.kind === 'conflict') openConflict(item);
  else if (item.kind === 'evidence-changed') goTo({ view: 'memos', memoId: item.memoId });
  else if (item.kind === 'citation-incomplete') goToMissingField(item);
  else if (item.kind === 'same-name') openNewer(item);
  else if (item.kind === 'recovered') openRecovered(item);
  else if (item.kind === 'event-unsupported' || item.kind === 'fallen') openOfGraph(item);
  else if (item.kind !== 'copy-left') openArticle(item);
};
