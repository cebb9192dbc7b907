import { raiseText } from '#domain/article/body/raised-text.ts';

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
