import type { Brought } from '../brought.ts';
import { countLeftOut } from '../left-out.ts';
import { fitCodebook } from './fit-codebook.ts';

/** A file of an export as text. */
export type ExportText = { readonly name: string; readonly text: string };

/** Reads the files of an export; null where they are none of that tool. */
export type TextExportReader = (files: readonly ExportText[]) => Brought | null;

/** What the files of an export hold, as one; null where one of them is none of that tool. */
export const joinBrought = (files: readonly (Brought | null)[]): Brought | null => {
  const parts = files.flatMap((file) => file ?? []);
  if (parts.length < files.length) return null;
  const leftOut = countLeftOut();
  for (const { kind, count } of parts.flatMap((part) => part.leftOut)) leftOut.add(kind, count);
  const codebook = fitCodebook(
    parts.flatMap((part) => part.codebook ?? []),
    leftOut,
  );
  const articles = parts.flatMap((part) => part.articles);
  return { articles, leftOut: leftOut.list(), ...(codebook.length > 0 && { codebook }) };
};

/** What `read` makes of each file, as one; null where one is none of that tool. */
export const readEach =
  (read: (file: ExportText) => Brought | null): TextExportReader =>
  (files) =>
    joinBrought(files.map(read));

/** The value of a JSON text; undefined where it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
};
