import type { TagParseRule } from '@tiptap/pm/model';
import type { z } from 'zod';

/**
 * How a node of a memo is put on the clipboard: its attributes as JSON in one data attribute, read back only if they
 * have the archive's shape, so that data from other programs can't make a node.
 */
export const writeAttributes = (name: string, attrs: object): Readonly<Record<string, string>> => ({
  [name]: JSON.stringify(attrs),
});

const readJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
};

/**
 * The rule that parses what `writeAttributes` wrote on an element of `tag`.
 * @param content selects the element within it that holds its content, if the copy has further words beside it
 */
export const readAttributes = (
  tag: string,
  name: string,
  schema: z.ZodType<object>,
  content?: string,
): TagParseRule => ({
  tag: `${tag}[${name}]`,
  ...(content === undefined
    ? {}
    : {
        contentElement: (node) => {
          const element = node as HTMLElement;
          return element.querySelector<HTMLElement>(content) ?? element;
        },
      }),
  getAttrs: (element) => {
    const read = schema.safeParse(readJson(element.getAttribute(name)));
    return read.success ? { ...read.data } : false;
  },
});
