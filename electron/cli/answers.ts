/**
 * The JSON that each command answers under --json, for scripts to rely on: published in docs/schemas/answers. A command
 * whose answer has another shape, or a field that is not listed here, does not compile (see `AnswerTo`), and tests
 * compare real answers of every command with these schemas. Fields may be added; an existing one is neither removed nor
 * given another meaning.
 */
import { z } from 'zod';
import {
  count,
  declaredTranslation,
  exchangeAnswers,
  failure,
  id,
  orNull,
  text,
  texts,
} from './exchange-answers.ts';
import { eventDate, grade, listed, saying, sourceRef, task } from './list-answers.ts';
import { memoAnswers } from './memo-answers.ts';

const range = z.object({ start: count, end: count });
const duplicate = z.object({
  id,
  title: orNull(text),
  publisher: orNull(text),
  publishedAt: orNull(text),
  isSameText: z.boolean(),
  likeness: z.number(),
  differences: orNull(
    z.object({
      removedWords: count,
      addedWords: count,
      differences: z.array(z.object({ before: text, removed: text, added: text, after: text })),
      count,
    }),
  ),
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

/** The likely encodings of a text, if its encoding is not certain. */
const importFailure = failure.extend({ likely: texts.optional() });

/** A property of an article that its text does not show: the kind of remark, and the values of that kind. */
const remark = z.object({
  kind: text,
  count: count.optional(),
  insertions: count.optional(),
  deletions: count.optional(),
  names: texts.optional(),
  pages: z.array(z.int()).optional(),
  what: text.optional(),
  read: count.optional(),
  of: count.optional(),
  percent: count.optional(),
  named: text.optional(),
  is: text.optional(),
});

/** What is said of names that were given: similar ones exist, or it was new. */
const saidOfNames = {
  near: z.array(z.object({ kind: text, name: text, others: texts })).optional(),
  created: z.array(z.object({ kind: text, name: text })).optional(),
};

const listsOf = Object.fromEntries(Object.entries(listed).map(([name, record]) => [name, z.array(record)]));

/** The answer of each command by its name; a missing command does not compile. */
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
      remarks: z.array(remark),
      encoding: orNull(text),
      unreadable: orNull(count),
      nearPublications: texts,
      scanned: orNull(z.object({ read: count, unread: z.array(z.object({ page: z.int(), why: text })) })),
      duplicates: z.array(duplicate),
      ...facts,
      error: importFailure.optional(),
      /** With --translation-of. */
      translation: orNull(declaredTranslation).optional(),
      /** With --as-version-of or --as-new-versions: how many passages were carried over, and how. */
      carried: orNull(
        z.object({
          unchanged: count,
          nextToChange: count,
          moved: count,
          changed: count,
          ambiguous: count,
          orphaned: count,
        }),
      ).optional(),
      /** With --as-new-versions. */
      versionOf: orNull(id).optional(),
      matchedBy: orNull(text).optional(),
      toReview: orNull(count).optional(),
      undecided: orNull(text).optional(),
      candidates: z.array(id).optional(),
      /** With --attachments. */
      attachments: z
        .array(z.object({ name: text, status: text, id: orNull(id), error: orNull(importFailure) }))
        .optional(),
      /** Present with --marks. */
      marks: z
        .object({
          passages: count,
          here: count,
          regions: count,
          inNote: count,
          completed: count,
          near: count,
          /** For a page that was saved from the browser. */
          selections: z.object({ passages: count, here: count, toReview: count }).optional(),
        })
        .optional(),
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
    publication: orNull(sourceRef),
    tags: texts,
    eventDates: z.array(eventDate),
    note: orNull(text),
    tasks: z.array(task),
    passages: z.array(
      z.object({
        id,
        start: count,
        end: count,
        ranges: z.array(range),
        quote: text,
        region: orNull(text),
        printed: text,
        struck: texts,
        label: text,
        tags: texts,
        source: orNull(sourceRef),
        concerned: z.array(sourceRef),
        ...grade,
        ...saying,
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
    ...saidOfNames,
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
  /** The date in EDTF, and in words. */
  'event add': z.object({ id, date: text, when: text, ...saidOfNames }),
  needs: z.array(
    z.object({
      kind: text,
      articleId: orNull(id),
      memoId: orNull(id),
      title: orNull(text),
      passage: orNull(
        z.object({
          id,
          label: text,
          quote: text,
          printed: text,
          carriedFrom: z.object({ articleId: id, passageId: id, copy: orNull(count) }),
        }),
      ),
      /** What is different in the sentence of the passage, beside it, and in notes on its article. */
      around: z.array(z.object({ kind: text, was: orNull(text), is: orNull(text) })),
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
            marks: z.array(range),
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
  /** With --take-back: what was undone. */
  check: z.union([
    z.object({
      files: count,
      findings: z.array(z.object({ file: text, code: text, says: text, isRepairable: z.boolean() })),
      unusedPictures: texts,
      /** What a repair would do. */
      plan: z.object({
        restores: texts,
        /** Lost records that are made again; a placeholder has only its id and a name that says so. */
        recovers: z.array(
          z.object({ file: text, kind: text, id: text, name: text, isPlaceholder: z.boolean() }),
        ),
        pictures: texts,
      }),
      repaired: z.array(z.object({ file: text, keptAs: orNull(text) })),
      putAway: z.array(z.object({ file: text, keptAs: orNull(text) })),
      /** The folder of the trash that holds the repaired and removed files; null if there are none. */
      keptIn: orNull(text),
    }),
    z.object({ repairedAt: text, back: texts, left: texts }),
  ]),
  stats: z.object({
    files: count,
    articles: count,
    words: count,
    passages: count,
    deletedPassages: count,
    tags: count,
    sources: count,
    tasks: count,
    openTasks: count,
    memos: count,
    sentMemos: count,
    snapshots: count,
    forms: count,
    boards: count,
    conflicts: count,
    trashedArticles: count,
    trashedMemos: count,
  }),
  ...memoAnswers,
  verify: z.object({
    fileName: text,
    memoId: orNull(id),
    memo: orNull(z.object({ referenceNumber: text, state: text })),
    snapshotId: orNull(id),
    file: z.enum(['as-exported', 'changed', 'unknown']),
    quotes: z.array(
      z.object({
        articleId: orNull(id),
        passageId: orNull(id),
        state: text,
        later: orNull(z.object({ standing: text, version: count, newestVersion: count, supersededAt: text })),
      }),
    ),
    words: orNull(z.object({ quotes: z.array(z.object({ passageId: id, words: text })), texts })),
    chain: z.enum(['whole', 'broken', 'none']),
    changedMemos: texts,
    sentSha256: orNull(text),
    ok: z.boolean(),
  }),
  export: z.object({
    file: text,
    format: text,
    pages: orNull(count),
    bytes: count,
    cannotCarry: texts,
    ownStyles: texts,
  }),
  'export-board': z.object({ file: text, rows: count, bytes: count }),
  'export-events': z.object({ file: text, events: count, leftOut: count, bytes: count }),
  'export-passages': z.object({ file: text, passages: count, bytes: count }),
  'export-names': z.object({
    file: text,
    names: count,
    referredTo: count,
    passages: count,
    events: count,
    marking: orNull(text),
    bytes: count,
  }),
  'export-marked': z.object({
    file: text,
    passages: count,
    leftOut: z.array(
      z.object({ words: text, why: z.enum(['not-in-text', 'not-on-page', 'picture-not-on-page']) }),
    ),
    near: texts,
    isSigned: z.boolean(),
    bytes: count,
  }),
  help: z.object({ command: orNull(text), help: text }),
  completion: z.object({ shell: text, script: text }),
  man: z.object({ page: text }),
} satisfies Readonly<Record<string, z.ZodType>>;

/** The answer of `list` depends on what it lists. */
export type CommandName = keyof typeof answersOf | 'list';

/** The answers by the name of the command, and for `list` by what it lists. */
export const answers: Readonly<Record<string, z.ZodType>> = { ...listsOf, ...answersOf };

/** The answer of any command that failed. */
export const failedAnswer = z.object({ error: failure });

/** A value of that schema in its read-only form. */
type Told<T> = T extends readonly (infer Each)[]
  ? readonly Told<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]: Told<T[Key]> }
    : T;
type AnswersOf = typeof answersOf & {
  readonly [Name in keyof typeof listed]: z.ZodArray<(typeof listed)[Name]>;
};

/** The answer of a command by its name, and of `list` by what it lists. */
export type AnswerTo<Name extends keyof AnswersOf> = Told<z.output<AnswersOf[Name]>>;
/** The answer of a command by its name; that of `list` is its records, one by one. */
export type AnswerOf<Name extends CommandName> = Name extends keyof typeof answersOf ? AnswerTo<Name> : null;
