import {
  type CodebookEntry,
  MAX_CODEBOOK_ALIASES,
  MAX_CODEBOOK_ENTRIES,
  MAX_CODEBOOK_NAME,
  MAX_CODEBOOK_PATH,
  MAX_CODEBOOK_TEXT,
} from '../../tag/codebook/codebook-entry.ts';
import type { LeftOutCounter } from '../left-out.ts';
import { within } from './within.ts';

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
export const fitCodebook = (entries: readonly CodebookEntry[], leftOut: LeftOutCounter): CodebookEntry[] => {
  const placed = entries.filter(({ path }) => path.length <= MAX_CODEBOOK_PATH);
  leftOut.add('tag-name', entries.length - placed.length);
  leftOut.add('further-tag', placed.length - MAX_CODEBOOK_ENTRIES);
  return placed.slice(0, MAX_CODEBOOK_ENTRIES).map((entry) => fitEntry(entry, leftOut));
};
