// A program that saves without a pause until it is ended. It opens the archive in the folder that is its first
// argument, which is encrypted where there is a passphrase as a second, and writes a line for each save that was
// acknowledged to it: `saved ARTICLE PASSAGE VERSION`, where VERSION is a number that stands in the passage and only
// grows.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { FolderChange, RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Archive, NewArticle } from '#electron/ports/archive.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { addTag, changePassage } from '../support/archive/sample-changes.ts';
import { sampleArticle } from '../support/archive/sample-folders.ts';
import { samplePassphraseWork } from '../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../support/archive/sample-records.ts';

const passagesPerArticle = 12;
/** So many articles are imported by one act, and then changed by one act over all their files. */
const articlesPerBulk = 8;
const [folder = '', given = null] = process.argv.slice(2);
const machine = { nowMs: Date.now, newId: randomUUID, passphraseWork: samplePassphraseWork };

const passphrase = async (): Promise<string | null> => given;
const opened = mustSucceed(
  await openArchive({ folder, machine, create: true, newPassphrase: given, passphrase }),
);
type Marked = { readonly articleId: ArticleId; readonly passage: Passage };
let marked = await importMany(opened);
for (let version = 1; ; version++) {
  await changeMany(opened, version);
  await annotateArticle(opened, version);
}

/** Imports articles with a passage each in one act. */
async function importMany(archive: Archive): Promise<readonly Marked[]> {
  const imported = Array.from({ length: articlesPerBulk }, (_, number) => {
    const passage = samplePassage('marked', { id: newId(), confirmedBecause: '1' });
    return { passage, article: withNewId(sampleArticle(`Marked ${number}`, [passage])) };
  });
  await write(
    archive,
    [],
    imported.map(({ article }) => article),
  );
  const laid = imported.map(({ article, passage }) => ({ articleId: article.article.id, passage }));
  for (const { articleId, passage } of laid) acknowledge(articleId, passage);
  return laid;
}

/** Changes a passage of each of many articles in one act: one write a file, acknowledged together. */
async function changeMany(archive: Archive, version: number): Promise<void> {
  const changed = marked.map(({ articleId, passage }) => ({
    articleId,
    before: passage,
    passage: { ...passage, confirmedBecause: String(10 + version) },
  }));
  await write(
    archive,
    changed.map(({ articleId, before, passage }) => changePassage(articleId, before, passage)),
  );
  for (const { articleId, passage } of changed) acknowledge(articleId, passage);
  marked = changed;
}

/**
 * Imports an article, adds passages with a tag of their own, changes each, and sends the article to the trash and back.
 */
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
  return { type: 'folder', kind: 'article', id, to: 'trash' };
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
