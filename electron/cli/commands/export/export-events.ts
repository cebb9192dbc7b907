import { basename } from 'node:path';
import { z } from 'zod';
import { eventChronology, eventExport, MOST_EXPORTED } from '#domain/contract/event.ts';
import { eventFormatOf, eventFormats, eventFormatTable } from '#domain/event/export-events.ts';
import { eventIdSchema } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { ok } from '#domain/result.ts';
import { SEARCH_LIMIT } from '#domain/search/saved-search.ts';
import { choice, needed, value } from '../../arguments/options.ts';
import { filled } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { STDOUT, throughStdout } from '../../output/through-stdout.ts';
import { defineCommand } from '../command.ts';

const endings = eventFormats.map((format) => `.${eventFormatTable[format].ending}`).join(', ');

const schema = z
  .strictObject({
    words: z.array(filled).transform((words) => words.join(' ')),
    to: filled.refine((to) => to === STDOUT || eventFormatOf(to) !== null, {
      error: `must end in one of ${endings}`,
    }),
    format: z.enum(eventFormats).optional(),
  })
  .refine(({ words }) => words.length <= SEARCH_LIMIT, { error: 'is too long a search', path: ['words'] })
  .refine(({ to, format }) => to !== STDOUT || format !== undefined, {
    error: '- needs --format, because no file name ends in one',
    path: ['to'],
  })
  .refine(({ to, format }) => to === STDOUT || format === undefined || eventFormatOf(to) === format, {
    error: 'is another format than that of the ending of --to',
    path: ['format'],
  });

/** Writes the events that a search finds, in the order of time; the event dates of articles are not events. */
async function exportEvents(context: CommandContext, { words, to, format }: z.output<typeof schema>) {
  const found = await context.call(eventChronology, { text: words });
  if (!found.ok) return found;
  const eventIds = found.value.keys
    .flatMap((key) => eventIdSchema.safeParse(key).data ?? [])
    .slice(0, MOST_EXPORTED);
  const write = (file: string) => {
    context.exportTo(file);
    return context.call(eventExport, { eventIds, fileName: basename(file), replaces: true });
  };
  if (to === STDOUT)
    return throughStdout(`events.${eventFormatTable[format ?? 'csv'].ending}`, async (path) => {
      const exported = await write(path);
      return exported.ok ? ok([]) : exported;
    });
  const file = context.resolvePath(to);
  const exported = await write(file);
  if (!exported.ok) return exported;
  const { events, leftOut, bytes } = exported.value;
  const without = leftOut === 0 ? '' : `, ${leftOut} without a day left out`;
  return answer(
    { file, events, leftOut, bytes },
    `${file}  ${printCount(events, 'event')}${without}, ${bytes} bytes`,
  );
}

export const exportEventsCommand = defineCommand(
  {
    name: 'export-events',
    summary: 'Writes events to a file',
    example: 'export-events --to april.ics when:2024-04',
    operands: '[WORDS...]',
    options: {
      to: needed(
        value('FILE.(csv|json|ics|timeline.json)', 'the file; its ending is the format; - is stdout'),
      ),
      format: choice(eventFormats, 'the format, if --to is -'),
    },
    says: 'Writes the events that the words find, or all, with their passages: a table (.csv), JSON with dates in EDTF (.json), a calendar of all-day events (.ics) or a timeline for TimelineJS (.timeline.json). A calendar and a timeline hold only events of which a day is known. The words may be conditions of a search, such as when:2024-04 or concerned:Ministry. An existing file is replaced.',
  },
  schema,
  exportEvents,
);
