import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Archive, NewMemo, Outcome } from '#electron/ports/archive.ts';
import { addTag, addTask, changePassage } from '../../support/archive/sample-changes.ts';
import { sampleArticle } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag, sampleTask } from '../../support/archive/sample-records.ts';
import { sampleSnapshot } from '../../support/memo/memo-snapshots.ts';
import { section, writeMemo } from '../../support/memo/written-memo.ts';
import { figureOf } from '../../support/pictures/written-figure.ts';
import { paragraphs } from '../../support/texts/paragraphs.ts';
import { conflictCopy, samplePictures } from './contents.ts';

/**
 * What an act does to the contents of an archive: a value for each thing that it makes or changes, null for what goes.
 */
export type Sets = Readonly<Record<string, string | null>>;

export type Act = {
  readonly name: string;
  readonly sets: Sets;
  run(archive: Archive): Promise<Result<unknown, AppError>>;
};

/**
 * What the actor does: on a folder that is not there yet, encrypted or not, or on the archive that `layFoundArchive`
 * lays.
 */
export type Scene = 'new' | 'encrypted' | 'found';

const write = (
  archive: Archive,
  outcome: Partial<Omit<Outcome<null>, 'value' | 'name'>>,
): Promise<Result<null, AppError>> =>
  archive.perform(() => Promise.resolve(ok({ value: null, name: 'add-passage', changes: [], ...outcome })));

/** What every kind of act does to the disk: files written, folders that come, go, come back and go for good. */
export const actsOnNewArchive = (): readonly Act[] => {
  const passage = (quote: string) => samplePassage(quote, { confirmedBecause: '1' });
  const [first, second, third] = [passage('passage 0'), passage('passage 1'), passage('passage 2')];
  const [one, two] = [sampleArticle('First', [first]), sampleArticle('Second', [second])];
  const [idOne, idTwo] = [one.article.id, two.article.id];
  const tag = sampleTag('tag');
  const tagged = { ...third, tagIds: [tag.id] };
  const { memo, memoId, shownLater } = memoWithPictures();
  const snapshot = sampleSnapshot(memo.memo);
  const task = sampleTask('Ask');
  const again = (passage: typeof first) => ({ ...passage, confirmedBecause: '2' });
  const inTrash = { [`article ${idOne}`]: 'trash' };
  const inArchive = { [`article ${idOne}`]: 'archive' };
  return [
    {
      name: 'import two articles',
      sets: {
        ...inArchive,
        [`article ${idTwo}`]: 'archive',
        [`passage ${first.id}`]: '1',
        [`passage ${second.id}`]: '1',
      },
      run: (archive) => write(archive, { newArticles: [one, two] }),
    },
    {
      name: 'add a passage with a new tag',
      sets: { [`tag ${tag.id}`]: 'tag', [`passage ${third.id}`]: '1' },
      run: (archive) => write(archive, { changes: [addTag(tag), changePassage(idOne, null, tagged)] }),
    },
    {
      name: 'change passages of two articles',
      sets: { [`passage ${first.id}`]: '2', [`passage ${second.id}`]: '2' },
      run: (archive) =>
        write(archive, {
          changes: [changePassage(idOne, first, again(first)), changePassage(idTwo, second, again(second))],
        }),
    },
    {
      name: 'add a task',
      sets: { [`task ${task.id}`]: task.title },
      run: (archive) => write(archive, { changes: [addTask(task)] }),
    },
    {
      name: 'add a memo with a picture',
      sets: { [`memo ${memoId}`]: 'archive', 'picture 1': 'there' },
      run: (archive) => write(archive, { newMemos: [memo] }),
    },
    {
      name: 'put another picture into the memo',
      sets: { 'picture 2': 'there' },
      run: (archive) => write(archive, shownLater),
    },
    takeBrought(idTwo),
    {
      name: 'take a snapshot',
      sets: { [`snapshot ${snapshot.id}`]: 'there' },
      run: (archive) => write(archive, { newSnapshots: [snapshot] }),
    },
    { name: 'delete an article', sets: inTrash, run: (archive) => write(archive, discard(idOne)) },
    { name: 'undo the deletion', sets: inArchive, run: (archive) => archive.undo() },
    { name: 'redo the deletion', sets: inTrash, run: (archive) => archive.redo() },
    { name: 'undo it again', sets: inArchive, run: (archive) => archive.undo() },
    {
      name: 'delete the memo',
      sets: {
        [`memo ${memoId}`]: 'trash',
        [`snapshot ${snapshot.id}`]: null,
        'picture 1': null,
        'picture 2': null,
      },
      run: (archive) =>
        write(archive, { changes: [{ type: 'folder', kind: 'memo', id: memoId, to: 'trash' }] }),
    },
    {
      name: 'empty the trash',
      sets: { [`memo ${memoId}`]: null },
      run: (archive) => archive.emptyTrash(new Set([memoId])),
    },
  ];
};

