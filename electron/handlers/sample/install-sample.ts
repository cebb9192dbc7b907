import { join } from 'node:path';
import type { Change } from '#domain/archive/changes.ts';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { addDays } from '#domain/dates/calendar.ts';
import {
  type ArticleId,
  judgementIdSchema,
  type MemoId,
  memoIdSchema,
  newPassageIdSchema,
  type SourceId,
  type TagId,
  tagIdSchema,
  taskIdSchema,
} from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { Memo } from '#domain/memo/memo.ts';
import {
  citationSchema,
  type MemoBlock,
  type MemoInline,
  type MemoSection,
} from '#domain/memo/memo-content.ts';
import { newMemo } from '#domain/memo/new-memo.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { mannerOfAll } from '#domain/passage/edit/manner-of.ts';
import { newPassage, type Passage, passageEvidence } from '#domain/passage/passage.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { setReliability } from '#domain/source/reliability-over-time.ts';
import type { Source } from '#domain/source/source.ts';
import { newTag, type Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { type CalendarDate, toTimestamp } from '#domain/time.ts';
import { ensurePath } from '#domain/tree/ensure-path.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { ArchiveReader, NewArticle } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { newArticle, type PreparedText, prepareText } from '../import/new-article.ts';
import { freeReference } from '../memo/taken-references.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { ensureSource } from '../source/ensure-source.ts';
import { tasksOnPassage } from '../task/make-task.ts';
import {
  named,
  parseSample,
  type Sample,
  type SampleArticle,
  type SampleBlock,
  type SampleMemo,
  type SamplePassage,
  type TagPath,
} from './sample-file.ts';

export type SampleDeps = Pick<HandlerDeps, 'archive' | 'texts' | 'machine'>;
export type InstalledSample = { readonly articleIds: readonly ArticleId[]; readonly memoId: MemoId };

/** The articles of the sample, read from their files by the importer, like files that an analyst imports. */
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

/** The records that the passages of the sample refer to, and the day of the installation. */
type SampleContext = {
  readonly sources: ReadonlyMap<string, Source>;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly machine: Machine;
  readonly today: CalendarDate;
};

/** An article of the sample, with its records by the keys that the memo uses. */
type AnnotatedArticle = {
  readonly article: NewArticle;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly tasks: ReadonlyMap<string, Task>;
};

/** The tags and sources of the sample: existing ones are used, others are created with their data. */

/** The records of the sample by their keys, and the changes that create missing ones. */
type References<T> = { readonly byKey: ReadonlyMap<string, T>; readonly changes: readonly Change[] };

/** The key of a tag: its path. */
const keyOfTag = (path: TagPath): string => path.join('/');

/** The sources of the sample by their keys. */
const sampleSources = (sample: Sample, existing: readonly Source[], machine: Machine): References<Source> => {
  const at = toTimestamp(machine.nowMs());
  const sources = [...existing];
  const byKey = new Map<string, Source>();
  const changes: Change[] = [];
  for (const { key, kind, name, parent, aliases, reliability, why } of sample.sources) {
    const parentId = parent === null ? null : named(byKey, parent).id;
    const { source, changes: making } = ensureSource(sources, { kind, name, parentId }, machine);
    const isNew = making.length > 0;
    const known = isNew ? setReliability({ ...source, aliases }, reliability, why, at) : source;
    byKey.set(key, known);
    if (!isNew) continue;
    sources.push(known);
    changes.push(...recordChanges({ kind: 'sources' }, 'sources', null, known));
  }
  return { byKey, changes };
};

const pathsOf = ({ tags, articles }: Sample): readonly TagPath[] => [
  ...tags.map(({ path }) => path),
  ...articles.flatMap((article) => [...article.tags, ...article.passages.flatMap((passage) => passage.tags)]),
];

const definitionAt = ({ tags }: Sample, path: TagPath): Tag['definition'] => {
  const found = tags.find((tag) => keyOfTag(tag.path) === keyOfTag(path));
  const { useWhen = '', notWhen = '', example = '' } = found ?? {};
  return { useWhen, notWhen, example };
};

/** The tags of the sample by their paths. */
const sampleTags = (sample: Sample, existing: readonly Tag[], machine: Machine): References<Tag> => {
  const at = toTimestamp(machine.nowMs());
  const tags = new Map(indexTree(existing));
  const byKey = new Map<string, Tag>();
  const changes: Change[] = [];
  for (const path of pathsOf(sample)) {
    const { record: tag, added } = ensurePath(tags, path, (name, parentId) =>
      newTag(tagIdSchema.parse(machine.newId()), name, parentId, at),
    );
    for (const made of added) {
      const defined = made === tag ? { ...made, definition: definitionAt(sample, path) } : made;
      tags.set(defined.id, defined);
      changes.push(...recordChanges({ kind: 'tags' }, 'tags', null, defined));
    }
    byKey.set(keyOfTag(path), tags.get(tag.id) ?? tag);
  }
  return { byKey, changes };
};

const tagIdsOf = ({ tags }: SampleContext, paths: readonly TagPath[]): TagId[] =>
  paths.map((path) => named(tags, keyOfTag(path)).id);

const sourceIdOf = ({ sources }: SampleContext, key: string | null): SourceId | null =>
  key === null ? null : named(sources, key).id;

const rangeOf = ({ text }: TextIndex, quote: string): TextRange => {
  const start = text.indexOf(quote);
  if (start === -1 || text.indexOf(quote, start + 1) !== -1) {
    throw new Error(`the sample quotes "${quote}", which does not stand once in its article`);
  }
  return { start, end: start + quote.length };
};

const saidOf = (
  { quotes, speaker, tags, note, manner, label, grade, basis }: SamplePassage,
  body: Body,
  index: TextIndex,
  context: SampleContext,
): Parameters<typeof newPassage>[0] => {
  const ranges = quotes.map((quote) => rangeOf(index, quote));
  const spans = textBlockSpans(body);
  return {
    label,
    grade,
    confirmedBecause: null,
    basis,
    selectors: ranges.map((range) => describeSelector(index, range)),
    manner: manner ?? mannerOfAll(spans, ranges),
    tagIds: tagIdsOf(context, tags),
    sourceId: sourceIdOf(context, speaker),
    note: richTextFromPlain(note),
  };
};

/** Adds the sample's annotations to an article that was imported like any other. */
const annotateArticle = (said: SampleArticle, read: NewArticle, context: SampleContext): AnnotatedArticle => {
  const index = indexText(canonicalText(read.body));
  const passages = new Map<string, Passage>();
  const tasks = new Map<string, Task>();
  for (const each of said.passages) {
    const { newId, nowMs } = context.machine;
    const saidOfTasks = each.tasks.map(({ dueInDays, title, kind, owner }) => ({
      id: taskIdSchema.parse(newId()),
      title,
      kind,
      owner,
      due: dueInDays === null ? null : addDays(context.today, dueInDays),
    }));
    const made = { id: newPassageIdSchema.parse(newId()), at: toTimestamp(nowMs()) };
    passages.set(each.key, newPassage(saidOf(each, read.body, index, context), made));
    const itsTasks = tasksOnPassage(made.id, saidOfTasks, made.at);
    for (const [at, task] of itsTasks.entries()) tasks.set(each.tasks[at]?.key ?? '', task);
  }
  const about = {
    ...read.annotations.about,
    isSample: true,
    state: said.state,
    note: richTextFromPlain(said.note),
    tagIds: tagIdsOf(context, said.tags),
  };
  const annotations = { about, passages: [...passages.values()], tasks: [...tasks.values()] };
  return { article: { ...read, annotations }, passages, tasks };
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

/** The records that the memo of the sample refers to. */
type MemoContext = {
  readonly cited: ReadonlyMap<string, CitedPassage>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly referenceNumber: string;
  readonly machine: Machine;
};

const citationMark = /\[\[([a-z]+):([a-z-]+)\]\]/gu;

const textNodes = (text: string): readonly MemoInline[] => (text === '' ? [] : [{ type: 'text', text }]);

/** The runs of a text in which `[[form:key]]` cites a passage. */
const runsOf = (text: string, { cited }: MemoContext): MemoInline[] => {
  const runs: MemoInline[] = [];
  let from = 0;
  for (const match of text.matchAll(citationMark)) {
    const form = citationSchema.shape.form.parse(match[1]);
    runs.push(...textNodes(text.slice(from, match.index)));
    runs.push({ type: 'citation', attrs: { ...named(cited, match[2] ?? ''), form } });
    from = match.index + match[0].length;
  }
  return [...runs, ...textNodes(text.slice(from))];
};

const blockOf = (block: SampleBlock, context: MemoContext): MemoBlock => {
  if ('paragraph' in block) return { type: 'paragraph', content: runsOf(block.paragraph, context) };
  if ('quotation' in block) return { type: 'quotation', attrs: { ...named(context.cited, block.quotation) } };
  const { judgement, ...said } = block;
  return {
    type: 'judgement',
    attrs: { id: judgementIdSchema.parse(context.machine.newId()), ...said },
    content: runsOf(judgement, context),
  };
};

const sectionOf = ({ role, blocks }: SampleMemo['sections'][number], context: MemoContext): MemoSection => {
  const heading = builtInForms.bluf.sections.find((section) => section.role === role)?.heading ?? role;
  return {
    type: 'section',
    attrs: { role, heading },
    content: blocks.map((block) => blockOf(block, context)),
  };
};

/** The memo of the sample: a draft like any other, its form filled in. */
const writeMemo = (said: SampleMemo, context: MemoContext): Memo => {
  const { machine, referenceNumber } = context;
  const nowMs = machine.nowMs();
  const { title, from, asOf, marking } = said;
  const empty = newMemo({
    id: memoIdSchema.parse(machine.newId()),
    template: 'bluf',
    form: builtInForms.bluf,
    head: { title, referenceNumber, from, language: 'en', lexicon: 'icd203-likely' },
    asOf: localToday(nowMs),
    marking,
    evidence: [],
    evidenceMarkings: [],
    judgementId: judgementIdSchema.parse(machine.newId()),
    at: toTimestamp(nowMs),
  });
  return {
    ...empty,
    head: { ...empty.head, for: said.for, asOf },
    content: { type: 'doc', content: said.sections.map((section) => sectionOf(section, context)) },
    printedTaskIds: said.printedTasks.map((key) => named(context.tasks, key).id),
    isSample: true,
  };
};

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
 * follow-ups, and a memo that cites them. All of it is marked as sample, so that one act removes it again. `folder` is
 * the folder `resources/sample` of the running app, and `json` the content of its `sample.json`.
 */
export const installSample = async (
  deps: SampleDeps,
  { folder, json }: { readonly folder: string; readonly json: string },
): Promise<Result<InstalledSample, AppError>> => {
  const sample = parseSample(json);
  const texts = await readTexts(deps, folder, sample);
  if (!texts.ok) return texts;
  return deps.archive.perform((reader) => composeSample(reader, sample, texts.value, deps.machine));
};
