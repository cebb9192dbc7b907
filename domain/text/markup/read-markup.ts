/**
 * Reads XML as a list of tags and texts, strictly: text that is not well-formed, and any document type, entity
 * declaration or processing instruction, is refused. It expands nothing, opens nothing, and knows no element. It
 * also reads HTML written by our own programs, where every element is closed.
 */
import { err, ok, type Result } from '../../result.ts';

export type MarkupPart =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** `<a/>`: no closing tag follows. */
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** The error, in words, and its line, from 1. */
export type MarkupFault = { readonly line: number; readonly message: string };

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};
const reference = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));|&/giu;

class Fault extends Error {}

const fromCodePoint = (code: number): string => {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    throw new Fault('A character can’t be that one.');
  return String.fromCodePoint(code);
};

const decode = (text: string): string =>
  text.replace(
    reference,
    (all, hex: string | undefined, number: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return fromCodePoint(Number.parseInt(hex, 16));
      if (number !== undefined) return fromCodePoint(Number(number));
      const sign = name === undefined ? undefined : named[name];
      if (sign === undefined) throw new Fault(`“${all}” is an entity of its own, which is not taken.`);
      return sign;
    },
  );

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.:-]*';
const piece = new RegExp(
  `<!--(?:(?!--)[\\s\\S])*-->|<\\?xml\\s[^?<>]*\\?>|</(${NAME})\\s*>|<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|[^<]+`,
  'uy',
);
const attribute = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'gu');

const attributesOf = (text: string): ReadonlyMap<string, string> => {
  const all = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    if (all.has(name)) throw new Fault(`“${name}” is said twice in one element.`);
    all.set(name, decode(double ?? single ?? ''));
  }
  return all;
};

const faultAt = (text: string, at: number): string => {
  const rest = text.slice(at, at + 12);
  if (/^<!doctype/iu.test(rest)) return 'It has a document type, which is not taken.';
  if (rest.startsWith('<!')) return 'It has a declaration, which is not taken.';
  if (rest.startsWith('<?')) return 'It has a processing instruction, which is not taken.';
  return 'It is not well-formed XML here.';
};

const readPart = (match: RegExpExecArray, open: string[]): MarkupPart | null => {
  const [all, closed, name, attributes = '', slash] = match;
  if (closed !== undefined) {
    const last = open.pop();
    if (last !== closed)
      throw new Fault(
        `“</${closed}>” closes nothing that is open${last === undefined ? '' : ` (“${last}” is)`}.`,
      );
    return { kind: 'close', name: closed };
  }
  if (name !== undefined) {
    const isEmpty = slash === '/';
    if (!isEmpty) open.push(name);
    return { kind: 'open', name, attributes: attributesOf(attributes), isEmpty };
  }
  return all.startsWith('<') ? null : { kind: 'text', text: decode(all) };
};

/** The parts of `text` in order; comments are left out. No recursion: any depth of nesting is accepted. */
export const readMarkup = (text: string): Result<readonly MarkupPart[], MarkupFault> => {
  const parts: MarkupPart[] = [];
  const open: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const fault = (message: string): Result<never, MarkupFault> =>
    // White space before it is not where it is.
    err({ line: text.slice(0, at + text.slice(at).search(/\S|$/u)).split('\n').length, message });
  try {
    for (; at < text.length; at = piece.lastIndex) {
      piece.lastIndex = at;
      const match = piece.exec(text);
      if (match === null) return fault(faultAt(text, at));
      const part = readPart(match, open);
      if (part !== null) parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof Fault) return fault(cause.message);
    throw cause;
  }
  const left = open.at(-1);
  return left === undefined ? ok(parts) : fault(`“${left}” is not closed.`);
};
