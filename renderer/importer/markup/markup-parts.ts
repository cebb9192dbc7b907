import { raiseText } from '#domain/article/body/raised-text.ts';
import { parseMarkup } from '../html/parse-markup.ts';

/** Notes as a web page writes them: a raised link in the text, and a list below it. */

/** The reference to note `number`, from 1, in the text; `sign` is HTML. */
export const noteReference = (number: number, sign: string): string =>
  `<sup><a href="#note-${number}">${sign}</a></sup>`;

/** `body` with its notes, in the order of their numbers. All are HTML. */
export const withNotes = (body: string, notes: readonly string[]): string => {
  if (notes.length === 0) return body;
  return `${body}<ol>${notes.map((note, at) => `<li id="note-${at + 1}">${note}</li>`).join('')}</ol>`;
};

/** `markup` within elements with these names, the first the outermost. */
export const withinTags = (tags: readonly string[], markup: string): string =>
  tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag}>`, markup);

const childText = (element: Element, name: string): string => {
  const child = [...element.children].find(({ tagName }) => tagName === name);
  return child === undefined ? '' : mathText(child);
};

const inBrackets = (text: string): string => ([...text].length > 1 ? `(${text})` : text);

const writers: Readonly<Record<string, (element: Element) => string>> = {
  'm:f': (of) => `${inBrackets(childText(of, 'm:num'))}/${inBrackets(childText(of, 'm:den'))}`,
  'm:sSup': (of) => withRaised(of, ['superscript']),
  'm:sSub': (of) => withRaised(of, ['subscript']),
  'm:sSubSup': (of) => withRaised(of, ['subscript', 'superscript']),
  'm:rad': (of) => `√${inBrackets(childText(of, 'm:e'))}`,
  'm:d': (of) => `(${childText(of, 'm:e')})`,
  'm:t': (of) => of.textContent ?? '',
};

const withRaised = (of: Element, marks: readonly ('superscript' | 'subscript')[]): string =>
  marks.reduce(
    (text, mark) =>
      text + raiseText(childText(of, mark === 'subscript' ? 'm:sub' : 'm:sup'), mark, text).text,
    childText(of, 'm:e'),
  );

/** A formula of Office (OMML), or a part of one, as text on one line. */
export const mathText = (element: Element): string =>
  (writers[element.tagName] ?? ((of: Element) => [...of.children].map(mathText).join('')))(element);

/** Elements that would swallow everything after them, or that are not text. */
const SWALLOWING = 'iframe, noembed, noframes, noscript, plaintext, script, template, textarea, title, xmp';

/**
 * A page to be embedded in another: parsed separately, so that nothing in it extends past its end. Throws a MarkupError
 * if its markup exceeds the limits.
 */
export const parsePagePart = (html: string): Document => {
  const page = parseMarkup(html);
  for (const element of page.querySelectorAll(SWALLOWING)) element.remove();
  return page;
};
