import { z } from 'zod';
import { acceptedTextSchema } from '#domain/article/annotations.ts';
import { memoHeadSchema, memoTemplateSchema, paperSchema } from '#domain/memo/memo.ts';
import { memoFormatOf, memoFormats } from '#domain/memo/memo-format.ts';
import { labelSchema } from '#domain/passage/label.ts';
import { basisSchema, mannerSchema, relationTypes } from '#domain/passage/passage.ts';
import { parseSourcePath } from '#domain/source/parse-source-path.ts';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import { taskSchema } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { credibilitySchema } from '#domain/tradecraft/credibility.ts';
import { markingSchema } from '#domain/tradecraft/marking.ts';
import { reliabilitySchema } from '#domain/tradecraft/reliability.ts';
import { encodingOfLabel } from '../import/encoding/encoding-of-label.ts';
import { type Command, listables, type MemoEvidence } from './command.ts';
import { type CommandParser, exactly, needed, oneWord, several, text } from './command-parser.ts';
import { sentMemoParsers } from './sent-memo-parsers.ts';

const flag = { type: 'boolean' } as const;

/** A place in a tree, read by `parse`. */
const namePath = <Path>(parse: (typed: string) => Path | null, example: string) =>
  z.string().transform((typed, context): Path => {
    const path = parse(typed);
    if (path !== null) return path;
    context.addIssue({ code: 'custom', message: `is no name, nor a path such as ${example}` });
    return z.NEVER;
  });
const tagPath = namePath(parseTagPath, 'China/Dual use');
const sourcePath = namePath(parseSourcePath, 'Ministry / Office / Person');
const marking = z
  .string()
  .transform((value) =>
    value.startsWith('TLP:') ? { kind: 'tlp', label: value } : { kind: 'banner', text: value },
  )
  .pipe(markingSchema);

const encoding = z.string().transform((typed, context) => {
  const named = encodingOfLabel(typed);
  if (named !== null) return named;
  context.addIssue({
    code: 'custom',
    message: 'is no encoding that is known, such as windows-1251 or shift_jis',
  });
  return z.NEVER;
});

const oneOfListables = { error: `has to be one of ${listables.join(', ')}` };
const onlyNew = { error: 'has to be "new", "send", "update", "snapshots" or "diff"' };

const importParser: CommandParser = {
  options: { 'new-version-of': text, encoding: text },
  schema: z
    .strictObject({
      words: z.array(z.string().min(1)).min(1, { error: 'has to name a FILE' }),
      'new-version-of': needed.nullable().default(null),
      encoding: encoding.nullable().default(null),
    })
    .refine(({ words, 'new-version-of': previous }) => previous === null || words.length === 1, {
      error: 'goes with one FILE',
      path: ['new-version-of'],
    })
    .transform(({ words, 'new-version-of': newVersionOf, encoding }) => ({
      name: 'import',
      files: words,
      newVersionOf,
      encoding,
    })),
};

const articleParser: CommandParser = {
  options: { text: flag },
  schema: z
    .strictObject({ words: oneWord('ID'), text: z.boolean().default(false) })
    .transform(({ words: [id], text: hasText }) => ({ name: 'article', id, hasText })),
};

const annotateParser: CommandParser = {
  options: {
    quote: several,
    prefix: several,
    suffix: several,
    label: text,
    tag: several,
    source: text,
    reliability: text,
    credibility: text,
    because: text,
    manner: text,
    basis: text,
    note: text,
    task: text,
    due: text,
  },
  schema: z
    .strictObject({
      words: oneWord('ID'),
      quote: z.array(needed, { error: 'is needed' }),
      prefix: z.array(z.string()).default([]),
      suffix: z.array(z.string()).default([]),
      manner: mannerSchema.nullable().default(null),
      basis: basisSchema.nullable().default(null),
      label: labelSchema.default('claim'),
      tag: z.array(tagPath).default([]),
      source: sourcePath.nullable().default(null),
      reliability: reliabilitySchema.nullable().default(null),
      credibility: z
        .string()
        .regex(/^[1-6]$/)
        .transform(Number)
        .pipe(credibilitySchema)
        .nullable()
        .default(null),
      because: needed.nullable().default(null),
      note: z.string().nullable().default(null),
      task: taskSchema.shape.title.nullable().default(null),
      due: calendarDateSchema.nullable().default(null),
    })
    .refine(({ reliability, source }) => reliability === null || source !== null, {
      error: 'is the letter of a source: name it with --source',
      path: ['reliability'],
    })
    .refine(({ quote, prefix }) => prefix.length <= quote.length, {
      error: 'stands before a quote: there are more of them than of --quote',
      path: ['prefix'],
    })
    .refine(({ quote, suffix }) => suffix.length <= quote.length, {
      error: 'stands after a quote: there are more of them than of --quote',
      path: ['suffix'],
    })
    .refine(({ due, task }) => due === null || task !== null, {
      error: 'is the day of a task: name it with --task',
      path: ['due'],
    })
    .transform(({ words: [id], quote, prefix, suffix, tag: tags, task, due, ...rest }) => ({
      name: 'annotate',
      id,
      quotes: quote.map((exact, part) => ({
        exact,
        prefix: prefix[part] ?? '',
        suffix: suffix[part] ?? '',
      })),
      tags,
      task: task === null ? null : { title: task, due },
      ...rest,
    })),
};

