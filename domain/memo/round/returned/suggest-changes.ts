/** What reviewers would change, as suggestions at places of the memo as it was written. */
import type { Timestamp } from '../../../time.ts';
import { MAX_REMARK_LENGTH, type RemarkPlace, type SuggestedChange } from '../remark.ts';
import { type BaseParagraph, placeOfWritten, type Written } from './base-text.ts';
import { type BeforeChanges, type BeforePoint, PARAGRAPH_END, type TrackedChange } from './before-changes.ts';
import { type Compared, compareBase, type Placed, placeChange, type Refusal } from './compare-base.ts';
import { THING } from './reviewed-file.ts';

export type Said = {
  readonly writer: string;
  readonly saidAt: Timestamp | null;
  readonly place: RemarkPlace | null;
  /** The words of the file, of what has no place. */
  readonly context: string;
};
export type ReadComment = Said & {
  readonly kind: 'comment';
  readonly text: string;
  /** The place of the first of its thread among the comments. */
  readonly repliesTo: number | null;
  readonly isDone: boolean;
};
export type ReadSuggestion = Said & {
  readonly kind: 'suggestion';
  readonly isTracked: boolean;
  readonly change: SuggestedChange;
  readonly refusal: Refusal | null;
};
export const cut = (text: string): string => text.slice(0, MAX_REMARK_LENGTH);

/** Words as they are inserted into a memo: objects of Word that it has no place for are left out. */
const plain = (text: string): string =>
  text.replaceAll(THING, '').replaceAll('\t', ' ').replaceAll(PARAGRAPH_END, '\n');

export type Author = {
  readonly writer: string;
  readonly saidAt: Timestamp | null;
  readonly isTracked: boolean;
};

/** Makes the suggestions of one file, of which each paragraph is known or new. */
export class SuggestionMaker {
  readonly suggestions: ReadSuggestion[] = [];
  readonly base: readonly BaseParagraph[];
  readonly before: BeforeChanges;
  /** For each paragraph of before that of `base`; -1 for none. */
  readonly baseOf: Int32Array;
  readonly #compared: (Compared | undefined)[] = [];

  constructor(base: readonly BaseParagraph[], before: BeforeChanges, baseOf: Int32Array) {
    this.base = base;
    this.before = before;
    this.baseOf = baseOf;
  }

  paragraph(at: number): BaseParagraph | null {
    return this.base[this.baseOf[at] ?? -1] ?? null;
  }

  text(at: number): string {
    return this.before.paragraphs[at]?.text ?? '';
  }

  compare(at: number, base: BaseParagraph): Compared {
    const known = this.#compared[at] ?? compareBase(base, this.text(at));
    this.#compared[at] = known;
    return known;
  }

  /** The nearest paragraph before it that prints a written text. */
  writtenBefore(at: number): BaseParagraph | null {
    for (let index = at - 1; index >= 0; index -= 1) {
      const base = this.paragraph(index);
      if (base?.written) return base;
    }
    return null;
  }

  hasWrittenAfter(at: number): boolean {
    return this.before.paragraphs.some((_, index) => index > at && this.paragraph(index)?.written);
  }

  /** Whether it comes right after the last words of the memo. */
  followsWritten(at: number): boolean {
    return at > 0 && this.paragraph(at - 1)?.written != null;
  }

  // Suggestions

  add(
    { writer, saidAt, isTracked }: Author,
    change: SuggestedChange,
    { place, refusal }: Pick<Placed, 'place' | 'refusal'>,
    context: string,
  ): void {
    const known = refusal === null ? null : { ...refusal, words: cut(refusal.words) };
    this.suggestions.push({
      kind: 'suggestion',
      writer,
      saidAt,
      isTracked,
      place,
      context: place === null ? cut(context) : '',
      change,
      refusal: known,
    });
  }

