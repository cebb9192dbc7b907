/** The answers of `list` for each kind of record, and the parts that other answers share with them. */
import { z } from 'zod';
import { count, failure, id, orNull, text, texts } from './exchange-answers.ts';

export const sourceRef = z.object({ id, name: text, reliability: orNull(text) });
const version = orNull(z.object({ number: count, count }));
export const eventDate = z.object({ date: text, until: text.optional(), note: orNull(text) });

export const grade = { grade: orNull(text), reliability: orNull(text), credibility: orNull(z.int()) };
export const saying = { manner: orNull(text), basis: orNull(text) };
export const task = z.object({
  id,
  title: text,
  kind: text,
  state: text,
  due: orNull(text),
  owner: orNull(text),
});

/** The kind of record that a task is attached to, with its ids; `nothing` has none. */
const taskPlace = z.object({
  on: z.enum(['passage', 'article', 'memo', 'nothing']),
  articleId: id.optional(),
  passageId: id.optional(),
  memoId: id.optional(),
});

export const listed = {
  'list articles': z.object({
    id,
    title: orNull(text),
    byline: orNull(text),
    publisher: orNull(text),
    publishedAt: orNull(text),
    language: orNull(text),
    words: count,
    state: text,
    importedAt: text,
    passages: count,
    graded: count,
    openTasks: count,
    marking: orNull(text),
    publication: orNull(sourceRef),
    tags: texts,
    eventDates: z.array(eventDate),
    withdrawn: orNull(z.object({ at: orNull(text), note: text })),
    missingFields: texts,
    /** Null where the text can't be read. */
    textState: orNull(text),
    fault: orNull(failure),
  }),
  'list passages': z.object({
    id,
    articleId: id,
    articleTitle: orNull(text),
    quote: text,
    label: text,
    tags: texts,
    source: orNull(sourceRef),
    concerned: z.array(sourceRef),
    publication: orNull(sourceRef),
    origin: orNull(sourceRef),
    origins: z.array(sourceRef),
    textId: id,
    ...grade,
    ...saying,
    state: text,
    carriedFrom: orNull(z.object({ articleId: id, passageId: id })),
    version,
    readings: z.array(z.object({ articleId: id, passageId: id, version })),
    note: orNull(text),
    paragraph: orNull(z.int()),
    page: orNull(text),
    relations: z.array(z.object({ type: text, direction: text, words: text, articleId: id, passageId: id })),
    openTasks: count,
    citedIn: z.array(id),
    createdAt: text,
  }),
  'list tags': z.object({
    id,
    path: text,
    name: text,
    parentId: orNull(id),
    aliases: texts,
    group: orNull(text),
    own: count,
    total: count,
  }),
  'list labels': z.object({
    /** The word for one of the first five labels, or a UUID. */
    id: text,
    name: text,
    /** The digit that assigns the label; null if it is no longer offered. */
    key: orNull(text),
    useWhen: text,
    /** The look of the label: its colour and its line. */
    look: text,
    /** The name of the label in a search, after `label:`. */
    search: text,
    retiredAt: orNull(text),
  }),
  'list boards': z.object({
    id,
    question: text,
    /** In their order; there is no score, see decision 58. */
    hypotheses: texts,
    evidence: count,
    cells: count,
    /** The number of cells filled in under the analyst's name that is set on this computer. */
    filled: count,
    /** The names of the others who have filled in cells. */
    others: texts,
    createdAt: text,
    updatedAt: text,
  }),
  'list sources': z.object({
    id,
    name: text,
    kind: text,
    parentId: orNull(id),
    aliases: texts,
    reliability: orNull(text),
    passages: count,
    articles: count,
    lastUsedAt: orNull(text),
  }),
  'list tasks': task.extend({ on: taskPlace, onTitle: orNull(text), quote: orNull(text) }),
  'list events': z.object({
    id,
    title: text,
    /** In EDTF, and in words. */
    date: text,
    when: text,
    isInferred: z.boolean(),
    concerned: z.array(z.object({ id, name: text })),
    passages: count,
    grades: texts,
    /** The dates given by its passages that contradict the event's date, in EDTF. */
    contested: texts,
  }),
  'list memos': z.object({
    id,
    title: text,
    referenceNumber: text,
    for: text,
    marking: orNull(text),
    asOf: text,
    state: text,
    citations: count,
    changedEvidence: count,
    updatedAt: text,
  }),
};
