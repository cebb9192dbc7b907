import { raiseText } from '#domain/article/body/raised-text.ts';
import { elementsNamed } from '../package/parse-xml.ts';

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

const mathText = (element: Element): string =>
  (writers[element.tagName] ?? ((of: Element) => [...of.children].map(mathText).join('')))(element);

/** Writes the formulas of a part of a Word document as runs of text, which is all that is read of it. */
export const writeMath = (root: Document): void => {
  for (const formula of elementsNamed(root, 'm:oMath')) {
    const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const run = root.createElementNS(space, 'w:r');
    const text = root.createElementNS(space, 'w:t');
    text.textContent = mathText(formula);
    run.append(text);
    const outer = formula.parentElement;
    formula.replaceWith(run);
    if (outer?.tagName === 'm:oMathPara') outer.replaceWith(run);
  }
};
