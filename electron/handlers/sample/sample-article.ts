import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { addDays } from '#domain/dates/calendar.ts';
import { newPassageIdSchema, type SourceId, type TagId, taskIdSchema } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { mannerOfAll } from '#domain/passage/edit/manner-of.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { type CalendarDate, toTimestamp } from '#domain/time.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { tasksOnPassage } from '../task/tasks-on-passage.ts';
import { named, type SampleArticle, type SamplePassage, type TagPath } from './sample-file.ts';
import { keyOfTag } from './sample-references.ts';

/** What the passages of the sample name, and the day on which it is installed. */
export type SampleContext = {
  readonly sources: ReadonlyMap<string, Source>;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly machine: Machine;
  readonly today: CalendarDate;
};

/** An article of the sample with its records by the keys under which the memo names them. */
export type AnnotatedArticle = {
  readonly article: NewArticle;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly tasks: ReadonlyMap<string, Task>;
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

/** Adds what the sample says of an article that was read by the importer like any other. */
export const annotateArticle = (
  said: SampleArticle,
  read: NewArticle,
  context: SampleContext,
): AnnotatedArticle => {
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
