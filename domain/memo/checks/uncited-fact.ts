import { ownWords } from '../../reading/own-words.ts';
import { beginningOf } from '../../text/beginning-of.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { citationsOfBlock } from '../citations/list-citations.ts';
import { listProse, type Prose } from '../content/list-prose.ts';
import type { MemoBlock, SectionRole } from '../memo-content.ts';
import type { CheckedMemo } from './checked-memo.ts';
import type { Found } from './finding.ts';
import type { Rule } from './rule.ts';

/** Sections about the memo itself, or about what is not known. */
const aboutItself: ReadonlySet<SectionRole> = new Set(['source-summary', 'gaps', 'change-since']);

/** A number that is no part of a name: neither "G7" nor "ICD 203". */
const number = /(?<![\p{L}\p{N}][-–.]?)(?<!\b\p{Lu}{2,}[\s:-])\d/u;
/** "May" and "March" have other meanings too: they count only after a preposition. */
const date =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|April|June|July|August|September|October|November|December)\b|\b(?:in|since|until|by|during|early|late|mid)[\s-](?:March|May)\b/u;

const paragraphsOf = (block: MemoBlock): readonly MemoBlock[] => {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(({ content }) => uncitedIn(content));
    case 'paragraph':
    case 'table':
      return citationsOfBlock(block).length === 0 ? [block] : [];
    default:
      return [];
  }
};

const isQuotation = (block: MemoBlock | undefined): boolean =>
  block?.type === 'quotation' || (block?.type === 'ownQuotation' && citationsOfBlock(block).length > 0);

/** Paragraphs and tables without a citation; a paragraph followed by a block quotation is assumed to introduce it. */
const uncitedIn = (blocks: readonly MemoBlock[]): readonly MemoBlock[] =>
  blocks.flatMap((block, at) => (isQuotation(blocks[at + 1]) ? [] : paragraphsOf(block)));

const proseOf = (block: MemoBlock): readonly Prose[] =>
  listProse({
    type: 'doc',
    content: [{ type: 'section', attrs: { role: 'own', heading: '-' }, content: [block] }],
  });

const OPENING_LENGTH = 60;

const factualWord = (own: string): string | null => {
  if (date.test(own)) return 'a date';
  return number.test(own) ? 'a number' : null;
};

/** What makes the block factual, and where; a typed quotation without a citation has its own rule. */
const factIn = (block: MemoBlock, uncitedQuotes: readonly string[]): readonly Found[] => {
  const prose = proseOf(block);
  if (prose.some(({ text }) => uncitedQuotes.some((quote) => text.includes(quote)))) return [];
  const kind = block.type === 'table' ? 'A table' : 'A paragraph';
  const facts = prose.flatMap(({ text }): readonly Found[] => {
    const what = factualWord(ownWords(text));
    const message = `${kind} with ${what} has no citation: ${inQuotationMarks(beginningOf(text, OPENING_LENGTH))}`;
    return what === null ? [] : [{ place: { kind: 'text', words: text }, message, subject: text }];
  });
  return facts.slice(0, 1);
};

const check = ({ memo, typedQuotes }: CheckedMemo): readonly Found[] => {
  const uncitedQuotes = typedQuotes.flatMap(({ quote, isCited }) => (isCited ? [] : quote));
  return memo.content.content
    .filter(({ attrs }) => !aboutItself.has(attrs.role))
    .flatMap(({ content }) => uncitedIn(content))
    .flatMap((block) => factIn(block, uncitedQuotes));
};

/** A paragraph with a number or a date and no citation (ICD 206: a citation each time a source is used). */
export const uncitedFact: Rule = { level: 'hint', check };
