import {
  type CodebookEntry,
  MAX_CODEBOOK_ALIASES,
  MAX_CODEBOOK_ENTRIES,
  MAX_CODEBOOK_NAME,
  MAX_CODEBOOK_PATH,
  MAX_CODEBOOK_TEXT,
} from '../../tag/codebook-entry.ts';
import type { Brought } from '../brought.ts';
import { countLeftOut, type LeftOutCounter } from '../left-out.ts';

/** A file of an export as text. */
export type ExportText = { readonly name: string; readonly text: string };

/** Reads the files of an export; null where they are none of that tool. */
export type TextExportReader = (files: readonly ExportText[]) => Brought | null;

/** A text of an export; empty, and told of, where it is longer than `limit`. */
export const within = (text: string, limit: number, leftOut: LeftOutCounter): string => {
  if (text.length <= limit) return text;
  leftOut.add('long-cell');
  return '';
};

const fitEntry = ({ path, definition, aliases, group }: CodebookEntry, leftOut: LeftOutCounter) => {
  const textOf = (text: string): string => within(text, MAX_CODEBOOK_TEXT, leftOut);
  const short = aliases.filter(({ length }) => length <= MAX_CODEBOOK_NAME).slice(0, MAX_CODEBOOK_ALIASES);
  leftOut.add('long-cell', aliases.length - short.length);
  return {
    path,
    definition: {
      useWhen: textOf(definition.useWhen),
      notWhen: textOf(definition.notWhen),
      example: textOf(definition.example),
    },
    aliases: short,
    group: within(group ?? '', MAX_CODEBOOK_NAME, leftOut) || null,
  };
};

/** A codebook within the limits of codebookEntrySchema; what lies beyond them is left out and told of. */
const fitCodebook = (entries: readonly CodebookEntry[], leftOut: LeftOutCounter): CodebookEntry[] => {
  const placed = entries.filter(({ path }) => path.length <= MAX_CODEBOOK_PATH);
  leftOut.add('tag-name', entries.length - placed.length);
  leftOut.add('further-tag', placed.length - MAX_CODEBOOK_ENTRIES);
  return placed.slice(0, MAX_CODEBOOK_ENTRIES).map((entry) => fitEntry(entry, leftOut));
};

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

/** The value of a JSON text; undefined where it is not one. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
};
