/**
 * What an export holds and Precis has no place for, with the reason: told before anything is written, and never
 * silently lost.
 */
import { z } from 'zod';
import { printCount } from '../print-count.ts';
import { MAX_LISTED_SOURCES } from '../source/list/listed-source.ts';
import { MAX_CODEBOOK_ENTRIES } from '../tag/codebook-entry.ts';

/** Each kind with what is said of so many of it. */
const kinds = {
  'empty-highlight': (count: number) => `${printCount(count, 'highlight')} without a word`,
  'clipping-limit': (count: number) =>
    `${printCount(count, 'clipping')} without text, because the publisher’s limit was reached`,
  bookmark: (count: number) => `${printCount(count, 'bookmark')}, which have no words`,
  'replaced-clipping': (count: number) =>
    `${printCount(count, 'clipping')} replaced by a longer one in the same place`,
  'note-alone': (count: number) => `${printCount(count, 'note')} on no highlight`,
  'empty-note': (count: number) => `${printCount(count, 'note')} without a text`,
  'unknown-entry': (count: number) => `${printCount(count, 'entry', 'entries')} of an unknown kind`,
  colour: (count: number) => `the colour of ${printCount(count, 'highlight')}: colours are not labels`,
  'tag-name': (count: number) =>
    `${printCount(count, 'tag')} with a name that is not allowed, such as one over 80 characters`,
  'code-colour': (count: number) => `the colour of ${printCount(count, 'code')}: a colour means a label here`,
  'further-set': (count: number) => `${printCount(count, 'more set')} of a code: a tag has one group`,
  attachment: (count: number) => `${printCount(count, 'more file')} of an item: one is its text`,
  'source-without-text': (count: number) => `${printCount(count, 'source')} without a text`,
  'source-without-name': (count: number) => `${printCount(count, 'line')} without the name of a source`,
  'long-cell': (count: number) => `${printCount(count, 'cell')} that ${count === 1 ? 'is' : 'are'} too long`,
  'further-source': (count: number) =>
    `${printCount(count, 'more line')}: a list has at most ${MAX_LISTED_SOURCES.toLocaleString('en-GB')}`,
  'further-tag': (count: number) =>
    `${printCount(count, 'more tag')}: a codebook has at most ${MAX_CODEBOOK_ENTRIES.toLocaleString('en-GB')}`,
  'calendar-event': (count: number) => `${printCount(count, 'event')}: only to-dos become tasks`,
  'calendar-journal': (count: number) => `${printCount(count, 'journal entry', 'journal entries')}`,
  'calendar-line': (count: number) =>
    `${printCount(count, 'line')} that ${count === 1 ? 'does' : 'do'} not belong to a calendar`,
  'todo-instance': (count: number) =>
    `${printCount(count, 'single day', 'single days')} of a recurring to-do that ${count === 1 ? 'was' : 'were'} changed there`,
  'todo-without-uid': (count: number) => `${printCount(count, 'to-do')} without a UID`,
  'cut-todo': (count: number) => `${printCount(count, 'to-do')} at the end of a file that is cut off`,
  'earlier-todo': (count: number) => `${printCount(count, 'earlier version')} of a to-do`,
  'further-todo': (count: number) => `${printCount(count, 'more to-do')}: a calendar has at most 10,000`,
  'unreadable-due': (count: number) => `${printCount(count, 'due day')} that can’t be read`,
  drawing: (count: number) => `${printCount(count, 'drawing')} or picture of a part of a page`,
  favourite: (count: number) => `the star of ${printCount(count, 'entry', 'entries')}`,
  deleted: (count: number) => `${printCount(count, 'entry', 'entries')} that was deleted there`,
} as const;

export type LeftOutKind = keyof typeof kinds;

export const leftOutSchema = z.strictObject({
  kind: z.enum(Object.keys(kinds) as [LeftOutKind, ...LeftOutKind[]]),
  count: z.int().min(1),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

/** What was left out, as part of a sentence. */
export const sayLeftOut = ({ kind, count }: LeftOut): string => kinds[kind](count);

/** Counts what a reader leaves out. */
export const countLeftOut = () => {
  const counts = new Map<LeftOutKind, number>();
  return {
    add(kind: LeftOutKind, count = 1): void {
      if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
    },
    list: (): LeftOut[] => [...counts].map(([kind, count]) => ({ kind, count })),
  };
};
export type LeftOutCounter = ReturnType<typeof countLeftOut>;
