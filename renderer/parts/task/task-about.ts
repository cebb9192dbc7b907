import type { TaskRow } from '#domain/contract/task.ts';
import { joinFacts } from '#domain/text/join-facts.ts';

/** What a task is about, on one line: the quote of its passage, else the title of its article or memo. */
export const taskAbout = ({ printed, placeTitle }: TaskRow): string | undefined => {
  return joinFacts([printed, placeTitle]) || undefined;
};
