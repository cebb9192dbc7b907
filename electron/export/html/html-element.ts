import { escapeHtml } from '#domain/text/escape-html.ts';
import { saidPieces, type Voice } from '../writing.ts';

type Attributes = Readonly<Record<string, string | null | undefined>>;

/** `content` within an element; attributes without a value are left out, and the values are escaped. */
export const element = (name: string, attributes: Attributes, content: string): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapeHtml(value)}"`],
  );
  return `<${name}${written.join('')}>${content}</${name}>`;
};

/** The language attribute of words that the app adds to the memo, for screen readers. */
export const saidIn = ({ said }: Pick<Voice, 'said'>): { readonly lang: string | null } => ({ lang: said });

/** Such words in an element with their language; the doctrine's wording is marked as English. */
export const sayHtml = (text: string, voice: Voice): string =>
  saidPieces(text, voice)
    .map((piece) =>
      piece.lang === voice.said
        ? escapeHtml(piece.text)
        : element('span', { lang: piece.lang }, escapeHtml(piece.text)),
    )
    .join('');
