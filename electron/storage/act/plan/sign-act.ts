/** An act with the name of whoever does it on each record that it makes or changes. */
import type { Change, RecordChange } from '#domain/archive/changes.ts';
import { type Signed, signRecord } from '#domain/written-by.ts';
import type { NewArticle, NewMemo } from '#electron/ports/archive.ts';
import type { Wanted } from './plan-act.ts';

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
