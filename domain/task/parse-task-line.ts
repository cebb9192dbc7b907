/**
 * A task typed on one line: `Ask trade desk for HS 8457 fri @trade !gap`. "@" names the owner, "!" the kind. A day that
 * stands last is the due date. Elsewhere only what can hardly be anything else is: "tomorrow call Anna", "send the draft
 * by Friday to Jane", "Anna am Freitag anrufen"; "Read the Sun article" and "the Sunday Times" have no date in them. How
 * often it comes again stands last: `Check the register every 2 weeks`.
 */

import type { CalendarDate } from '../time.ts';
import { type DayLanguage, dayWords } from './day-words.ts';
import type { SaidTask } from './new-task.ts';
import { splitRepeat } from './parse-repeat.ts';
import { type ReadDay, readDay } from './read-day.ts';
import { type Task, type TaskKind, taskKindSchema } from './task.ts';

/** What was typed; `title` is empty where nothing but marks was typed. */
export type ParsedTaskLine = SaidTask;

const ownerMark = /(?:^|\s)@(?:"([^"]+)"|([^\s"]+))/u;
const kindMark = /(?:^|\s)!([a-z]+)(?=\s|$)/iu;

/** The longest phrase for a day has so many words: "el próximo miércoles", "the day after tomorrow". */
const MAX_WORDS = 6;

/** A part of a line, by its words: `to` is behind the last. */
type Span = { readonly from: number; readonly to: number };

/** The places where a phrase may stand: those at the end first, then the others, each time the longest first. */
const spansOf = function* (count: number): Generator<Span> {
  for (let from = Math.max(0, count - MAX_WORDS); from < count; from++) yield { from, to: count };
  for (let from = 0; from < count; from++)
    for (let to = Math.min(count - 1, from + MAX_WORDS); to > from; to--) yield { from, to };
};

/** Behind such a word a day belongs to what it names: "the speech of Friday", "die Rede vom Montag". */
const belongsToNoun =
  /^(?:the|this|last|of|from|since|that|der|die|das|vom|von|seit|letzten?|du|de|la|del|della|van|vorige|passado|da|do)$/iu;
/** Before such a word a number counts something else: "in 2 weeks of strikes". */
const goesOn = /^(?:of|von|de|di|van|d[’'].*)$/iu;
const isInfinitive = (word: string): boolean => /^\p{Ll}+n$/u.test(word);

/** Whether what counts from today stands there as a day: "USA Today" is a name, "in 2 weeks of strikes" a length. */
const isSaidOfTask = (span: Span, words: readonly string[]): boolean =>
  (span.from === 0 || !/^\p{Lu}/u.test(words[span.from] ?? '')) && !goesOn.test(words[span.to] ?? '');

/** Whether a day within a line, and not at its end, is when the task is due. */
const isDueInside = (read: ReadDay, span: Span, words: readonly string[]): boolean => {
  if (belongsToNoun.test(words[span.from - 1] ?? '')) return false;
  if (read.isDeadline) return true;
  if (read.kind === 'ahead') return isSaidOfTask(span, words);
  if (span.from === 0 && /[:,]$/u.test(words[span.to - 1] ?? '')) return true;
  return dayWords[read.language].isVerbLast && isInfinitive(words.at(-1) ?? '');
};

/** The day in a line, at its end or else where it can hardly be anything else, and the words without it. */
const splitDue = (
  line: string,
  today: CalendarDate,
  languages: readonly DayLanguage[],
): { readonly rest: string; readonly due: Task['due'] } => {
  const words = line.split(/\s+/u).filter((word) => word !== '');
  for (const span of spansOf(words.length)) {
    const phrase = words.slice(span.from, span.to).join(' ');
    const read = readDay(span.to === words.length ? phrase : phrase.replace(/[:,]$/u, ''), today, languages);
    const isDue = read !== null && (span.to === words.length || isDueInside(read, span, words));
    if (!isDue) continue;
    const rest = [...words.slice(0, span.from), ...words.slice(span.to)].join(' ');
    return { rest, due: read.day };
  }
  return { rest: line, due: null };
};

type When = Pick<SaidTask, 'due' | 'repeat'> & { readonly rest: string };

/** The day and the rule, in either order; what comes again and names no day is due first today. */
const splitWhen = (line: string, today: CalendarDate, languages: readonly DayLanguage[]): When => {
  const repeat = splitRepeat(line, today, languages);
  const dated = splitDue(repeat?.rest ?? line, today, languages);
  const rule = repeat ?? (dated.due === null ? null : splitRepeat(dated.rest, today, languages));
  if (rule === null) return dated;
  const due = dated.due ?? rule.firstDue ?? today;
  return { rest: repeat === null ? rule.rest : dated.rest, due, repeat: rule.from(due) };
};

const readKind = (line: string): { readonly rest: string; readonly kind: TaskKind } => {
  const match = kindMark.exec(line);
  const kind = taskKindSchema.safeParse(match?.[1]?.toLowerCase());
  return match !== null && kind.success
    ? { rest: line.replace(match[0], ''), kind: kind.data }
    : { rest: line, kind: 'other' };
};

/**
 * Reads a typed line on the day `today`, with the words for days of those languages. What is not understood stays in the
 * title.
 */
export const parseTaskLine = (
  line: string,
  today: CalendarDate,
  languages: readonly DayLanguage[] = ['en'],
): ParsedTaskLine => {
  const owner = ownerMark.exec(line);
  const ownerless = owner === null ? line : line.replace(owner[0], '');
  const { rest: kindless, kind } = readKind(ownerless);
  const { rest: title, ...when } = splitWhen(kindless.trim(), today, languages);
  return {
    title: title.replace(/\s+/gu, ' ').trim(),
    ...when,
    owner: owner?.[1] ?? owner?.[2] ?? null,
    kind,
  };
};
