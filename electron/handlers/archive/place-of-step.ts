import type { Change, FolderChange, RecordChange, Step, StepName } from '#domain/archive/changes.ts';
import type { ListView, Place } from '#domain/contract/undo.ts';
import type { PassageId } from '#domain/ids.ts';

/** Whether the changes of a step were written backwards or forwards. */
export type Direction = 'undo' | 'redo';

/** Where to show a folder that was moved: the record itself if it was restored, its list if it was removed. */
const placeOfFolder = (change: FolderChange, direction: Direction): Place => {
  const isBack = (change.to === 'archive') === (direction === 'redo');
  if (change.kind === 'memo') return isBack ? { view: 'memo', memoId: change.id } : { view: 'memos' };
  return isBack ? { view: 'article', articleId: change.id, passageId: null } : { view: 'articles' };
};

/** The passages that a step removes. */
const passagesTaken = (changes: readonly Change[], direction: Direction): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) => {
      if (change.type === 'folder' || change.collection !== 'passages') return [];
      const left = direction === 'undo' ? change.before : change.after;
      return left === null || left.deletedAt !== null ? [change.recordId] : [];
    }),
  );

/** The passage that a record of an article is, or is attached to. */
const passageOf = (change: RecordChange): PassageId | null => {
  if (change.collection === 'tasks') return (change.after ?? change.before)?.passageId ?? null;
  return change.collection === 'passages' ? ((change.after ?? change.before)?.id ?? null) : null;
};

/** The passage whose translation was changed. */
const passageRendered = (change: RecordChange, taken: ReadonlySet<string>): PassageId | null => {
  const rendering = change.collection === 'renderings' ? (change.after ?? change.before) : null;
  return rendering?.kind === 'passage' && !taken.has(rendering.passageId) ? rendering.passageId : null;
};

const placeOfRecord = (change: RecordChange, taken: ReadonlySet<string>): Place => {
  const { file } = change;
  switch (file.kind) {
    case 'annotations': {
      const passageId = passageOf(change);
      const isThere = passageId !== null && !taken.has(passageId);
      return { view: 'article', articleId: file.articleId, passageId: isThere ? passageId : null };
    }
    case 'translations':
      return { view: 'article', articleId: file.articleId, passageId: passageRendered(change, taken) };
    case 'memo':
    case 'review':
      return { view: 'memo', memoId: file.memoId };
    case 'board':
      return { view: 'board', boardId: file.boardId };
    case 'form':
      return { view: 'forms' };
    case 'searches':
      return { view: 'passages' };
    case 'events':
    case 'event-shard':
      return { view: 'chronology' };
    case 'conflicts':
    case 'falls':
    case 'manifest':
      return { view: 'review' };
    default:
      return { view: file.kind };
  }
};

/** The rank of a place: the more of the step it shows, the smaller. */
const rankOf = (place: Place): number => {
  if (place.view === 'article') return place.passageId === null ? 1 : 0;
  if (place.view === 'memo') return 2;
  // Sources and tags that an act creates on the way are not its subject.
  return place.view === 'articles' || place.view === 'memos' ? 3 : 4;
};

/** Steps made in Review are shown there. */
const settlingSteps: readonly StepName[] = [
  'take-candidate',
  'keep-orphan',
  'confirm-passages',
  'settle-conflict',
  'accept-loss',
  'settle-fall',
];

/** The place to show after a step was undone or redone; null for a step without changes. */
export const placeOfStep = (step: Step, direction: Direction): Place | null => {
  if (settlingSteps.includes(step.name)) return { view: 'review' };
  // Its passages are in many articles.
  if (step.name === 'split-tag' || step.name === 'settle-coding') return { view: 'tags' };
  // An event made from a date of an article is shown in the chronology.
  if (step.name === 'add-event') return { view: 'chronology' };
  const taken = passagesTaken(step.changes, direction);
  const places = step.changes.map((change) =>
    change.type === 'folder' ? placeOfFolder(change, direction) : placeOfRecord(change, taken),
  );
  return places.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null;
};

/** Whether a change moves something into the trash or out of it. */
const movesThroughTrash = (change: Change): boolean => {
  if (change.type === 'folder') return true;
  const { before, after } = change;
  return wasDeleted(before) !== wasDeleted(after);
};

const wasDeleted = (record: RecordChange['before']): boolean =>
  record !== null && 'deletedAt' in record && record.deletedAt !== null;

const isOf = (change: Change, collection: RecordChange['collection']): boolean =>
  change.type === 'record' && change.collection === collection;

/** The lists in which the subject of a step is a row. */
export const listsShowing = ({ name, changes }: Step): readonly ListView[] => [
  ...(name === 'article-state' ? ['today' as const] : []),
  ...(changes.length > 1 && changes.every((change) => isOf(change, 'about')) ? ['articles' as const] : []),
  ...(changes.some((change) => isOf(change, 'passages')) ? ['passages' as const, 'sources' as const] : []),
  ...(changes.every((change) => isOf(change, 'tasks')) ? ['tasks' as const, 'today' as const] : []),
  ...(changes.some(movesThroughTrash) ? ['trash' as const] : []),
];
