import { join } from 'node:path';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { passageEvidence } from '#domain/passage/passage.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { newArticle, type PreparedText, prepareText } from '../import/new-article.ts';
import { freeReference } from '../memo/taken-references.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { type AnnotatedArticle, annotateArticle, type SampleContext } from './sample-article.ts';
import { named, readSample, type Sample } from './sample-file.ts';
import { writeMemo } from './sample-memo.ts';
import { sampleSources, sampleTags } from './sample-references.ts';

export type SampleDeps = Pick<HandlerDeps, 'archive' | 'texts' | 'machine'>;
export type InstalledSample = { readonly articleIds: readonly ArticleId[]; readonly memoId: MemoId };

/** The articles of the sample, read from their files by the importer, as files that an analyst imports are. */
const readTexts = async (
  { texts, machine }: SampleDeps,
  folder: string,
  sample: Sample,
): Promise<Result<readonly PreparedText[], AppError>> => {
  const prepared: PreparedText[] = [];
  for (const { file, type } of sample.articles) {
    const read = await texts.readFile(join(folder, file));
    if (!read.ok) return err({ code: read.error });
    const { body, found } = read.value;
    const bibliography = { ...bibliographyFromFound(found, localToday(machine.nowMs())), type };
    prepared.push(await prepareText(read.value, { body, bibliography, marking: null }));
  }
  return ok(prepared);
};

const citedBy = ({ article, passages }: AnnotatedArticle): readonly [string, CitedPassage][] =>
  [...passages].map(([key, passage]) => [
    key,
    {
      articleId: article.article.id,
      passageId: passage.id,
      exactSha256: sha256Of(passageEvidence(passage)),
    },
  ]);

const makeArticles = (
  sample: Sample,
  texts: readonly PreparedText[],
  context: SampleContext,
): readonly AnnotatedArticle[] =>
  texts.flatMap((text, index) => {
    const said = sample.articles[index];
    if (said === undefined) return [];
    const publicationId = named(context.sources, said.publication).id;
    return [annotateArticle(said, newArticle(text, publicationId, context.machine), context)];
  });

const composeSample = async (
  reader: ArchiveReader,
  sample: Sample,
  texts: readonly PreparedText[],
  machine: HandlerDeps['machine'],
) => {
  const sourceFile = await reader.sources();
  if (!sourceFile.ok) return sourceFile;
  const tagFile = await reader.tags();
  if (!tagFile.ok) return tagFile;
  const sources = sampleSources(sample, sourceFile.value.sources, machine);
  const tags = sampleTags(sample, tagFile.value.tags, machine);
  const today = localToday(machine.nowMs());
  const articles = makeArticles(sample, texts, { sources: sources.byKey, tags: tags.byKey, machine, today });
  const memo = writeMemo(sample.memo, {
    cited: new Map(articles.flatMap(citedBy)),
    tasks: new Map(articles.flatMap(({ tasks }) => [...tasks])),
    referenceNumber: await freeReference(reader, sample.memo.asOf),
    machine,
  });
  return ok({
    value: { articleIds: articles.map(({ article }) => article.article.id), memoId: memo.id },
    name: 'install-sample' as const,
    changes: [...sources.changes, ...tags.changes],
    newArticles: articles.map(({ article }) => article),
    newMemos: [{ memo, tasks: [] }],
  });
};

/**
 * Installs the sample in an archive in one act: its articles, read by the importer, with passages, tags, sources,
 * follow-ups, and a memo that cites them. All of it is marked as sample, so that one act takes it away again.
 * `sampleFolder` is the folder `resources/sample` as it stands in the running app.
 */
export const installSample = async (
  deps: SampleDeps,
  sampleFolder: string,
): Promise<Result<InstalledSample, AppError>> => {
  const sample = await readSample(sampleFolder);
  const texts = await readTexts(deps, sampleFolder, sample);
  if (!texts.ok) return texts;
  return deps.archive.perform((reader) => composeSample(reader, sample, texts.value, deps.machine));
};
