/**
 * What a round's file printed for each of its paragraphs, and which letter of the memo as written each printed
 * letter is. Between the words that somebody wrote are those that Precis prints: quotations, the numbers of
 * sources, the grade of a source, the likelihood of a judgement. A reviewer cannot change them.
 */
import { alignKeys } from '../../../text/sequences/align-keys.ts';
import { isEmptyBlock } from '../../content/is-empty-block.ts';
import type { MemoBlock, MemoContent, MemoSection, MemoTable } from '../../memo-content.ts';
import type { DocumentBlock, DocumentSection, FrozenDocument } from '../../memo-document.ts';
import { blocksToName, printParagraphName } from '../name-paragraphs.ts';
import { MAX_PLACE_WORDS, type RefusalReason, type RemarkPlace } from '../remark.ts';
import { OBJECT, textOf, type WrittenBlock, type WrittenField, writtenBlocks } from '../written-blocks.ts';
import { type Piece, type ReviewedFile, type ReviewedParagraph, THING } from './reviewed-file.ts';

/** One of the texts of a written block. */
export type Written = { readonly block: WrittenBlock; readonly field: WrittenField; readonly text: string };

export type BaseParagraph = Pick<ReviewedParagraph, 'part' | 'names' | 'style' | 'pieces'> & {
  readonly text: string;
  /** The text that it prints; null of what no place of the memo is, such as the list of sources. */
  readonly written: Written | null;
  /** Whether it is the first paragraph of its block. */
  readonly isFirst: boolean;
  /** For each letter its offset in the written text, -1 where it has none. */
  readonly owners: Int32Array;
  /** For each letter why it can't be changed; null where it can. */
  readonly kept: readonly (RefusalReason | null)[];
};

type Target = { readonly block: WrittenBlock; readonly field: WrittenField };

/** The written texts in the order in which they are printed; null for printed text that nobody wrote. */
const printedOrder = (content: MemoContent): readonly (Target | null)[] => {
  const blocks = new Map<unknown, WrittenBlock>(writtenBlocks(content).map((block) => [block.node, block]));
  const target = (node: MemoSection['content'][number], field: WrittenField): readonly Target[] => {
    const block = blocks.get(node);
    return block === undefined ? [] : [{ block, field }];
  };
  const ofTable = (table: MemoTable): readonly Target[] => {
    const { caption = '', source = '' } = table.attrs ?? {};
    return [
      ...(caption.trim() === '' ? [] : target(table, 'caption')),
      ...table.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(ofBlock))),
      ...(source.trim() === '' ? [] : target(table, 'source')),
    ];
  };
  const ofBlock = (block: MemoSection['content'][number]): readonly Target[] => {
    if (isEmptyBlock(block as MemoBlock)) return [];
    if (block.type === 'table') return ofTable(block);
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return block.content.flatMap((item) => item.content.flatMap(ofBlock));
    return target(block, 'text');
  };
  return content.content.flatMap((section): readonly (Target | null)[] => {
    const printed = section.content.flatMap(ofBlock);
    const isFilled = printed.length === 0 && (section.attrs.guide?.whenEmpty ?? '') !== '';
    return isFilled ? [null] : printed;
  });
};

/** The fields that the paragraphs of a printed block hold, in their order; the last one holds for all that follow. */
const fieldsOf = (block: DocumentBlock, field: WrittenField): readonly WrittenField[] => {
  if (block.kind === 'figure') return ['caption', 'source'];
  if (block.kind !== 'judgement') return [field];
  return [
    'text',
    ...(block.confidence === null ? [] : (['confidenceReason'] as const)),
    ...(block.assumptions === null ? [] : (['assumptions'] as const)),
    ...(block.wouldChange === null ? [] : (['wouldChange'] as const)),
  ];
};

type Named = Target & { readonly printed: DocumentBlock; readonly paragraph: number };

const MAX_NAMED = 1000;

/** What each name of a paragraph stands for. */
const namesOf = (sections: readonly DocumentSection[], content: MemoContent): ReadonlyMap<string, Named> => {
  const targets = printedOrder(content);
  const printed = blocksToName(sections);
  const names = new Map<string, Named>();
  // Paragraphs created in another order than they are printed in now cannot be told apart.
  if (printed.length !== targets.length) return names;
  printed.forEach((block, at) => {
    const target = targets[at];
    if (target === null || target === undefined) return;
    const fields = fieldsOf(block, target.field);
    const count = block.kind === 'quotation' ? MAX_NAMED : fields.length;
    for (let paragraph = 0; paragraph < count; paragraph += 1) {
      const field = fields[Math.min(paragraph, fields.length - 1)] ?? 'text';
      const named = { block: target.block, field, printed: block, paragraph };
      names.set(printParagraphName({ block: at, paragraph }), named);
    }
  });
  return names;
};

