import { type Bibliography, bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import type { BlockNode } from '#domain/article/body/body.ts';
import { textBlockText } from '#domain/article/body/canonical-text.ts';
import { findStatedFields } from '#domain/article/stated/stated-fields.ts';

const LONGEST_VALUE = 250;

/** A field that may take a block, and what it then holds. */
export type Taken = { readonly name: string; readonly change: Partial<Bibliography> };

/** What the fields of a bibliography may take of a block: its words, without "By" for the author; a day only for a date. */
export const takenFromBlock = (block: BlockNode): readonly Taken[] => {
  if (block.type !== 'paragraph' && block.type !== 'heading') return [];
  const text = textBlockText(block)
    .replaceAll(/[\s\uFFFC]+/gu, ' ')
    .trim();
  if (text === '' || text.length > LONGEST_VALUE) return [];
  const stated = findStatedFields(text);
  const date = bibliographySchema.shape.publishedAt.safeParse(stated.publishedAt[0]);
  return [
    { name: 'Title', change: { title: text } },
    { name: 'Author', change: { byline: stated.byline[0] ?? text } },
    { name: 'Publisher', change: { publisher: stated.publisher[0] ?? text } },
    ...(date.success && date.data !== null
      ? [{ name: 'Date', change: { publishedAt: date.data, dateCertainty: 'stated' as const } }]
      : []),
  ];
};
