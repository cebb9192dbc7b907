/** Records and articles for tests of what is stored. Every one is valid; a test says what matters to it. */

import { createHash } from 'node:crypto';
import type { MutableFile, RecordChange } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import { newAnnotation } from '#domain/article/new-annotation.ts';
import {
  type ArticleId,
  articleIdSchema,
  memoIdSchema,
  passageIdSchema,
  sha256Schema,
  sourceIdSchema,
  tagIdSchema,
  taskIdSchema,
} from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import { calendarDateSchema, toTimestamp } from '#domain/time.ts';
import type { NewArticle, NewMemo } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';

const startMs = Date.parse('2024-04-24T09:00:00.000Z');
const at = toTimestamp(startMs);
let madeIds = 0;

/** The nth id, for tests that compare bytes. */
export const sampleId = (number: number): string =>
  `018f0e7a-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** An id that no other call has given; later ones sort after earlier ones. */
export const newSampleId = (): string =>
  `018f0e7b-0000-7000-8000-${(++madeIds).toString(16).padStart(12, '0')}`;

/** A clock that goes one second a look, and ids that never come twice. */
export const createSampleMachine = (): Machine => {
  let nowMs = startMs;
  return {
    nowMs: () => {
      nowMs += 1000;
      return nowMs;
    },
    newId: newSampleId,
  };
};

export const sampleTag = (name: string, changed: Partial<Tag> = {}): Tag => ({
  id: tagIdSchema.parse(newSampleId()),
  name,
  parentId: null,
  definition: { useWhen: '', notWhen: '', example: '' },
  aliases: [],
  mergedInto: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
  ...changed,
});

export const sampleSource = (name: string, changed: Partial<Source> = {}): Source => ({
  id: sourceIdSchema.parse(newSampleId()),
  kind: 'person',
  name,
  parentId: null,
  aliases: [],
  reliability: 'B',
  reliabilityHistory: [{ at, from: null, to: 'B', why: '' }],
  descriptor: { access: 'first hand', possibleBias: 'spokesman' },
  mergedInto: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
  ...changed,
});

export const sampleTask = (title: string, changed: Partial<Task> = {}): Task => ({
  id: taskIdSchema.parse(newSampleId()),
  passageId: null,
  title,
  kind: 'verify',
  state: 'open',
  due: calendarDateSchema.parse('2024-04-26'),
  owner: null,
  createdAt: at,
  updatedAt: at,
  completedAt: null,
  deletedAt: null,
  ...changed,
});

export const samplePassage = (exact: string, changed: Partial<Passage> = {}): Passage => ({
  id: passageIdSchema.parse(newSampleId()),
  selectors: [
    {
      quote: { exact, prefix: 'officials said in the capital on', suffix: 'and gave no further details to' },
      occurrence: null,
      position: { start: 120, end: 120 + [...exact].length },
    },
  ],
  label: 'claim',
  tagIds: [],
  sourceId: null,
  grade: { reliability: 'B', credibility: 3 },
  confirmedBecause: null,
  manner: 'direct',
  basis: 'on-record',
  note: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'To be checked.' }] }],
  },
  relations: [],
  carriedFrom: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
  ...changed,
});

export const sampleAnnotations = (
  id: ArticleId,
  passages: readonly Passage[] = [],
): Omit<AnnotationsFile, 'version'> => ({
  about: newAnnotation(id, at),
  passages: [...passages],
  tasks: [],
});

export const sampleArticle = (title: string, passages: readonly Passage[] = []): NewArticle => {
  const id = articleIdSchema.parse(newSampleId());
  const original = Buffer.from(`${title}\n`, 'utf8');
  const hash = sha256Schema.parse(createHash('sha256').update(title).digest('hex'));
  return {
    article: {
      id,
      importedAt: at,
      format: 'txt',
      originalName: 'report.txt',
      originalFile: 'original.txt',
      originalSha256: hash,
      originalEncoding: 'utf-8',
      textSha256: hash,
      words: title.split(' ').length,
      found: { title: { value: title, foundIn: 'heading' } },
      bibliography: { ...unknownBibliography, type: 'article-newspaper', title, language: 'en' },
      previousVersionId: null,
    },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: title }] }] },
    annotations: sampleAnnotations(id, passages),
    original,
  };
};

export const sampleMemo = (title: string): NewMemo => ({
  memo: {
    id: memoIdSchema.parse(newSampleId()),
    head: {
      title,
      referenceNumber: 'PM-2024-017',
      for: '',
      from: '',
      asOf: at,
      marking: { kind: 'tlp', label: 'TLP:AMBER' },
      restrictions: '',
      language: 'en',
      lexicon: 'icd203-likely',
    },
    template: 'bluf',
    state: 'draft',
    content: {
      type: 'doc',
      content: [
        {
          type: 'section',
          attrs: { role: 'bottom-line', heading: 'Bottom line' },
          content: [{ type: 'paragraph' }],
        },
      ],
    },
    printedTaskIds: [],
    statedReasons: [],
    kind: 'original',
    supersedesId: null,
    sending: null,
    isSample: false,
    createdAt: at,
    updatedAt: at,
  },
  tasks: [],
});

export const annotationsOf = (articleId: ArticleId): MutableFile => ({ kind: 'annotations', articleId });

export const addSource = (source: Source): RecordChange => ({
  type: 'record',
  file: { kind: 'sources' },
  collection: 'sources',
  recordId: source.id,
  before: null,
  after: source,
});
export const addTag = (tag: Tag): RecordChange => changeTag(null, tag);
export const changeTag = (before: Tag | null, after: Tag | null): RecordChange => ({
  type: 'record',
  file: { kind: 'tags' },
  collection: 'tags',
  recordId: (after ?? before)?.id ?? '',
  before,
  after,
});

export const changePassage = (
  articleId: ArticleId,
  before: Passage | null,
  after: Passage | null,
): RecordChange => ({
  type: 'record',
  file: annotationsOf(articleId),
  collection: 'passages',
  recordId: (after ?? before)?.id ?? '',
  before,
  after,
});