  /** Other words for `start` to `end` of a paragraph of before. */
  #changeWords(at: number, [start, end]: readonly [number, number], inserted: string, author: Author): void {
    const base = this.paragraph(at);
    if (base === null) {
      if (this.text(at) !== '' || inserted !== '')
        this.add(author, { kind: 'words', text: cut(plain(inserted)) }, nowhere, this.text(at));
      return;
    }
    const { startOf, endOf } = this.compare(at, base);
    const from = start === end ? endOf(start) : startOf(start);
    this.changeBase(base, [from, start === end ? from : Math.max(from, endOf(end))], inserted, author);
  }

  /** A replacement for `from` to `to` of the sent text; text that was retyped unchanged is not touched. */
  changeBase(
    base: BaseParagraph,
    [from, to]: readonly [number, number],
    inserted: string,
    author: Author,
  ): void {
    let [start, end, text] = [from, to, inserted];
    const isSame = (at: number, letter: string | undefined): boolean =>
      base.kept[at] !== null && sameLetter(base.text[at], letter);
    while (start < end && text !== '' && isSame(start, text[0])) {
      start += 1;
      text = text.slice(1);
    }
    while (start < end && text !== '' && isSame(end - 1, text.at(-1))) {
      end -= 1;
      text = text.slice(0, -1);
    }
    if (start === end && text === '') return;
    const trimmed = placeChange(base, start, end);
    // A change that is refused anyway is reported as it was made.
    const placed = trimmed.refusal === null ? trimmed : placeChange(base, from, to);
    const words = plain(trimmed.refusal === null ? text : inserted);
    const onlyThings = start === end && words === '';
    const refusal: Refusal | null = onlyThings ? { why: 'figure', words: '' } : placed.refusal;
    this.add(author, { kind: 'words', text: cut(placed.lead + words) }, { ...placed, refusal }, base.text);
  }

  #removeBlock(at: number, author: Author): void {
    const base = this.paragraph(at);
    if (base !== null) this.removeBase(base, author);
  }

  removeBase(base: BaseParagraph, author: Author): void {
    const { written, text, kept, isFirst } = base;
    if (text.trim() === '') return;
    const isBlock = written?.field === 'text' && isFirst;
    if (!isBlock) {
      const own = [...kept.keys()].filter((at) => kept[at] === null);
      const [start = 0, end = text.length] = own.length === 0 ? [] : [own[0], (own.at(-1) ?? 0) + 1];
      this.changeBase(base, [start, end], '', author);
      return;
    }
    const evidence = kept.findIndex((why) => why !== null && why !== 'printed');
    const why = kept[evidence];
    const refusal = why === undefined || why === null ? null : { why, words: text.trim() };
    this.add(
      author,
      { kind: 'remove-block' },
      { place: placeOfWritten(written, 0, written.text.length), refusal },
      text,
    );
  }

  /** Paragraphs after one of before, or before it. */
  insertBlocks(at: number, lines: readonly string[], isBefore: boolean, author: Author): void {
    const text = cut(plain(lines.filter((line) => line.trim() !== '').join('\n')));
    if (text.trim() === '') return;
    const own = this.paragraph(at);
    const beside = this.#beside(at, own, isBefore);
    if (beside !== null) {
      const { written, isThere } = beside;
      const end = isThere ? 0 : written.text.length;
      const place = placeOfWritten(written, end, end);
      this.add(author, { kind: 'insert-block', text, isBefore: isThere }, { place, refusal: null }, text);
      return;
    }
    const refusal = own === null ? null : ({ why: 'printed', words: own.text } as const);
    this.add(author, { kind: 'insert-block', text, isBefore }, { place: null, refusal }, text);
  }

  /** The written block beside which a paragraph is put in, and whether before it; null outside of the memo's text. */
  #beside(
    at: number,
    own: BaseParagraph | null,
    isBefore: boolean,
  ): { readonly written: Written; readonly isThere: boolean } | null {
    const before = this.writtenBefore(at)?.written ?? null;
    if (own?.written && isBefore && isOwnBlock(own)) return { written: own.written, isThere: true };
    if (own?.written && (!isBefore || before === null)) return { written: own.written, isThere: false };
    const isAmong = own?.written || this.hasWrittenAfter(at) || (isBefore && this.followsWritten(at));
    return before !== null && isAmong ? { written: before, isThere: false } : null;
  }

  readChange({ from, to, inserted }: TrackedChange, author: Author): void {
    const isOne = from.paragraph === to.paragraph;
    const hasEnds = inserted.includes(PARAGRAPH_END);
    if (!isOne) this.#readSpan(from, to, inserted, author);
    else if (hasEnds) this.#insertWithEnds(from, to.offset, inserted.split(PARAGRAPH_END), author);
    else if (inserted === '' && isWholeText(from, to, this.text(from.paragraph)))
      this.#removeBlock(from.paragraph, author);
    else this.#changeWords(from.paragraph, [from.offset, to.offset], inserted, author);
  }

  /** Words with ends of paragraphs among them, in the place of `from` to `end`. */
  #insertWithEnds(from: BeforePoint, end: number, lines: readonly string[], author: Author): void {
    const { paragraph: at, offset: start } = from;
    const length = this.text(at).length;
    const isAtEnd = end === length && (end > 0 || length === 0);
    if (isAtEnd) this.#insertAtEnd(at, [start, end], lines, author);
    else if (end === 0) this.#insertAtStart(at, lines, author);
    else if (start === end && lines.every((line) => line.trim() === '')) this.#split(at, start, author);
    else this.#changeWords(at, [start, end], lines.join('\n'), author);
  }

  #insertAtEnd(
    at: number,
    [start, end]: readonly [number, number],
    [first = '', ...rest]: readonly string[],
    author: Author,
  ): void {
    if (start < end || first !== '') this.#changeWords(at, [start, end], first, author);
    this.insertBlocks(at, rest, false, author);
  }

  #insertAtStart(at: number, lines: readonly string[], author: Author): void {
    const last = lines.at(-1) ?? '';
    if (last !== '') this.#changeWords(at, [0, 0], last, author);
    this.insertBlocks(at, lines.slice(0, -1), true, author);
  }

  #split(at: number, offset: number, author: Author): void {
    const base = this.paragraph(at);
    if (base === null) return;
    const placed = placeChange(base, this.compare(at, base).endOf(offset), 0);
    this.add(author, { kind: 'split' }, placed, base.text);
  }

  /** A change from within one paragraph into another: parts of both, everything between, and the end of the first. */
  #readSpan(from: BeforePoint, to: BeforePoint, inserted: string, author: Author): void {
    const first = this.text(from.paragraph);
    const last = this.text(to.paragraph);
    const isFirstGone = from.offset === 0 && first !== '';
    const isLastGone = to.offset === last.length && last !== '';
    const staysFirst = !isFirstGone || (isLastGone && inserted !== '');
    if (staysFirst) this.#endOf(from, first, inserted, author);
    else this.#removeBlock(from.paragraph, author);
    this.#removeBetween(from.paragraph, to.paragraph, author);
    if (isLastGone) {
      this.#removeBlock(to.paragraph, author);
      return;
    }
    this.#startOf(to, staysFirst ? '' : inserted, author);
    if (!isFirstGone && first !== '' && last !== '') this.#join(from.paragraph, author);
  }

  #removeBetween(from: number, to: number, author: Author): void {
    for (let at = from + 1; at < to; at += 1) this.#removeBlock(at, author);
  }

  #endOf({ paragraph, offset }: BeforePoint, text: string, inserted: string, author: Author): void {
    if (offset < text.length || inserted !== '')
      this.#changeWords(paragraph, [offset, text.length], inserted, author);
  }

  #startOf({ paragraph, offset }: BeforePoint, inserted: string, author: Author): void {
    if (offset > 0 || inserted !== '') this.#changeWords(paragraph, [0, offset], inserted, author);
  }

  #join(at: number, author: Author): void {
    const base = this.paragraph(at);
    if (base === null) return;
    const { written, text } = base;
    const end = written?.text.length ?? 0;
    const isOwn = written?.field === 'text';
    this.add(
      author,
      { kind: 'join' },
      {
        place: written === null ? null : placeOfWritten(written, end, end),
        refusal: isOwn ? null : { why: 'printed', words: text },
      },
      text,
    );
  }

  readFormat(
    at: number,
    { start, end }: { readonly start: number; readonly end: number },
    change: Extract<SuggestedChange, { kind: 'format' }>,
    author: Author,
  ): void {
    const base = this.paragraph(at);
    if (base === null) return;
    const { startOf, endOf } = this.compare(at, base);
    const from = startOf(start);
    this.add(author, change, placeChange(base, from, Math.max(from + 1, endOf(end))), base.text);
  }

  /** The destination of a moved block: after that block, or -1 for before all. */
  placeOfMove({ paragraph, offset }: BeforePoint): number {
    const own = offset === 0 ? null : this.paragraph(paragraph);
    const base = own?.written ? own : this.writtenBefore(paragraph);
    return base?.written?.block.block ?? -1;
  }
}

const nowhere: Placed = { place: null, refusal: null, lead: '' };

/** Whether it is a whole block of the memo's text. */
export const isOwnBlock = ({ written, isFirst, part }: BaseParagraph): boolean =>
  written?.field === 'text' && isFirst && part === 'body';

const sameLetter = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (/[\u00A0\u202F ]/u.test(one ?? '') && /[\u00A0\u202F ]/u.test(other ?? ''));

const isWholeText = (from: BeforePoint, to: BeforePoint, text: string): boolean =>
  from.offset === 0 && to.offset === text.length && text !== '';