/** A memo that shows a picture, and what brings the second one in: the bytes, and the figure in its text. */
const memoWithPictures = () => {
  const [first, second] = samplePictures;
  const [shown, shownToo] = [first, second].map(({ picture: { sha256 } }) =>
    figureOf({ bytes: Buffer.of(), sha256, width: 10, height: 9 }),
  );
  if (shown === undefined || shownToo === undefined) throw new Error('There are two pictures.');
  const before = writeMemo([section('bottom-line', 'Bottom line', shown)], { title: 'The visit' });
  const { content } = writeMemo([section('bottom-line', 'Bottom line', shown, shownToo)]);
  const memo: NewMemo = { memo: before, tasks: [], pictures: [first] };
  const change: RecordChange = {
    type: 'record',
    file: { kind: 'memo', memoId: before.id },
    collection: 'memo',
    recordId: before.id,
    before,
    after: { ...before, content },
  };
  return {
    memo,
    memoId: before.id,
    shownLater: {
      newPictures: [{ ...second, holder: { kind: 'memo' as const, id: before.id } }],
      changes: [change],
    },
  };
};

/** What another tool has exported: a new article, a tag, and a passage of an article that is there, in one act. */
const takeBrought = (known: ArticleId): Act => {
  const tag = sampleTag('brought');
  const tagged = (quote: string) => samplePassage(quote, { confirmedBecause: '1', tagIds: [tag.id] });
  const [ofNew, ofKnown] = [tagged('brought 0'), tagged('brought 1')];
  const article = sampleArticle('Brought', [ofNew]);
  return {
    name: 'take what another tool has exported',
    sets: {
      [`article ${article.article.id}`]: 'archive',
      [`tag ${tag.id}`]: 'brought',
      [`passage ${ofNew.id}`]: '1',
      [`passage ${ofKnown.id}`]: '1',
    },
    run: (archive) =>
      write(archive, { newArticles: [article], changes: [addTag(tag), changePassage(known, null, ofKnown)] }),
  };
};

const discard = (id: ArticleId): Pick<Outcome<null>, 'changes'> => ({
  changes: [{ type: 'folder', kind: 'article', id, to: 'trash' }],
});

/** What is done to an archive that was found damaged: what is repaired on reading, made anew, and put away. */
export const actsOnFoundArchive = async (archive: Archive): Promise<readonly Act[]> => {
  const [idOne, idTwo] = await archive.articleIds();
  if (idOne === undefined || idTwo === undefined) throw new Error('The archive was not laid.');
  const annotations = await archive.annotations(idOne);
  // It may be the very read that fails here; then it is repaired by the next one.
  const read = annotations.ok ? annotations : await archive.annotations(idOne);
  if (!read.ok) return [];
  const [passage] = read.value.passages;
  if (passage === undefined) throw new Error('The passage of the archive is lost.');
  const changed = { ...passage, confirmedBecause: '3' };
  return [
    {
      name: 'change a passage in a file that was repaired',
      sets: { [`passage ${passage.id}`]: '3' },
      run: () => write(archive, { changes: [changePassage(idOne, passage, changed)] }),
    },
    {
      name: 'make a text anew',
      sets: { [`text of ${idTwo}`]: null },
      run: () => write(archive, { restoredBodies: [{ articleId: idTwo, body: paragraphs('Second') }] }),
    },
    {
      name: 'put a conflict copy away',
      sets: { copy: 'away' },
      run: () => archive.putAwayCopy(conflictCopy),
    },
  ];
};
