/** Who is to do a to-do: whom it is given to, else who gave it; an export of Precis says it in the description. */
import { MAX_OWNER } from '../../calendar/calendar-task.ts';
import { type ContentLine, readText } from './content-lines.ts';

/** As the last line of a description says it: see writeCalendar. */
const OWNER_LINE = /^Owner: (.+)$/u;

/** The lines of a text as it is escaped (RFC 5545, 3.3.11). */
const linesOf = (value: string): readonly string[] =>
  value
    .trim()
    .split(/(?<!\\)\\n/iu)
    .map(readText);

/** The name of a person, or else the mail address, of an ATTENDEE or ORGANIZER (RFC 5545, 3.8.4.1 and 3.8.4.3). */
const personIn = (line: ContentLine | undefined): string => {
  const named = line?.parameters.get('CN')?.trim() ?? '';
  const [, mail = ''] = /^mailto:(.*)/iu.exec(line?.value.trim() ?? '') ?? [];
  return named === '' ? mail : named;
};

export type Described = { readonly owner: string | null; readonly hasDescription: boolean };

/** The owner, and whether the description says anything else. */
export const readOwner = (lines: ReadonlyMap<string, ContentLine>): Described => {
  const description = linesOf(lines.get('DESCRIPTION')?.value ?? '');
  const written = OWNER_LINE.exec(description.at(-1) ?? '');
  const owner = [written?.[1] ?? '', personIn(lines.get('ATTENDEE')), personIn(lines.get('ORGANIZER'))]
    .map((each) => each.replace(/\s+/gu, ' ').trim().slice(0, MAX_OWNER))
    .find((each) => each !== '');
  const rest = written === null ? description : description.slice(0, -1);
  return { owner: owner ?? null, hasDescription: rest.some((line) => line !== '') };
};
