import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { eventAdd } from '#domain/contract/event.ts';
import { type PassageRow, passageRows } from '#domain/contract/passage.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { publishedDay, readWhen } from '#domain/dates/when/read-when.ts';
import { eventSchema } from '#domain/event/event.ts';
import { newEventIdSchema } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { parseSourcePath } from '#domain/source/parse-source-path.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { localToday } from '#electron/time/local-today.ts';
import { flag, needed, several, value } from '../../arguments/options.ts';
import { readBy } from '../../arguments/words.ts';
import { answer, type CommandContext, noSuch } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';
import { ensureConcerned, namesInAnswer, sayNames } from '../passage/annotate-article.ts';

const sourcePath = readBy(parseSourcePath, 'is neither a name nor a path such as Ministry / Office / Person');

/** A fixed day: whether a date can be parsed at all does not depend on the day. */
const anyDay = calendarDateSchema.parse('2024-01-01');

const schema = z
  .strictObject({
    words: z.array(z.string().min(1)).min(1, { error: 'must be one PASSAGE, or several' }).max(100),
    title: eventSchema.shape.title,
    date: z.string().refine((typed) => readWhen(typed, { published: null, today: anyDay }) !== null, {
      error: 'is not a date that can be read, such as 24–26 April 2024, early May or about 2019',
    }),
    inferred: z.boolean().default(false),
    concerned: z.array(sourcePath).default([]),
    note: eventSchema.shape.note.default(''),
  })
  .transform(({ words: passages, inferred: isInferred, ...rest }) => ({ passages, isInferred, ...rest }));

type EventAddInput = z.output<typeof schema>;

const findPassages = async (
  context: CommandContext,
  typed: readonly string[],
): Promise<Result<readonly PassageRow[], AppError>> => {
  const rows: PassageRow[] = [];
  for (const each of typed) {
    const id = await findId(context, 'passage', each);
    if (!id.ok) return id;
    const found = await context.call(passageRows, { passageIds: [id.value] });
    if (!found.ok) return found;
    const [row] = found.value;
    if (row === undefined) return noSuch('passage', each);
    rows.push(row);
  }
  return ok(rows);
};

/** Makes an event from passages. Relative dates are counted from the day of the first passage's article. */
async function addEvent(context: CommandContext, command: EventAddInput) {
  const { title, note, isInferred } = command;
  const rows = await findPassages(context, command.passages);
  if (!rows.ok) return rows;
  const published = publishedDay(rows.value[0]?.publishedAt ?? null);
  const date = readWhen(command.date, { published, today: localToday(Date.now()) });
  if (date === null) throw new Error('A date that could be read is none.');
  const concerned = await ensureConcerned(context, command.concerned);
  if (!concerned.ok) return concerned;
  const certainty = isInferred ? ('inferred' as const) : ('stated' as const);
  const added = await context.call(eventAdd, {
    ...{ title, note, date, certainty, concernedIds: [...concerned.value.ids] },
    eventId: newEventIdSchema.parse(context.newId()),
    sayings: rows.value.map(({ id, articleId }) => ({
      ...{ articleId, passageId: id, certainty },
      date: edtfSchema.parse(date),
    })),
  });
  if (!added.ok) return added;
  const { id } = added.value;
  return answer(
    { id, date, when: printWhen(date), ...namesInAnswer(concerned.value) },
    [id, printWhen(date), title].join('  '),
    sayNames(concerned.value),
  );
}

export const eventAddCommand = defineCommand(
  {
    name: 'event add',
    summary: 'Creates an event of passages that say so',
    example: 'event add 0190a2c0 --date "early May 2024" --title "Second list drawn up"',
    operands: 'PASSAGE...',
    options: {
      date: needed(value('WHEN', 'when it was: 19 April 2024, 24–26 April, early May, about 2019, or EDTF')),
      title: needed(value('TEXT', 'what happened, in a few words')),
      inferred: flag('the date is not stated, but inferred'),
      concerned: several(value('NAME', 'a person, body or place that it is about; repeat for each')),
      note: value('TEXT', 'your own note'),
    },
    says: 'Creates an event. The date is read in English, German, French, Spanish, Italian, Dutch and Portuguese; a year that is left out is the one nearest to the article of the first passage. "list events" shows what was read. A new name in --concerned is added to Sources as the kind that its words suggest, and you are told of it.',
    needsNoPages: true,
  },
  schema,
  addEvent,
);
