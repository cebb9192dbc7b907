/** A month of work by two analysts on one archive, each in a copy of it: for tests of merging both. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import type { Archive, Outcome } from '#electron/ports/archive.ts';
import { addTask, annotationsOf, changePassage, changeTag } from '../archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../archive/sample-folders.ts';
import { samplePassage, sampleTag, sampleTask } from '../archive/sample-records.ts';
import { paragraph, section } from '../memo/written-memo.ts';

const succeed = <T>(result: Result<T, AppError>): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

const act = async (archive: Archive, done: Partial<Outcome<null>>): Promise<void> => {
  const outcome = { value: null, name: 'add-passage' as const, changes: [], ...done };
  succeed(await archive.perform(async () => ok(outcome)));
};

/** The shared starting state of both analysts. */
export type Shared = {
  readonly articleIds: readonly ArticleId[];
  readonly passages: readonly Passage[];
  readonly tags: readonly [Tag, Tag];
  readonly memo: Memo;
};

export const layShared = async (archive: Archive, articles: number): Promise<Shared> => {
  const tags = [sampleTag('China'), sampleTag('Trade')] as const;
  await act(archive, { changes: tags.map((tag) => changeTag(null, tag)) });
  const passages = Array.from({ length: articles }, (_, n) => samplePassage(`quote ${n}`));
  const newArticles = passages.map((passage, n) => sampleArticle(`Article ${n}`, [passage]));
  await act(archive, { newArticles });
  const { memo } = sampleMemo('Shared memo');
  const written = {
    ...memo,
    content: {
      ...memo.content,
      content: [section('analysis', 'Analysis', paragraph('One.'), paragraph('Two.'))],
    },
  };
  await act(archive, { newMemos: [{ memo: written, tasks: [] }] });
  return { articleIds: newArticles.map(({ article }) => article.id), passages, tags, memo: written };
};

/** Everything that an analyst made in the month; all of it has to survive the merge. */
export type Made = {
  readonly passages: Map<ArticleId, Passage[]>;
  readonly tags: Tag[];
  readonly tasks: Task[];
  readonly articleIds: ArticleId[];
  readonly memoIds: MemoId[];
};

/** A passage with its own tag on each shared article, then new articles, memos and tasks. */
export const workForAMonth = async (archive: Archive, shared: Shared, name: string): Promise<Made> => {
  const made: Made = { passages: new Map(), tags: [], tasks: [], articleIds: [], memoIds: [] };
  for (const [n, articleId] of shared.articleIds.entries()) {
    const tag = sampleTag(`${name}'s tag ${n}`, { parentId: shared.tags[n % 2]?.id ?? null });
    const passage = samplePassage(`${name} saw ${n}`, {
      tagIds: [tag.id],
      note: richTextFromPlain(`by ${name}`),
    });
    await act(archive, { changes: [changeTag(null, tag), changePassage(articleId, null, passage)] });
    made.tags.push(tag);
    made.passages.set(articleId, [passage]);
  }
  for (let n = 0; n < 5; n += 1) {
    const passage = samplePassage(`new to ${name} ${n}`);
    const article = sampleArticle(`${name} found ${n}`, [passage]);
    const memo = sampleMemo(`${name}'s memo ${n}`);
    const task = sampleTask(`${name} calls ${n}`);
    await act(archive, { newArticles: [article], newMemos: [memo], changes: [addTask(task)] });
    made.passages.set(article.article.id, [passage]);
    made.articleIds.push(article.article.id);
    made.memoIds.push(memo.memo.id);
    made.tasks.push(task);
  }
  return made;
};

export const editPassage = (
  archive: Archive,
  articleId: ArticleId,
  before: Passage,
  change: Partial<Passage>,
): Promise<void> => act(archive, { changes: [changePassage(articleId, before, { ...before, ...change })] });

export const editMemo = (archive: Archive, before: Memo, after: Memo): Promise<void> =>
  act(archive, {
    changes: [
      {
        type: 'record',
        file: { kind: 'memo', memoId: before.id },
        collection: 'memo',
        recordId: before.id,
        before,
        after,
      },
    ],
  });

export const editTag = (archive: Archive, before: Tag, change: Partial<Tag>): Promise<void> =>
  act(archive, { changes: [changeTag(before, { ...before, ...change })] });

export const removeTag = (archive: Archive, before: Tag): Promise<void> =>
  act(archive, { changes: [changeTag(before, null)] });

export const moveArticle = (archive: Archive, id: ArticleId, to: 'trash' | 'archive'): Promise<void> =>
  act(archive, { changes: [{ type: 'folder', kind: 'article', id, to }] });

export const addTaskOn = (archive: Archive, articleId: ArticleId, task: Task): Promise<void> =>
  act(archive, { changes: [addTask(task, annotationsOf(articleId))] });
