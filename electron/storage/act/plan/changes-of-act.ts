/** What an act changes, as it is undone and as it is told. */
import type { Change, RecordChange, RecordFolder } from '#domain/archive/changes.ts';
import { normaliseRecord } from '#domain/archive/content/normalise-record.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { freezeDeep } from '../../file/freeze-deep.ts';
import { recordText } from '../../file/record-text.ts';
import type { Wanted } from './plan-act.ts';

/** The change as it will be read back; nothing where it leaves its record as it was. */
export const normaliseChange = (change: Change): readonly Change[] => {
  if (change.type === 'folder') return [change];
  const { collection, before, after } = change;
  if (after === null) return before === null ? [] : [change];
  const normal = freezeDeep(normaliseRecord(collection, after));
  const isIdle = before !== null && recordText(before) === recordText(normal);
  return isIdle ? [] : [{ ...change, after: normal } as RecordChange];
};

const arrived = (folder: RecordFolder): Change => ({ type: 'folder', to: 'archive', ...folder });
const arrivedArticle = (id: ArticleId): Change => arrived({ kind: 'article', id });
const arrivedMemo = (id: MemoId): Change => arrived({ kind: 'memo', id });

/** What is taken back by an undo. What is new came from nowhere; undone, it goes to the trash. */
export const undoableChanges = ({ changes, newArticles = [], newMemos = [] }: Wanted): readonly Change[] => [
  ...changes,
  ...newArticles.map(({ article }) => arrivedArticle(article.id)),
  ...newMemos.map(({ memo }) => arrivedMemo(memo.id)),
];

/**
 * What stays after an undo, for whoever shows something of it: an article with another text is one that came, as is one
 * with a new picture, and a memo with a new snapshot or picture.
 */
export const lastingChanges = ({
  restoredBodies = [],
  newSnapshots = [],
  newPictures = [],
}: Wanted): readonly Change[] => [
  ...restoredBodies.map(({ articleId }) => arrivedArticle(articleId)),
  ...newSnapshots.map(({ memoId }) => arrivedMemo(memoId)),
  ...newPictures.map(({ holder }) => arrived(holder)),
];
