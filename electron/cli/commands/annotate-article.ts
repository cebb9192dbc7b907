import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { AppError } from '#domain/contract/errors.ts';
import { articleIdSchema, newPassageIdSchema, newTaskIdSchema } from '#domain/ids.ts';
import { findQuote } from '#domain/passage/anchor/find-quote.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import type { Source } from '#domain/source/source.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';
import type { AnnotateCommand } from '../command.ts';
import { answer, type CommandContext, type CommandResult, noSuch } from '../command-context.ts';
import { ensureSource, ensureTags, type NearName, sayNear } from './ensure-named.ts';

/**
 * Makes a passage of a quote, or of the parts of an interrupted one. They are found before anything is written, so that a quote that is not there
 * leaves no tag and no source behind.
 */
export async function annotateArticle(context: CommandContext, command: AnnotateCommand): CommandResult {
  const articleId = articleIdSchema.safeParse(command.id);
  if (!articleId.success) return noSuch('article', command.id);
  const opened = await context.call('article:open', { articleId: articleId.data });
  if (!opened.ok) return opened;
  const ranges = findQuotes(canonicalText(opened.value.body), command.quotes);
  if (!ranges.ok) return ranges;

  const tags = await ensureTags(context, command.tags);
  if (!tags.ok) return tags;
  const source = await ensureSource(context, command);
  if (!source.ok) return source;
  const added = await context.call('passage:add', {
    articleId: articleId.data,
    passageId: newPassageIdSchema.parse(context.newId()),
    ranges: [...ranges.value],
    label: command.label,
    tagIds: [...tags.value.ids],
    sourceId: source.value.source?.id ?? null,
    grade: gradeOf(command, source.value.source),
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
  return answerOf(added.value, [...tags.value.near, ...source.value.near]);
}

/** The place of the first part; of an interrupted quotation all of them. */
function answerOf(passage: Passage, near: readonly NearName[]) {
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
      ...(near.length > 0 && { near }),
    },
    [passage.id, ...selectors.map((each) => `${each.start}–${each.end}`)].join('  '),
    near.map(sayNear),
  );
}

function findQuotes(text: string, quotes: AnnotateCommand['quotes']): Result<readonly TextRange[], AppError> {
  const ranges: TextRange[] = [];
  for (const quote of quotes) {
    const range = findQuote(text, quote);
    if (!range.ok) return range;
    ranges.push(range.value);
  }
  return ok(ranges);
}

/** A passage is graded when a letter or a digit was given; the other axis is then the source's as it stands. */
function gradeOf({ reliability, credibility }: AnnotateCommand, source: Source | null): Grade {
  const isGraded = reliability !== null || credibility !== null;
  return { reliability: isGraded ? (source?.reliability ?? null) : null, credibility };
}
