/** Units of the index, read from the files of the archive and from nothing else. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import { aboutNothing } from '#domain/search/language/search-facts.ts';
import type { CatalogueReader } from '../read/archive-files.ts';
import { articleContent, failedArticle, readMemo } from '../read/read-contents.ts';
import type { ArticleContent } from '../read/unit-content.ts';
import { articleDocuments } from './article-documents.ts';
import { padDocuments, sourceDocuments, tagDocuments, taskDocuments } from './list-documents.ts';
import { memoDocuments } from './memo-documents.ts';
import type { FoundInUnit, ReadUnit } from './unit.ts';
import { type ListUnit, unitNamed } from './unit-names.ts';

const nothingFound: FoundInUnit = { about: aboutNothing, documents: [] };
/** Of a unit that is not there. */
export const goneUnit: ReadUnit = { ...nothingFound, content: null };

const readArticle = async (
  reader: CatalogueReader,
  id: ArticleId,
  known: () => ArticleContent | null,
): Promise<ReadUnit> => {
  const annotations = await reader.annotations(id);
  if (!annotations.ok && annotations.error.code === 'not-found') return goneUnit;
  const [record, body] = await Promise.all([reader.article(id), reader.body(id)]);
  const content = await articleContent(id, { record, annotations, body }, known());
  if (!record.ok || !annotations.ok) return { ...nothingFound, content };
  const files = {
    article: record.value.article,
    annotations: annotations.value,
    body: body.ok ? body.value.body : null,
  };
  return { ...articleDocuments(files), content };
};

const readMemoUnit = async (reader: CatalogueReader, id: MemoId): Promise<ReadUnit> => {
  const content = await readMemo(reader, id);
  if (content === null) return goneUnit;
  return { ...(content.is === 'memo' ? memoDocuments(content) : nothingFound), content };
};

/** A list that can't be read stays as it was. */
const listOf = <File>(file: Result<File, AppError>, read: (file: File) => ReadUnit): ReadUnit =>
  file.ok ? read(file.value) : goneUnit;

const readList = async (reader: CatalogueReader, list: ListUnit): Promise<ReadUnit> => {
  switch (list) {
    case 'tags':
      return listOf(await reader.tags(), ({ tags }) => ({
        ...tagDocuments(tags),
        content: { is: 'tags', tags },
      }));
    case 'sources':
      return listOf(await reader.sources(), ({ sources }) => ({
        ...sourceDocuments(sources),
        content: { is: 'sources', sources },
      }));
    case 'tasks':
      return listOf(await reader.tasks(), ({ tasks }) => ({
        ...taskDocuments(tasks),
        content: { is: 'tasks', tasks },
      }));
    case 'searches':
      return listOf(await reader.searches(), ({ searches }) => ({
        ...nothingFound,
        content: { is: 'searches', searches },
      }));
    // It is found, and stands in no list.
    case 'pad':
      return listOf(await reader.pad(), ({ pads }) => ({ ...padDocuments(pads), content: null }));
    case 'trash': {
      const [articles, memos] = [await reader.trashedArticles(), await reader.trashedMemos()];
      return { ...nothingFound, content: { is: 'trash', articles, memos } };
    }
  }
};

/** Reads a unit; `known` answers what was read of an article before. What can't be read of it finds nothing. */
export const readUnit = (
  reader: CatalogueReader,
  name: string,
  known: () => ArticleContent | null,
): Promise<ReadUnit> => {
  const unit = unitNamed(name);
  if (unit.is === 'article') return readArticle(reader, unit.id, known);
  return unit.is === 'memo' ? readMemoUnit(reader, unit.id) : readList(reader, unit.list);
};

/** Stands for a unit that a bug kept from being read: it keeps no other from it. */
export const failedUnit = (name: string): ReadUnit => {
  const unit = unitNamed(name);
  return unit.is === 'article' ? { ...nothingFound, content: failedArticle(unit.id) } : goneUnit;
};
