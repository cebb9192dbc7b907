/**
 * The answers of commands that work on whole archives: exchange with other tools, other coders, merges, encryption,
 * backups.
 */
import { z } from 'zod';

export const text = z.string();
export const count = z.int().min(0);
export const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();
export const id = z.uuid();
export const texts = z.array(text);
export const failure = z.object({ code: text, message: text });
const kept = z.array(z.object({ file: text, as: text }));

/** The outcome for the files of an archive whose encryption changed. */
const converted = {
  archiveId: id,
  converted: count,
  unopened: texts,
  unproven: texts,
  foreign: texts,
};

const backup = z.object({
  id: text,
  takenAt: text,
  files: count,
  bytes: count,
  leftOutCount: count,
  leftOut: z.array(z.object({ path: text, why: text })),
});

/** The outcome for a file that is the translation of an article. */
export const declaredTranslation = z.object({
  translationId: id,
  isPaired: z.boolean(),
  originalParagraphs: count,
  translatedParagraphs: count,
});

export const exchangeAnswers = {
  translations: z.array(
    z.object({
      id,
      language: text,
      maker: z.object({ kind: text, name: text, version: text }),
      paragraphs: count,
      passages: count,
      /** The number of translated parts whose original has changed since. */
      outOfDate: count,
      /** The article that is this translation. */
      fromArticleId: orNull(id),
      /** With --text. */
      text: texts.optional(),
    }),
  ),
  'import-from': z.object({
    tool: text,
    files: texts,
    articles: z.array(
      z.object({
        title: orNull(text),
        url: orNull(text),
        becomes: z.enum(['article', 'excerpts', 'new-version', 'known', 'nothing']),
        knownId: orNull(id),
        matchedBy: orNull(text),
        passages: count,
        passagesHere: count,
        notPlaced: z.array(z.object({ quote: text, why: text })),
        fills: texts,
        tags: count,
        hasNote: z.boolean(),
        error: orNull(failure),
      }),
    ),
    tags: z.array(z.object({ path: text, becomes: text, takes: texts, keeps: texts })),
    sources: z.array(
      z.object({
        path: text,
        becomes: text,
        kind: orNull(text),
        reliability: orNull(text),
        knownAs: orNull(text),
        takes: texts,
        keeps: texts,
        refused: z.array(z.object({ why: text, said: text })),
        message: text,
      }),
    ),
    tasks: z.array(
      z.object({
        uid: text,
        title: text,
        becomes: text,
        isOffered: z.boolean(),
        takes: z.object({
          title: text.optional(),
          state: text.optional(),
          due: orNull(text).optional(),
          kind: text.optional(),
          owner: orNull(text).optional(),
        }),
        task: z.object({
          state: text,
          due: orNull(text),
          kind: text,
          owner: orNull(text),
          repeat: z.unknown(),
        }),
        keeps: texts,
        extras: texts,
        refusal: orNull(text),
        message: text,
      }),
    ),
    leftOut: z.array(z.object({ kind: text, count, message: text })),
    /** Absent under --preview. */
    made: z
      .object({
        articleIds: z.array(id),
        known: count,
        passages: count,
        tags: count,
        tagsChanged: count,
        sources: count,
        sourcesChanged: count,
        tasks: count,
        tasksChanged: count,
      })
      .optional(),
  }),
  'export-to': z.object({
    folder: text,
    written: count,
    unchanged: count,
    removed: count,
    kept: texts,
    cannotCarry: orNull(text),
  }),
  'compare-coder': z.object({
    title: text,
    counts: z.object({
      both: count,
      mine: count,
      theirs: count,
      none: count,
      unreadable: count,
      elsewhere: count,
      lost: count,
      regions: count,
    }),
    tables: z.array(
      z.object({
        unit: z.enum(['paragraph', 'article', 'segment']),
        count,
        rows: z.array(
          z.object({
            tag: text,
            both: count,
            onlyMine: count,
            onlyTheirs: count,
            /** Null for segments: those that neither coder has coded can't be counted. */
            neither: orNull(count),
            agreement: orNull(z.number()),
            kappa: orNull(z.number()),
            alpha: orNull(z.number()),
          }),
        ),
      }),
    ),
    differences: z.array(
      z.object({
        key: text,
        articleId: id,
        title: orNull(text),
        quote: orNull(text),
        mineId: orNull(id),
        theirsId: orNull(id),
        shared: texts,
        onlyMine: texts,
        onlyTheirs: texts,
      }),
    ),
  }),
  backup: backup.extend({ folder: text, copied: count, damaged: count }),
  backups: z.array(backup.extend({ host: text, folder: text, isEncrypted: z.boolean() })),
  'encrypt-backups': z.object({ folder: text, backup: text, removed: count, hasUnreadable: z.boolean() }),
  restore: z.object({ folder: text, files: count, bytes: count, damaged: texts }),
  'export-archive': z.object({ file: text, files: count, bytes: count }),
  'unpack-archive': z.object({ folder: text, files: count, bytes: count }),
  merge: z.object({
    base: orNull(text),
    ours: text,
    theirs: text,
    files: count,
    written: count,
    conflicts: z.array(
      z.object({
        file: text,
        what: text,
        id: orNull(text),
        field: orNull(text),
        /** The values of each side: JSON as stored in the file. */
        base: z.unknown().optional(),
        ours: z.unknown().optional(),
        theirs: z.unknown().optional(),
        kept: z.enum(['theirs', 'base']).optional(),
        oursBy: text.optional(),
        theirsBy: text.optional(),
        unreadable: z.array(z.enum(['ours', 'theirs'])).optional(),
      }),
    ),
    setAside: kept,
    left: texts,
  }),
  encrypt: z.object({ encrypted: z.literal(true), ...converted }),
  decrypt: z.object({ encrypted: z.literal(false), ...converted }),
  passphrase: z.object({ changed: z.literal(true) }),
} satisfies Readonly<Record<string, z.ZodType>>;
