import { z } from 'zod';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { articleOpen } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { passageAdd } from '#domain/contract/passage.ts';
import { sourceEnsure, sourceSetReliability } from '#domain/contract/source.ts';
import { tagEnsure } from '#domain/contract/tag.ts';
import {
  newPassageIdSchema,
  newSourceIdSchema,
  newTagIdSchema,
  newTaskIdSchema,
  type SourceId,
  type TagId,
} from '#domain/ids.ts';
import { findQuote } from '#domain/passage/anchor/find-quote.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { basisSchema, mannerSchema } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import type { SourcePath } from '#domain/source/parse-source-path.ts';
import { parseSourcePath } from '#domain/source/parse-source-path.ts';
import { isPlaceName, proposeKind } from '#domain/source/propose-kind.ts';
import { type Source, type SourceKind, sourceKindNames } from '#domain/source/source.ts';
import { taskSchema } from '#domain/task/task.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { credibilitySchema } from '#domain/tradecraft/credibility.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';
import type { Reliability } from '#domain/tradecraft/reliability.ts';
import { reliabilitySchema } from '#domain/tradecraft/reliability.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { choice, needed, several, value } from '../../arguments/options.ts';
import { filled, oneWord, readBy, tagPath } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId, findLabel } from '../find-id.ts';

const sourcePath = readBy(parseSourcePath, 'is neither a name nor a path such as Ministry / Office / Person');

const schema = z
  .strictObject({
    words: oneWord('ID'),
    quote: z.array(filled, { error: 'is needed' }),
    prefix: z.array(z.string()).default([]),
    suffix: z.array(z.string()).default([]),
    manner: mannerSchema.nullable().default(null),
    basis: basisSchema.nullable().default(null),
    label: filled.default('claim'),
    tag: z.array(tagPath).default([]),
    source: sourcePath.nullable().default(null),
    concerned: z.array(sourcePath).default([]),
    reliability: reliabilitySchema.nullable().default(null),
    credibility: z
      .string()
      .regex(/^[1-6]$/, { error: 'must be 1 to 6' })
      .transform(Number)
      .pipe(credibilitySchema)
      .nullable()
      .default(null),
    because: filled.nullable().default(null),
    note: z.string().nullable().default(null),
    task: taskSchema.shape.title.nullable().default(null),
    due: calendarDateSchema.nullable().default(null),
  })
  .refine(({ reliability, source }) => reliability === null || source !== null, {
    error: 'is the letter of a source: name it with --source',
    path: ['reliability'],
  })
  .refine(({ quote, prefix }) => prefix.length <= quote.length, {
    error: 'belongs to a quote: there are more of them than of --quote',
    path: ['prefix'],
  })
  .refine(({ quote, suffix }) => suffix.length <= quote.length, {
    error: 'belongs to a quote: there are more of them than of --quote',
    path: ['suffix'],
  })
  .refine(({ due, task }) => due === null || task !== null, {
    error: 'is the day of a task: name it with --task',
    path: ['due'],
  })
  .transform(({ words: [id], quote, prefix, suffix, tag: tags, task, due, ...rest }) => ({
    id,
    quotes: quote.map((exact, part) => ({
      exact,
      prefix: prefix[part] ?? '',
      suffix: suffix[part] ?? '',
    })),
    tags,
    task: task === null ? null : { title: task, due },
    ...rest,
  }));

type AnnotateInput = z.output<typeof schema>;

/**
 * Makes a passage from a quote, or from the parts of an interrupted one. The quote is located before anything is
 * written, so that a missing quote leaves no new tag or source behind.
 */
async function annotateArticle(context: CommandContext, command: AnnotateInput) {
  const articleId = await findId(context, 'article', command.id);
  if (!articleId.ok) return articleId;
  const opened = await context.call(articleOpen, { articleId: articleId.value });
  if (!opened.ok) return opened;
  const ranges = findQuotes(canonicalText(opened.value.body), command.quotes);
  if (!ranges.ok) return ranges;

  const label = await findLabel(context, command.label);
  if (!label.ok) return label;
  const named = await ensureNamed(context, command);
  if (!named.ok) return named;
  const { tagIds, source, concernedIds } = named.value;
  const added = await context.call(passageAdd, {
    articleId: articleId.value,
    passageId: newPassageIdSchema.parse(context.newId()),
    ranges: [...ranges.value],
    label: label.value,
    tagIds: [...tagIds],
    sourceId: source?.id ?? null,
    concernedIds: [...concernedIds],
    grade: gradeOf(command, source),
    confirmedBecause: command.because,
    manner: command.manner,
    basis: command.basis,
    note: command.note === null ? null : richTextFromPlain(command.note),
    tasks:
      command.task === null
        ? []
        : [{ ...command.task, id: newTaskIdSchema.parse(context.newId()), kind: 'other', owner: null }],
  });
  if (!added.ok) return added;
  return answerOf(added.value, named.value);
}

