import { PRINTED_LANGUAGE } from '#domain/memo/print/printed-words.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';

type Attributes = Readonly<Record<string, string | null | undefined>>;

/** `content` within an element; attributes without a value are left out, and the values are escaped. */
export const element = (name: string, attributes: Attributes, content: string): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapeHtml(value)}"`],
  );
  return `<${name}${written.join('')}>${content}</${name}>`;
};

/** Of words that nobody wrote into the memo: whoever hears it is told in which language they are. */
export const said = { lang: PRINTED_LANGUAGE };
