/**
 * Formulas as text: what MathML says of itself (`alttext`, its TeX), else what stands in it on one line. They are
 * marked as code, since they are a notation and no sentence. A picture of a formula gives its alternative text.
 */
import { raiseText } from '#domain/article/body/raised-text.ts';

const TEXT_NODE = 3;
const PICTURES = 'img[class*="math" i][alt], img[class*="latex" i][alt]';

/** Renderers of formulas write them twice, for eyes and for machines. */
const RENDERED = '.katex, mjx-container';

const isSimple = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);
const inBrackets = (text: string): string => (isSimple(text) ? text : `(${text})`);

/** MathML as one line, by the names of its elements. */
const lineOf = (node: Node): string => {
  if (node.nodeType === TEXT_NODE) return (node.nodeValue ?? '').trim();
  const parts = [...node.childNodes].map(lineOf).filter((part) => part !== '');
  const [first = '', second = '', third = ''] = parts;
  switch (node.nodeName.toLowerCase()) {
    case 'annotation':
    case 'annotation-xml':
    case 'script':
    case 'style':
      return '';
    case 'mfrac':
      return `${inBrackets(first)}/${inBrackets(second)}`;
    case 'msup':
      return first + raiseText(second, 'superscript', '').text;
    case 'msub':
      return first + raiseText(second, 'subscript', '').text;
    case 'msubsup':
      return first + raiseText(second, 'subscript', '').text + raiseText(third, 'superscript', '').text;
    case 'msqrt':
      return `√${inBrackets(parts.join(''))}`;
    default:
      return parts.join('');
  }
};

const withoutFrame = (tex: string): string =>
  tex
    .replace(/^\{\\(?:displaystyle|textstyle)\s*([\s\S]*)\}$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();

const textOf = (math: Element): string => {
  const tex = math.querySelector('annotation[encoding*="tex" i]')?.textContent ?? '';
  const said = math.getAttribute('alttext') ?? tex;
  return withoutFrame(said) === '' ? lineOf(math) : withoutFrame(said);
};

const writeText = (element: Element, text: string): void => {
  const code = element.ownerDocument.createElement('code');
  code.textContent = text;
  element.replaceWith(text === '' ? '' : code);
};

/** Writes each formula of `page` into its text. */
export const writeFormulas = (page: Document): void => {
  for (const math of page.querySelectorAll('math')) {
    for (const twin of math.closest(RENDERED)?.querySelectorAll('[aria-hidden="true"]') ?? []) twin.remove();
    writeText(math, textOf(math));
  }
  for (const picture of page.querySelectorAll(PICTURES)) {
    writeText(picture, withoutFrame(picture.getAttribute('alt') ?? ''));
  }
};
