import { mathText } from '../markup/math-text.ts';
import { elementsNamed } from '../package/parse-xml.ts';

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
