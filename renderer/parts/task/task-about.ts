import type { TaskRow } from '#domain/contract/task.ts';

/** What a task is on, in one line: the quote of its passage, else the title of its article or memo. */
export const taskAbout = ({ quote, placeTitle }: TaskRow): string | undefined => {
  if (quote !== null) return placeTitle === null ? quote : `${quote} · ${placeTitle}`;
  return placeTitle ?? undefined;
};
