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

/** Of words that nobody wrote into the memo: whoever hears it is told in which language they are. */
export const saidIn = ({ said }: Pick<Voice, 'said'>): { readonly lang: string | null } => ({ lang: said });

/** Such words within an element of their language, the wording of the doctrine in English. */
export const sayHtml = (text: string, voice: Voice): string =>
  saidPieces(text, voice)
    .map((piece) =>
      piece.lang === voice.said
        ? escapeHtml(piece.text)
        : element('span', { lang: piece.lang }, escapeHtml(piece.text)),
    )
    .join('');