type EnsuredNames = {
  readonly tagIds: readonly TagId[];
  readonly source: Source | null;
  readonly concernedIds: readonly SourceId[];
} & SaidOfNames;

/** The named tags and sources; those that are missing are created. */
async function ensureNamed(
  context: CommandContext,
  command: AnnotateInput,
): Promise<Result<EnsuredNames, AppError>> {
  const tags = await ensureTags(context, command.tags);
  if (!tags.ok) return tags;
  const source = await ensureSource(context, command);
  if (!source.ok) return source;
  const concerned = await ensureConcerned(context, command.concerned);
  if (!concerned.ok) return concerned;
  const near = [tags, source, concerned].flatMap(({ value }) => value.near);
  const [tagIds, concernedIds] = [tags.value.ids, concerned.value.ids];
  const { created } = concerned.value;
  return ok({ tagIds, source: source.value.source, concernedIds, near, created });
}

/** The position of the first part; for an interrupted quotation the positions of all parts. */
function answerOf(passage: Passage, names: SaidOfNames) {
  const selectors = passage.selectors.map(({ position }) => position);
  const [first] = selectors;
  if (first === undefined) throw new Error('A passage has no selector.');
  const { start, end } = first;
  return answer(
    {
      passageId: passage.id,
      start,
      end,
      ...(selectors.length > 1 && { selectors }),
      ...namesInAnswer(names),
    },
    [passage.id, ...selectors.map((each) => `${each.start}–${each.end}`)].join('  '),
    sayNames(names),
  );
}

function findQuotes(text: string, quotes: AnnotateInput['quotes']): Result<readonly TextRange[], AppError> {
  const ranges: TextRange[] = [];
  for (const quote of quotes) {
    const range = findQuote(text, quote);
    if (!range.ok) return range;
    ranges.push(range.value);
  }
  return ok(ranges);
}

/** A passage is graded when a letter or a digit was given; the other axis is then taken from the source. */
function gradeOf({ reliability, credibility }: AnnotateInput, source: Source | null): Grade {
  const isGraded = reliability !== null || credibility !== null;
  return { reliability: isGraded ? (source?.reliability ?? null) : null, credibility };
}

export const annotateCommand = defineCommand(
  {
    name: 'annotate',
    summary: 'Creates a passage from a quotation',
    example: 'annotate 0190a2c0 --quote "24 ships a day" --label data --tag Canal/Transits',
    operands: 'ID',
    options: {
      quote: needed(several(value('TEXT', 'words of the article; repeat for a part after an omission'))),
      prefix: several(value('P', 'words right before the quotation')),
      suffix: several(value('S', 'words right after it')),
      label: value('NAME', 'the label of the passage; by default claim'),
      tag: several(value('A/B', 'a tag by its path; repeat for each')),
      source: value('NAME', 'the speaker, or a path such as Ministry/Office/Person'),
      concerned: several(value('NAME', 'a person, body or place that the passage is about; repeat for each')),
      reliability: value('A-F', 'the reliability of the source'),
      credibility: value('1-6', 'the credibility of the passage'),
      because: value('TEXT', 'the reason for credibility 1 without a supporting passage'),
      manner: choice(mannerSchema.options, 'the manner of attribution'),
      basis: choice(basisSchema.options, 'the basis of attribution'),
      note: value('TEXT', 'your own note'),
      task: value('TITLE', 'adds a task'),
      due: value('YYYY-MM-DD', 'the day of the task'),
    },
    says: 'Creates a passage from a quotation. Repeat --quote for the parts of an interrupted quotation. If the words occur more than once, --prefix and --suffix name the words around them. A new source is added as a person; "Ministry/Office/Person" puts the person below them, so that two speakers of one ministry have one origin. Write a slash in a name as "\\/", in tags too. Names are taken as written; you are told of one that differs only in case or accents. A new name in --concerned is added as the kind that its words suggest, and you are told of it.',
    readsOneArticle: true,
  },
  schema,
  annotateArticle,
);

/** A tag or source that was created although similar ones exist which may be meant. */
type NearName = {
  readonly kind: 'tag' | 'source';
  readonly name: string;
  readonly others: readonly string[];
};

/** The notice about it for a person at the terminal. */
const sayNear = ({ kind, name, others }: NearName): string =>
  `the ${kind} ${name} was created. There is also ${others.join(', ')}, which is spelt differently and was not used.`;

