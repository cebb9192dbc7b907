import { isUnseen } from './element-style.ts';
import { readRaised } from './raised-element.ts';

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** The text of preformatted text, its white space kept. */
export const codeText = (node: Node): string => {
  if (node.nodeType === TEXT_NODE) return node.nodeValue ?? '';
  if (node.nodeType !== ELEMENT_NODE || isUnseen(node as Element)) return '';
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeName === 'SUP') return readRaised(node as Element, 'superscript', '').text;
  if (node.nodeName === 'SUB') return readRaised(node as Element, 'subscript', '').text;
  return [...node.childNodes].map(codeText).join('');
};
