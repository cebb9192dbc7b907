import type { OutFile, OutMaterial, OutTag } from '#domain/exchange/material.ts';
import { printCodebook } from './refi/print-codebook.ts';
import { tagCodes } from './refi/refi-codes.ts';
import { type Columns, tableOf } from './table-of.ts';

/** The columns of the tags, by their names in the head. */
export const tagColumns: Columns<OutTag> = {
  id: ({ id }) => id,
  tag: ({ path }) => path,
  useWhen: ({ useWhen }) => useWhen,
  notWhen: ({ notWhen }) => notWhen,
  example: ({ example }) => example,
  // A name may hold any other sign.
  aliases: ({ aliases }) => aliases.join('\n'),
  group: ({ group }) => group,
};

/** The codebook alone, for people and for programs: as a table, and as codes of REFI-QDA. */
export const writeCodebook = ({ tags }: OutMaterial): readonly OutFile[] => [
  { path: 'codebook.csv', of: 'table', content: tableOf(tagColumns, tags) },
  { path: 'codebook.qdc', of: 'codes', content: printCodebook(`<Codes>${tagCodes(tags)}</Codes>`, tags) },
];
