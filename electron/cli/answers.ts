/**
 * What each command answers under --json, for scripts to rely on: published in docs/schemas/answers, and every answer in
 * the tests of the command line is held against it. Fields may be added; one that is here does not go, and does not
 * change what it means.
 */
import { z } from 'zod';
import { count, exchangeAnswers, failure, id, orNull, text, texts } from './exchange-answers.ts';

const range = z.object({ start: count, end: count });

const duplicate = z.object({
  id,
  title: orNull(text),
  publisher: orNull(text),
  publishedAt: orNull(text),
  isSameText: z.boolean(),
  likeness: z.number(),
  differences: z.unknown(),
});

const facts = {
  title: orNull(text),
  byline: orNull(text),
  publisher: orNull(text),
  publishedAt: orNull(text),
  url: orNull(text),
  language: orNull(text),
  words: orNull(count),
  sha256: orNull(text),
};

const namedSource = orNull(z.object({ id, name: text, reliability: orNull(text) }));
const grade = { grade: orNull(text), reliability: orNull(text), credibility: orNull(z.int()) };
const task = z.object({
  id,
  title: text,
  kind: text,
  state: text,
  due: orNull(text),
  owner: orNull(text),
});

const listed = {
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
    publication: z.unknown(),
    tags: texts,
    eventDates: z.array(z.unknown()),
    missingFields: texts,
    textState: text,
    fault: orNull(failure),
  }),
  'list passages': z.object({
    id,
    articleId: id,
    articleTitle: orNull(text),
    quote: text,
    label: text,
    tags: texts,
    source: z.unknown(),
    publication: z.unknown(),
    origin: z.unknown(),
    origins: z.array(z.unknown()),
    textId: z.unknown(),
    ...grade,
    manner: orNull(text),
    basis: orNull(text),
    state: text,
    carriedFrom: z.unknown(),
    note: orNull(text),
    paragraph: orNull(z.int()),
    page: z.unknown(),
    relations: z.array(z.object({ type: text, direction: text, words: text, articleId: id, passageId: id })),
    openTasks: count,
    citedIn: z.array(z.unknown()),
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
  'list tasks': task.extend({ on: z.unknown(), onTitle: orNull(text), quote: orNull(text) }),
  'list memos': z.object({
    id,
    title: text,
    referenceNumber: text,
    for: z.unknown(),
    marking: orNull(text),
    asOf: text,
    state: text,
    citations: count,
    changedEvidence: count,
    updatedAt: text,
  }),
};

const listsOf = Object.fromEntries(Object.entries(listed).map(([name, record]) => [name, z.array(record)]));

/** A side of what is compared; null where it has none. */
const words = orNull(z.array(z.object({ text, isShared: z.boolean() })));
const judgement = orNull(
  z.object({ number: count, statement: text, likelihood: orNull(text), confidence: orNull(text) }),
);

/** Of each command by its name; a command that is missing here does not compile. */
const answersOf = {
  ...exchangeAnswers,
  new: z.object({ id, title: text, folder: text, encrypted: z.boolean() }),
  import: z.array(
    z.object({
      file: text,
      status: z.enum(['imported', 'duplicate', 'skipped', 'failed']),
      id: orNull(id),
      leftOut: orNull(count),
      hiddenWords: orNull(count),
      remarks: z.array(z.looseObject({ kind: text })),
      encoding: orNull(text),
      unreadable: orNull(count),
      nearPublications: texts,
      scanned: z.unknown(),
      duplicates: z.array(duplicate),
      ...facts,
      error: failure.optional(),
    }),
  ),
  article: z.object({
    id,
    ...facts,
    importedAt: text,
    format: text,
    originalName: orNull(text),
    originalSha256: orNull(text),
    textState: z.enum(['intact', 'altered', 'accepted']),
    importedSha256: text,
    acceptedBecause: orNull(text),
    state: text,
    marking: orNull(text),
    publication: namedSource,
    tags: texts,
    eventDates: z.array(z.unknown()),
    note: orNull(text),
    tasks: z.array(task),
    passages: z.array(
      z.object({
        id,
        start: count,
        end: count,
        ranges: z.array(range),
        quote: text,
        printed: text,
        struck: texts,
        label: text,
        tags: texts,
        source: namedSource,
        ...grade,
        note: orNull(text),
        tasks: z.array(task),
        createdAt: text,
        by: orNull(text),
      }),
    ),
    duplicates: z.array(duplicate),
    text: text.optional(),
  }),
  annotate: z.object({
    passageId: id,
    start: count,
    end: count,
    selectors: z.array(range).optional(),
    near: z.array(z.object({ kind: text, name: text, others: texts })).optional(),
  }),
  'restore-text': z.object({ id, textState: text }),
  'accept-text': z.object({ id, textState: text }),
  relate: z.object({
    passageId: id,
    type: text,
    otherId: id,
    isRelated: z.boolean(),
    hasSameOrigin: z.boolean(),
  }),
  needs: z.array(
    z.object({
      kind: text,
      articleId: orNull(id),
      memoId: orNull(id),
      title: orNull(text),
      passage: z.unknown(),
      candidates: z.array(
        z.object({ score: z.number(), quote: text, paragraph: orNull(z.int()), selectors: z.array(range) }),
      ),
      missingFields: orNull(texts),
      file: orNull(text),
    }),
  ),
  search: z.object({
    count,
    groups: z.array(
      z.object({
        kind: text,
        count,
        hits: z.array(
          z.object({
            id: orNull(text),
            articleId: orNull(id),
            passageId: orNull(id),
            memoId: orNull(id),
            title: orNull(text),
            paragraph: orNull(z.int()),
            text,
            marks: z.array(z.unknown()),
            label: orNull(text),
            grade: orNull(text),
            publisher: orNull(text),
            publishedAt: orNull(text),
          }),
        ),
      }),
    ),
    spelling: orNull(text),
  }),
  rebuild: z.object({ units: count }),
  check: z.object({
    files: count,
    findings: z.array(z.object({ file: text, code: text, says: text, isRepairable: z.boolean() })),
    unusedPictures: texts,
    repaired: z.array(z.object({ file: text, keptAs: text })),
    putAway: z.array(z.object({ file: text, keptAs: text })),
  }),
  stats: z.record(text, count),
  'memo new': z.looseObject({ memoId: id }),
  'memo sources': z.object({ paragraphs: texts, isInserted: z.boolean() }),
  'memo send': z.looseObject({ memoId: id, referenceNumber: text, state: text }),
  'memo update': z.looseObject({ memoId: id }),
  'memo snapshots': z.array(
    z.looseObject({ id, takenAt: text, cause: orNull(text), exported: z.unknown(), by: orNull(text) }),
  ),
  'memo diff': z.object({
    judgements: z.array(z.object({ id: text, old: judgement, fresh: judgement, isChanged: z.boolean() })),
    blocks: z.array(z.looseObject({ section: orNull(text), old: words, fresh: words })),
    sameBlocks: count,
  }),
  lint: z.object({
    findings: z.array(
      z.object({
        rule: text,
        level: z.enum(['error', 'warning', 'hint']),
        message: text,
        place: z.unknown(),
        intended: orNull(text),
      }),
    ),
  }),
  verify: z.object({
    fileName: text,
    memoId: id,
    memo: orNull(z.object({ referenceNumber: text, state: text })),
    snapshotId: id,
    file: z.enum(['as-exported', 'changed', 'unknown']),
    quotes: z.array(z.object({ articleId: id, passageId: id, state: text, later: z.unknown() })),
    ok: z.boolean(),
  }),
  export: z.object({ file: text, format: text, pages: orNull(count), bytes: count, cannotCarry: texts }),
  'export-passages': z.object({ file: text, passages: count, bytes: count }),
  help: z.object({ command: orNull(text), help: text }),
  completion: z.object({ shell: text, script: text }),
  man: z.object({ page: text }),
} satisfies Readonly<Record<string, z.ZodType>>;

/** `list` answers by what it lists. */
export type CommandName = keyof typeof answersOf | 'list';

/** Of each command by its name, and by what it lists. */
export const answers: Readonly<Record<string, z.ZodType>> = { ...listsOf, ...answersOf };

/** Of a failure of any command, whatever it was asked. */
export const failedAnswer = z.object({ error: z.object({ code: text, message: text }) });
