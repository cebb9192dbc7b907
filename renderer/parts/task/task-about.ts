import type { TaskRow } from '#domain/contract/task.ts';

/** What a task is on, in one line: the quote of its passage, else the title of its article or memo. */
export const taskAbout = ({ printed, placeTitle }: TaskRow): string | undefined => {
  if (printed !== null) return placeTitle === null ? printed : `${printed} · ${placeTitle}`;
  return placeTitle ?? undefined;
};