/** The name of the first paragraph that prints a text of a block; null where none does. */
export const createParagraphNames = (sections: readonly DocumentSection[], content: MemoContent) => {
  const names = new Map<string, string>();
  for (const [name, { block, field }] of namesOf(sections, content)) {
    const key = `${block.block} ${field}`;
    if (!names.has(key)) names.set(key, name);
  }
  return ({ block, field }: Pick<RemarkPlace, 'block' | 'field'>): string | null =>
    names.get(`${block} ${field}`) ?? null;
};

/** Letters as they are compared: a space that does not break is a space. */
const compared = (text: string): readonly string[] =>
  text.split('').map((letter) => (/[\u00A0\u202F]/u.test(letter) ? ' ' : letter));

type Letters = {
  /** The printed letters; one sign for locked text, a footnote or a line break. */
  readonly letters: string[];
  /** What each sign is: the name of its lock, or empty; null for a letter. */
  readonly signs: (string | null)[];
  /** Where each begins in the paragraph. */
  readonly at: number[];
};

const lettersOf = (pieces: readonly Piece[]): Letters => {
  const found: Letters = { letters: [], signs: [], at: [] };
  let start = 0;
  let open: string | null = null;
  const add = (letter: string, sign: string | null, at: number): void => {
    found.letters.push(letter);
    found.signs.push(sign);
    found.at.push(at);
  };
  for (const { text, lock } of pieces) {
    if (lock === null)
      compared(text).forEach((letter, offset) => {
        const isSign = letter === '\n' || letter === THING;
        add(isSign ? OBJECT : letter, isSign ? '' : null, start + offset);
      });
    else if (lock !== open) add(OBJECT, lock, start);
    open = lock;
    start += text.length;
  }
  return found;
};

/** The sign from `from` on, and the last one that is printed for the same: a quotation has its number behind it. */
const nextSign = (
  { signs }: Letters,
  from: number,
): { readonly first: number; readonly last: number } | null => {
  const first = signs.findIndex((sign, at) => at >= from && sign !== null);
  if (first === -1) return null;
  const citation = signs.findIndex((sign, at) => at > first && sign === 'Citation');
  return { first, last: signs[first] === 'Quotation' && citation !== -1 ? citation : first };
};

/** Where `words` occur after `at`; the first ones take the last place before the next sign. Null where they do not. */
const findWords = (printed: string, text: string, at: number, end: number, isFirst: boolean) => {
  const words = isFirst ? text.trim() : text;
  const from = isFirst ? printed.lastIndexOf(words, end - words.length) : at;
  const there = [words, words.trimEnd()].find((each) => printed.startsWith(each, from));
  const isThere = from !== -1 && there !== undefined && from + there.length <= end;
  const lead = isFirst ? text.length - text.trimStart().length : 0;
  return isThere ? { from, length: there.length, lead } : null;
};

/** Citations that follow each other have one sign. */
const isShared = (text: string, sign: number, at: number, isFirst: boolean): boolean =>
  !isFirst && text.trim() === '' && sign !== at;

const range = (from: number, length: number): readonly number[] =>
  Array.from({ length }, (_, step) => from + step);

/**
 * For each printed letter the written letter that it is, -1 where it has none. The written text must appear letter
 * by letter between the signs, except for white space before the number of a source, and a lead before the first
 * words, such as a likelihood. Null where it does not.
 */
const matchLetters = (found: Letters, written: string): Int32Array | null => {
  const printed = found.letters.join('');
  const matched = new Int32Array(printed.length).fill(-1);
  const texts = compared(written).join('').split(OBJECT);
  let at = 0;
  let place = 0;
  for (const [index, text] of texts.entries()) {
    const isFirst = index === 0;
    const sign = nextSign(found, at);
    const there = findWords(printed, text, at, sign?.first ?? printed.length, isFirst);
    if (there === null) return null;
    matched.set(range(place + there.lead, there.length), there.from);
    at = there.from + there.length;
    place += text.length + 1;
    if (index === texts.length - 1 || sign === null || isShared(text, sign.first, at, isFirst)) continue;
    matched.fill(place - 1, sign.first, sign.last + 1);
    at = sign.last + 1;
  }
  return matched;
};

/**
 * For each printed letter the written letter that it is. Text printed around a quotation (its marks, its number)
 * belongs to the sign that represents the quotation in the written text; other printed text belongs to none.
 */
const ownersOf = (pieces: readonly Piece[], written: string): Int32Array => {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const found = lettersOf(pieces);
  const { letters, at } = found;
  const matched = matchLetters(found, written) ?? alignKeys(letters, compared(written));
  const owners = new Int32Array(length).fill(-1);
  /** What is printed beside a sign belongs to it. */
  const signBeside = (after: number, before: number): number =>
    [after, before].find((place) => written[place] === OBJECT) ?? -1;
  const next = new Int32Array(letters.length + 1).fill(-1);
  for (let index = letters.length - 1; index >= 0; index -= 1)
    next[index] = matched[index] === -1 ? (next[index + 1] ?? -1) : (matched[index] ?? -1);
  let before = -1;
  letters.forEach((_, index) => {
    const own = matched[index] ?? -1;
    if (own !== -1) before = own;
    const owner = own === -1 ? signBeside(next[index] ?? -1, before) : own;
    owners.fill(owner, at[index] ?? 0, at[index + 1] ?? length);
  });
  return owners;
};