/** A name in --concerned that was not in the register. */
type CreatedName = { readonly kind: SourceKind; readonly name: string };

const sayCreated = ({ kind, name }: CreatedName): string =>
  `${name} was not in Sources and was added: ${sourceKindNames[kind].toLowerCase()}. If it was misspelt, undo it in the app, or merge it there.`;

/** What a command says of the names that it was given. */
type SaidOfNames = { readonly near: readonly NearName[]; readonly created: readonly CreatedName[] };

export const namesInAnswer = ({ near, created }: SaidOfNames) => ({
  ...(near.length > 0 && { near }),
  ...(created.length > 0 && { created }),
});

/** A name that is near to another is said once. */
export const sayNames = ({ near, created }: SaidOfNames): readonly string[] => {
  const said = new Set(near.map(({ name }) => name));
  return [...near.map(sayNear), ...created.filter(({ name }) => !said.has(name)).map(sayCreated)];
};

const nearName = (kind: NearName['kind'], name: string, others: readonly string[]): readonly NearName[] =>
  others.length === 0 ? [] : [{ kind, name, others }];

type EnsuredTags = { readonly ids: readonly TagId[]; readonly near: readonly NearName[] };

/** The tags with those paths; missing ones are created. */
async function ensureTags(
  { call, newId }: CommandContext,
  paths: readonly (readonly string[])[],
): Promise<Result<EnsuredTags, AppError>> {
  const ids: TagId[] = [];
  const near: NearName[] = [];
  for (const path of paths) {
    const tag = await call(tagEnsure, { tagId: newTagIdSchema.parse(newId()), path: [...path] });
    if (!tag.ok) return tag;
    ids.push(tag.value.id);
    near.push(...nearName('tag', printNamePath(path, '/'), tag.value.near));
  }
  return ok({ ids: [...new Set(ids)], near });
}

type EnsuredSpeaker = {
  readonly source: Source | null;
  readonly near: readonly NearName[];
  readonly isNew: boolean;
};

type AskedSource = {
  readonly source: SourcePath | null;
  readonly reliability: Reliability | null;
  /** Of one that does not exist yet. */
  readonly kind?: SourceKind;
};

/**
 * The speaker, with the letter that was given. A speaker who does not exist yet is created as a person: an organisation
 * would count as a separate origin, and so seem to confirm what it may only repeat.
 */
async function ensureSource(
  { call, newId }: CommandContext,
  { source: path, reliability, kind = 'person' }: AskedSource,
): Promise<Result<EnsuredSpeaker, AppError>> {
  if (path === null) return ok({ source: null, near: [], isNew: false });
  const above = path.above.map((each) => ({ ...each }));
  const sourceId = newSourceIdSchema.parse(newId());
  const asked = { sourceId, name: path.name, kind, parentId: null, above };
  const ensured = await call(sourceEnsure, asked);
  if (!ensured.ok) return ensured;
  const { near: others, ...source } = ensured.value;
  const near = nearName('source', printNamePath([...above.map(({ name }) => name), path.name]), others);
  const isNew = source.id === sourceId;
  if (reliability === null) return ok({ source, near, isNew });
  const set = await call(sourceSetReliability, {
    sourceId: source.id,
    reliability,
    why: 'Set on the command line.',
  });
  return set.ok ? ok({ source: set.value, near, isNew }) : set;
}

type EnsuredConcerned = { readonly ids: readonly SourceId[] } & SaidOfNames;

/** What a passage is about counts as nobody's origin, so that it may be of any kind. */
const kindOfConcerned = ({ name, above }: SourcePath): SourceKind => {
  if (isPlaceName(name)) return 'place';
  const kind = proposeKind(name);
  return kind === 'organisation' && above.length > 0 ? 'body' : kind;
};

/** The names that a passage or an event is about; missing ones are created, and named in the answer. */
export async function ensureConcerned(
  context: CommandContext,
  paths: readonly SourcePath[],
): Promise<Result<EnsuredConcerned, AppError>> {
  const ids: SourceId[] = [];
  const near: NearName[] = [];
  const created: CreatedName[] = [];
  for (const path of paths) {
    const asked = { source: path, reliability: null, kind: kindOfConcerned(path) };
    const ensured = await ensureSource(context, asked);
    if (!ensured.ok) return ensured;
    const { source, isNew } = ensured.value;
    if (source !== null) ids.push(source.id);
    if (source !== null && isNew) created.push({ kind: source.kind, name: source.name });
    near.push(...ensured.value.near);
  }
  return ok({ ids: [...new Set(ids)], near, created });
}
