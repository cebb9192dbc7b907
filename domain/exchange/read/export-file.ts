import type { Brought } from '../brought.ts';

/** A file of an export as text. */
export type ExportText = { readonly name: string; readonly text: string };

/** Reads the files of an export; null where they are none of that tool. */
export type TextExportReader = (files: readonly ExportText[]) => Brought | null;

/** What `read` makes of each file, as one; null where one is none of that tool. */
export const readEach =
  (read: (file: ExportText) => Brought | null): TextExportReader =>
  (files) => {
    const all = files.map(read);
    if (all.some((each) => each === null)) return null;
    const parts = all.flatMap((each) => each ?? []);
    return {
      articles: parts.flatMap(({ articles }) => articles),
      leftOut: parts.flatMap(({ leftOut }) => leftOut),
    };
  };

/** The value of a JSON text; undefined where it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
};