const threeWords = { error: `has to be PASSAGE ${relationTypes.join('|')} PASSAGE` };
const relateParser: CommandParser = {
  options: { remove: flag },
  schema: z
    .strictObject({
      words: z.tuple([z.string().min(1), z.enum(relationTypes, threeWords), z.string().min(1)], threeWords),
      remove: z.boolean().default(false),
    })
    .transform(({ words: [passage, type, other], remove: isRemoved }) => ({
      name: 'relate',
      passage,
      type,
      other,
      isRemoved,
    })),
};

const restoreTextParser: CommandParser = {
  options: {},
  schema: z
    .strictObject({ words: oneWord('ID') })
    .transform(({ words: [id] }) => ({ name: 'restore-text', id })),
};

const acceptTextParser: CommandParser = {
  options: { because: text },
  schema: z
    .strictObject({ words: oneWord('ID'), because: needed.pipe(acceptedTextSchema.shape.reason) })
    .transform(({ words: [id], because }) => ({ name: 'accept-text', id, because })),
};

const needsParser: CommandParser = {
  options: {},
  schema: z
    .strictObject({ words: z.array(z.string()).max(0, { error: 'has to be nothing' }) })
    .transform(() => ({ name: 'needs' })),
};

const listParser: CommandParser = {
  options: {},
  schema: z
    .strictObject({
      words: exactly(z.enum(listables, oneOfListables), oneOfListables),
    })
    .transform(({ words: [what] }) => ({ name: 'list', what })),
};

const evidenceOf = ({
  article,
  tag,
  passages,
}: {
  article?: string | undefined;
  tag?: readonly string[] | undefined;
  passages?: string | undefined;
}): readonly MemoEvidence[] => [
  ...(article === undefined ? [] : [{ kind: 'article', id: article } as const]),
  ...(tag === undefined ? [] : [{ kind: 'tag', path: tag } as const]),
  ...(passages === undefined ? [] : [{ kind: 'passages', ids: passages.split(',') } as const]),
];

const memoParser: CommandParser = {
  options: { title: text, template: text, marking: text, article: text, tag: text, passages: text },
  schema: z
    .strictObject({
      words: exactly(z.literal('new', onlyNew), onlyNew),
      title: needed.pipe(memoHeadSchema.shape.title),
      template: memoTemplateSchema.default('bluf'),
      marking: marking.nullable().default(null),
      article: needed.optional(),
      tag: tagPath.optional(),
      passages: needed.optional(),
    })
    .transform(({ title, template, marking: chosen, ...evidence }, context): Command => {
      const [from, ...others] = evidenceOf(evidence);
      if (from !== undefined && others.length === 0)
        return { name: 'memo new', title, template, marking: chosen, from };
      context.addIssue({ code: 'custom', message: 'needs one of --article, --tag, --passages' });
      return z.NEVER;
    }),
};

const lintParser: CommandParser = {
  options: {},
  schema: z.strictObject({ words: oneWord('MEMO') }).transform(({ words: [id] }) => ({ name: 'lint', id })),
};

/** The ending of the file says the format. */
const exportedFile = needed.transform((to, context) => {
  const format = memoFormatOf(to);
  if (format !== null) return { to, format };
  const endings = memoFormats.map((each) => `.${each}`).join(', ');
  context.addIssue({ code: 'custom', message: `has to end in one of ${endings}` });
  return z.NEVER;
});

const exportParser: CommandParser = {
  options: { to: text, paper: text, hashes: flag, 'allow-missing-glyphs': flag },
  schema: z
    .strictObject({
      words: oneWord('MEMO'),
      to: exportedFile,
      paper: paperSchema.default('a4'),
      hashes: z.boolean().default(false),
      'allow-missing-glyphs': z.boolean().default(false),
    })
    .transform(({ words: [id], to, paper, hashes, 'allow-missing-glyphs': allowsMissingGlyphs }) => ({
      name: 'export',
      id,
      ...to,
      paper,
      hasHashes: hashes,
      allowsMissingGlyphs,
    })),
};

/** The parser of each command, by its first word, or by its first two. */
export const commandParsers: Readonly<Record<string, CommandParser>> = {
  import: importParser,
  article: articleParser,
  annotate: annotateParser,
  'restore-text': restoreTextParser,
  'accept-text': acceptTextParser,
  relate: relateParser,
  needs: needsParser,
  list: listParser,
  memo: memoParser,
  ...sentMemoParsers,
  lint: lintParser,
  export: exportParser,
};