const reasons: Readonly<Record<string, RefusalReason>> = {
  Quotation: 'quotation',
  Citation: 'citation',
  Marking: 'marking',
};

/** The kind of a paragraph, as far as it decides which of its letters can be changed. */
type Keeping = Pick<ReviewedParagraph, 'part'> & {
  /** Null where no place of the memo is printed. */
  readonly owners: Int32Array | null;
  readonly written: string;
  readonly isAttribution: boolean;
};

/** Why a letter that is not locked can't be changed: the marks around a quotation are printed with it. */
const whyPrinted = (
  letter: string,
  owner: number,
  { part, owners, written }: Keeping,
): RefusalReason | null => {
  if (part === 'note') return 'note';
  if (owners === null) return letter === THING ? 'figure' : 'printed';
  if (owner === -1) return 'printed';
  return written[owner] !== OBJECT || letter === THING || letter === '\n' ? null : 'quotation';
};

/** Why each letter cannot be changed. A grade is in bold in the line below a block quotation. */
const keptOf = (pieces: readonly Piece[], keeping: Keeping): readonly (RefusalReason | null)[] => {
  let at = 0;
  return pieces.flatMap(({ text, lock, isBold }) => {
    const start = at;
    at += text.length;
    const why = lock === null ? null : (reasons[lock] ?? 'printed');
    return text.split('').map((letter, offset): RefusalReason | null => {
      if (keeping.isAttribution && isBold) return 'grade';
      return why ?? whyPrinted(letter, keeping.owners?.[start + offset] ?? -1, keeping);
    });
  });
};

const textOfPieces = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** The headings of the sections, which have no bookmark: by their words, in their order. */
const headingsIn = (
  paragraphs: readonly ReviewedParagraph[],
  content: MemoContent,
): ReadonlyMap<ReviewedParagraph, Target> => {
  const sections = writtenBlocks(content).filter(({ node }) => node.type === 'section');
  const headings = new Map<ReviewedParagraph, Target>();
  let from = 0;
  for (const block of sections) {
    const heading = textOf(block, 'heading')?.trim();
    const at = paragraphs.findIndex(
      ({ names, part, pieces }, index) =>
        index >= from && part === 'body' && names.length === 0 && textOfPieces(pieces).trim() === heading,
    );
    const found = paragraphs[at];
    if (found === undefined) continue;
    headings.set(found, { block, field: 'heading' });
    from = at + 1;
  }
  return headings;
};

type Known = {
  readonly names: ReadonlyMap<string, Named>;
  readonly headings: ReadonlyMap<ReviewedParagraph, Target>;
  readonly lastOfBlock: ReadonlyMap<DocumentBlock, string>;
};

const baseParagraph = (
  paragraph: ReviewedParagraph,
  { names, headings, lastOfBlock }: Known,
): BaseParagraph => {
  const name = paragraph.names.find((each) => names.has(each));
  const named = name === undefined ? undefined : names.get(name);
  const target = named ?? headings.get(paragraph);
  const text = textOfPieces(paragraph.pieces);
  const own = target === undefined ? null : textOf(target.block, target.field);
  const written = target === undefined || own === null ? null : { ...target, text: own };
  const owners = own === null ? null : ownersOf(paragraph.pieces, own);
  const isAttribution = named?.printed.kind === 'quotation' && lastOfBlock.get(named.printed) === name;
  const keeping = { part: paragraph.part, owners, written: own ?? '', isAttribution };
  return {
    ...paragraph,
    text,
    written,
    isFirst: (named?.paragraph ?? 0) === 0,
    owners: owners ?? new Int32Array(text.length).fill(-1),
    kept: keptOf(paragraph.pieces, keeping),
  };
};

/** The paragraphs of a file that nobody has changed, which prints `document`, written as `content`. */
export const baseParagraphs = (
  { paragraphs }: Pick<ReviewedFile, 'paragraphs'>,
  document: FrozenDocument,
  content: MemoContent,
): readonly BaseParagraph[] => {
  const names = namesOf(document.sections, content);
  const lastOfBlock = new Map<DocumentBlock, string>();
  for (const name of paragraphs.flatMap((paragraph) => paragraph.names)) {
    const named = names.get(name);
    if (named !== undefined) lastOfBlock.set(named.printed, name);
  }
  const known = { names, headings: headingsIn(paragraphs, content), lastOfBlock };
  return paragraphs.map((paragraph) => baseParagraph(paragraph, known));
};

/** The place of `start` to `end` of a written text. */
export const placeOfWritten = ({ block, field, text }: Written, start: number, end: number): RemarkPlace => ({
  block: block.block,
  field,
  start,
  end,
  exact: text.slice(start, Math.min(end, start + MAX_PLACE_WORDS)),
  prefix: text.slice(Math.max(0, start - MAX_PLACE_WORDS), start),
  suffix: text.slice(end, end + MAX_PLACE_WORDS),
});
