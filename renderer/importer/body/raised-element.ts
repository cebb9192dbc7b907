/**
 * Superscripts and subscripts of a page as text. A note reference is not an exponent: it is put in brackets, as `[1]`,
 * so that a number before it is not misread.
 */
import { type RaisedText, raiseText } from '#domain/article/body/raised-text.ts';
import { isUnseen } from './element-style.ts';

/** Marks a link from the text to one of its notes; only resolve-addresses sets it. */
export const NOTE_ATTRIBUTE = 'data-precis-note';

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const marksByName: Readonly<Record<string, 'superscript' | 'subscript'>> = {
  SUP: 'superscript',
  SUB: 'subscript',
};

/** The text of `node` on one line, with raised text converted. */
const innerText = (node: Node): string => {
  if (node.nodeType === TEXT_NODE) return (node.nodeValue ?? '').replace(/[ \t\n\f\r]+/g, ' ');
  if (node.nodeType !== ELEMENT_NODE || isUnseen(node as Element)) return '';
  let text = '';
  for (const child of node.childNodes) {
    const mark = marksByName[child.nodeName];
    const inner = innerText(child);
    text += mark === undefined ? inner : raiseText(inner, mark, text).text;
  }
  return text;
};

const isNote = (element: Element): boolean =>
  element.closest(`[${NOTE_ATTRIBUTE}]`) !== null ||
  element.querySelector(`[${NOTE_ATTRIBUTE}], [role="doc-noteref"]`) !== null;

/** A number or a word in its own brackets, raised: a reference without a link. */
const IN_BRACKETS = /^\[[^[\]]+\]$/;

const inBrackets = (text: string): string => (/^[[(].*[\])]$/.test(text) ? text : `[${text}]`);

/** The text of `element`, which is raised or lowered after `before`. White space around it stays. */
export const readRaised = (
  element: Element,
  mark: 'superscript' | 'subscript',
  before: string,
): RaisedText => {
  const text = innerText(element);
  const core = text.trim();
  if (core === '') return { text, isInItself: true };
  const raised =
    mark === 'superscript' && (isNote(element) || IN_BRACKETS.test(core))
      ? { text: inBrackets(core), isInItself: false }
      : raiseText(core, mark, before);
  return { ...raised, text: text.replace(core, () => raised.text) };
};
