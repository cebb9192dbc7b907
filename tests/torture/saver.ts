// A program that saves without a pause until it is ended. It opens the archive in the folder that is its argument
// and writes a line for each save that was acknowledged to it: `saved ARTICLE PASSAGE VERSION`, where VERSION is a
// number that stands in the passage and only grows.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { FolderChange, RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Archive, NewArticle } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import {
  addTag,
  changePassage,
  sampleArticle,
  samplePassage,
  sampleTag,
} from '../support/archive-samples.ts';

const passagesPerArticle = 12;
const [folder = ''] = process.argv.slice(2);
const machine = { nowMs: Date.now, newId: randomUUID };

const opened = mustSucceed(await openArchive({ folder, machine, create: true }));
for (let version = 1; ; version++) await annotateArticle(opened, version);

/** Imports an article, adds passages with a tag of their own, changes each, and sends the article to the trash and back. */
async function annotateArticle(archive: Archive, version: number): Promise<void> {
  const first = samplePassage('first', { id: newId(), confirmedBecause: '1' });
  const article = withNewId(sampleArticle(`Article ${version}`, [first]));
  const { id } = article.article;
  await write(archive, [], [article]);
  acknowledge(id, first);
  for (let number = 0; number < passagesPerArticle; number++) {
    const tag = sampleTag(`tag ${number}`, { id: newId() });
    const passage = samplePassage(`passage ${number}`, {
      id: newId(),
      tagIds: [tag.id],
      confirmedBecause: '1',
    });
    await write(archive, [addTag(tag), changePassage(id, null, passage)]);
    acknowledge(id, passage);
    const changed = { ...passage, confirmedBecause: '2' };
    await write(archive, [changePassage(id, passage, changed)]);
    acknowledge(id, changed);
  }
  if (version % 2 === 0) await write(archive, [discard(id)]);
  if (version % 4 === 0) mustSucceed(await archive.undo());
}

async function write(
  archive: Archive,
  changes: readonly (RecordChange | FolderChange)[],
  newArticles: readonly NewArticle[] = [],
): Promise<void> {
  mustSucceed(
    await archive.perform(() =>
      Promise.resolve(ok({ value: null, name: 'add-passage', changes, newArticles })),
    ),
  );
}

/** Straight to the pipe: what was written is in it even when the process is ended on the next line. */
function acknowledge(articleId: ArticleId, { id, confirmedBecause }: Passage): void {
  writeSync(1, `saved ${articleId} ${id} ${confirmedBecause}\n`);
}

function discard(id: ArticleId): FolderChange {
  return { type: 'folder', holds: 'article', id, to: 'trash' };
}

/** Ids of samples are counted from the start of a process; here each start must have new ones. */
function newId<Id>(): Id {
  return randomUUID() as Id;
}

function withNewId(sample: NewArticle): NewArticle {
  const id = newId<ArticleId>();
  const { article, annotations } = sample;
  return {
    ...sample,
    article: { ...article, id },
    annotations: { ...annotations, about: { ...annotations.about, id } },
  };
}

function mustSucceed<T>(result: Result<T, AppError>): T {
  if (result.ok) return result.value;
  throw new Error(`The saver failed: ${JSON.stringify(result.error)}.`);
}
