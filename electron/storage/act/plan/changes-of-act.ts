/** What an act changes, as it is undone and as it is told. */
import type { Change, RecordChange, RecordFolder } from '#domain/archive/changes.ts';
import { normaliseRecord } from '#domain/archive/content/normalise-record.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { type Signed, signRecord } from '#domain/written-by.ts';
import type { NewArticle, NewMemo } from '#electron/ports/archive.ts';
import { freezeDeep, recordText } from '../../file/frozen-json.ts';
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

/** An act with the name of whoever does it on each record that it makes or changes. */

/**
 * Signs all that an act writes, once it is known what it changes; null where no name was set. What is taken away keeps
 * the name that it has, and what both sides of a merge say otherwise is nobody's.
 */
export const signAct = (wanted: Wanted, name: string | null): Wanted => {
  const sign = <R extends Signed>(record: R): R => signRecord(record, name);
  const signChange = (change: Change): Change =>
    change.type === 'folder' || change.collection === 'conflicts' || change.after === null
      ? change
      : ({ ...change, after: sign<Signed>(change.after) } as RecordChange);
  const signArticle = ({ annotations, ...article }: NewArticle): NewArticle => ({
    ...article,
    annotations: {
      about: sign(annotations.about),
      passages: annotations.passages.map(sign),
      tasks: annotations.tasks.map(sign),
    },
  });
  const signMemo = ({ memo, tasks, ...rest }: NewMemo): NewMemo => ({
    ...rest,
    memo: sign(memo),
    tasks: tasks.map(sign),
  });
  const { changes, newArticles = [], newMemos = [], newSnapshots = [], ...rest } = wanted;
  return {
    ...rest,
    changes: changes.map(signChange),
    newArticles: newArticles.map(signArticle),
    newMemos: newMemos.map(signMemo),
    newSnapshots: newSnapshots.map(sign),
  };
};
