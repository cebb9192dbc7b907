/**
 * Finds a kept part of a quotation in its source. White space, letters, apostrophes and all else must agree to the
 * character; only these changes are permitted: quotation marks change level, a bracketed letter changes case, end
 * punctuation is dropped at the end or before a closing mark there, a picture is printed as a note.
 *
 * The part is turned into a pattern that finds every possible place. A pattern cannot distinguish a mark from an
 * apostrophe, so the marks of each place are then compared with those that the level changes give.
 */
import { OBJECT_REPLACEMENT } from '../../article/body/canonical-text.ts';
import type { Steps } from '../../steps.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { nestQuotationMarks } from '../../text/quotation-marks.ts';
import type { TextRange } from '../../text/selector.ts';
import { PICTURE_NOTE } from './omission-mark.ts';

/** A letter in brackets: its offset in the source, and the letter that the quotation has there. */
export type BracketedLetter = {
  readonly at: number;
  readonly letter: string;
  /** Whether a sentence of the quotation, or a mark within it, begins with the letter. */
  readonly beginsSentence: boolean;
};

export type FoundPart = TextRange & { readonly bracketed: readonly BracketedLetter[] };

type Token =
  | { readonly kind: 'plain' | 'mark' | 'note'; readonly printed: string }
  | {
      readonly kind: 'bracketed';
      readonly printed: string;
      readonly letter: string;
      readonly beginsSentence: boolean;
    }
  | { readonly kind: 'dropped'; readonly printed: '' };

const special =
  /(?<note>\[image\])|(?<bracket>(?<![\p{L}\p{N}])\[(?<letter>\p{L})\](?=\p{L}|[\s’']))|(?<mark>[“”"‘’'])/gu;
const sentenceBegins = /(?:^|[.!?…:]["”’)\]]*\s+|^["“‘'(]|[\s(]["“‘'])$/u;
const closingMarksAtEnd = /^["”’']+$/u;

const tokenOf = (printed: string, groups: Readonly<Record<string, string>>, before: string): Token => {
  if (groups.note !== undefined) return { kind: 'note', printed };
  if (groups.mark !== undefined) return { kind: 'mark', printed };
  const letter = groups.letter ?? '';
  return { kind: 'bracketed', printed, letter, beginsSentence: sentenceBegins.test(before) };
};

const tokensOf = (part: string): readonly Token[] => {
  const tokens: Token[] = [];
  let from = 0;
  const keep = (to: number): void => {
    if (to > from) tokens.push({ kind: 'plain', printed: part.slice(from, to) });
  };
  for (const match of part.matchAll(special)) {
    keep(match.index);
    if (
      closingMarksAtEnd.test(part.slice(match.index)) &&
      !closingMarksAtEnd.test(part.slice(0, match.index).slice(-1))
    )
      tokens.push({ kind: 'dropped', printed: '' });
    tokens.push(tokenOf(match[0], match.groups ?? {}, part.slice(0, match.index)));
    from = match.index + match[0].length;
  }
  keep(part.length);
  return tokens;
};

/** The characters that a mark may replace; whether it did so, and was not an apostrophe, is checked afterwards. */
const sameMarks: Readonly<Record<string, string>> = {
  '“': '[“‘"]',
  '”': '[”’“"]',
  '"': '["]',
  '‘': '[‘“"]',
  '’': '[’”"“]',
  "'": '[\'"“”]',
};

const patternOf = (token: Token): string => {
  switch (token.kind) {
    case 'plain':
      return escapePattern(token.printed);
    case 'mark':
      return sameMarks[token.printed] ?? escapePattern(token.printed);
    case 'note':
      return `(${escapePattern(PICTURE_NOTE)}|${OBJECT_REPLACEMENT})`;
    case 'bracketed':
      return `(${escapePattern(token.printed)}|${token.letter.toLowerCase()}|${token.letter.toUpperCase()})`;
    case 'dropped':
      return '([.,;:]?)';
  }
};

const capturing = ({ kind }: Token): boolean => kind === 'note' || kind === 'bracketed' || kind === 'dropped';

type Aligned = { readonly printed: string; readonly bracketed: readonly BracketedLetter[] };

/** The printed part as long as the place in the source: what may differ in length is taken from there. */
const align = (tokens: readonly Token[], match: RegExpMatchArray, start: number): Aligned => {
  const captured = match.slice(1);
  const bracketed: BracketedLetter[] = [];
  let printed = '';
  for (const token of tokens) {
    const there = capturing(token) ? (captured.shift() ?? '') : token.printed;
    if (token.kind === 'bracketed' && there !== token.printed) {
      const { letter, beginsSentence } = token;
      bracketed.push({ at: start + printed.length, letter, beginsSentence });
    }
    printed += there;
  }
  return { printed, bracketed };
};

const isMarkAsIn = (mark: string, level: string, source: string): boolean =>
  mark === level || (mark === "'" && (level === '‘' || level === '’') && /["“”]/u.test(source));

const agrees = (printed: string, source: string, levels: string): boolean => {
  if (printed.length !== levels.length) return false;
  for (let at = 0; at < printed.length; at += 1) {
    if (!isMarkAsIn(printed.charAt(at), levels.charAt(at), source.charAt(at))) return false;
  }
  return true;
};

/** Whether the marks are those of the source, or all of them one level on, within double marks or single ones. */
const hasMarksOf = (printed: string, source: string): boolean =>
  printed === source ||
  agrees(printed, source, nestQuotationMarks(source, 'double')) ||
  agrees(printed, source, nestQuotationMarks(source, 'single'));

/** Finding so many places takes a few milliseconds. */
const FOUND_IN_A_STEP = 1024;

/** All places of `part` in `text`, in order; places may overlap. */
export function* findPart(part: string, text: string): Steps<readonly FoundPart[]> {
  const tokens = tokensOf(part);
  const pattern = new RegExp(tokens.map(patternOf).join(''), 'g');
  const found: FoundPart[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    const { printed, bracketed } = align(tokens, match, start);
    if (hasMarksOf(printed, match[0])) found.push({ start, end: start + match[0].length, bracketed });
    pattern.lastIndex = start + 1;
    if (found.length % FOUND_IN_A_STEP === 0) yield;
  }
  return found;
}
