/**
 * Reads the remarks of reviewers from a returned file: its comments, its tracked changes, and untracked changes,
 * each at its place in the memo as written. A change to evidence, or to text that Precis prints itself, is refused
 * with the words that stay; a remark that cannot be placed is kept with its words.
 */
import { longestInOrder } from '../../../text/sequences/unique-pairs.ts';
import { type Timestamp, timestampSchema } from '../../../time.ts';
import type { MemoContent } from '../../memo-content.ts';
import type { FrozenDocument } from '../../memo-document.ts';
import { alignReviewed, folded } from './align-reviewed.ts';
import { type BaseParagraph, baseParagraphs, placeOfWritten } from './base-text.ts';
import {
  type BeforeChanges,
  type BeforeParagraph,
  beforeChanges,
  PARAGRAPH_END,
  type TrackedChange,
} from './before-changes.ts';
import { compareBase, type Hunk, placeComment } from './compare-base.ts';
import { isFurniture, type ReviewedFile, THING } from './reviewed-file.ts';
import {
  type Author,
  cut,
  isOwnBlock,
  type ReadComment,
  type ReadSuggestion,
  type Said,
  SuggestionMaker,
} from './suggest-changes.ts';

export type ReadRemarks = {
  readonly comments: readonly ReadComment[];
  readonly suggestions: readonly ReadSuggestion[];
};

export type ReviewedRound = {
  /** What went out, read as the reviewed file is. */
  readonly base: Pick<ReviewedFile, 'paragraphs'>;
  readonly document: FrozenDocument;
  readonly content: MemoContent;
  /** Whether `base` is exactly what was sent: otherwise only the memo's own text is compared. */
  readonly isExact: boolean;
};

/** An instant as programs write it: some leave out the zone, and some write one that never was. */
const timeOf = (at: string): Timestamp | null => {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/u.test(at) ? at : `${at}Z`;
  const time = Date.parse(zoned);
  if (Number.isNaN(time)) return null;
  return timestampSchema.safeParse(new Date(time).toISOString()).data ?? null;
};

class RemarkReader {
  readonly #maker: SuggestionMaker;
  readonly #base: readonly BaseParagraph[];
  readonly #before: BeforeChanges;
  readonly #baseOf: Int32Array;
  readonly #file: ReviewedFile;
  readonly #isExact: boolean;

  constructor({ base, document, content, isExact }: ReviewedRound, file: ReviewedFile) {
    this.#file = file;
    this.#isExact = isExact;
    this.#base = baseParagraphs(base, document, content);
    this.#before = beforeChanges(file);
    this.#baseOf = alignReviewed(this.#base, this.#before.paragraphs);
    this.#maker = new SuggestionMaker(this.#base, this.#before, this.#baseOf);
  }

  comments(): readonly ReadComment[] {
    const places = this.#file.comments.map(({ place }) => this.#placeOfComment(place));
    return this.#file.comments.map(({ by, at, text, repliesTo, isDone }, index): ReadComment => {
      const { place, context } = places[repliesTo ?? index] ?? { place: null, context: '' };
      return {
        kind: 'comment',
        writer: by,
        saidAt: timeOf(at),
        place,
        context: place === null ? cut(context) : '',
        text,
        repliesTo,
        isDone,
      };
    });
  }

  suggestions(): readonly ReadSuggestion[] {
    const moved = this.#readMoves();
    for (const change of this.#before.changes)
      if (!moved.has(change)) this.#maker.readChange(change, authorOf(change));
    for (const format of this.#before.formats)
      this.#maker.readFormat(
        format.paragraph,
        format,
        { kind: 'format', mark: format.mark, isOn: format.isOn },
        authorOf(format),
      );
    this.#readUntracked();
    return this.#maker.suggestions;
  }

  // Comments

  #placeOfComment(place: ReviewedFile['comments'][number]['place']): Pick<Said, 'place' | 'context'> {
    if (place === null) return { place: null, context: '' };
    const start = this.#before.pointOf(place.paragraph, place.start);
    const last = this.#before.pointOf(place.paragraph, place.end);
    const end = last.paragraph === start.paragraph ? last.offset : this.#maker.text(start.paragraph).length;
    const base = this.#maker.paragraph(start.paragraph);
    if (base === null) return this.#placeNear(start.paragraph);
    if (base.part === 'note') return this.#placeOfNote(base);
    const { startOf, endOf } = this.#maker.compare(start.paragraph, base);
    const from = start.offset === end ? endOf(end) : startOf(start.offset);
    const found = placeComment(base, from, Math.max(from, endOf(end)));
    return { place: found, context: this.#maker.text(start.paragraph) };
  }

  /** A remark on an inserted paragraph is placed at the end of what comes before it. */
  #placeNear(at: number): Pick<Said, 'place' | 'context'> {
    const base = this.#maker.writtenBefore(at);
    const end = base?.written?.text.length ?? 0;
    const place = base?.written ? placeOfWritten(base.written, end, end) : null;
    return { place, context: this.#maker.text(at) };
  }

  /** A remark on a footnote is placed where the footnote is referred to. */
  #placeOfNote(note: BaseParagraph): Pick<Said, 'place' | 'context'> {
    const number = this.#base.filter(({ part }) => part === 'note').indexOf(note);
    const marks = this.#base.flatMap((base) =>
      base.written === null
        ? []
        : [...base.text].flatMap((letter, at) => (letter === THING ? [{ base, at }] : [])),
    );
    const mark = marks[number];
    const place = mark === undefined ? null : placeComment(mark.base, mark.at, mark.at + 1);
    return { place, context: note.text };
  }

  // Moves

  /** The written block of a whole paragraph that moves away; null where it is not a whole one. */
  #wholeBlock({ from, to }: TrackedChange): BaseParagraph | null {
    const text = this.#maker.text(from.paragraph);
    const endsHere = to.paragraph === from.paragraph && to.offset === text.length;
    const endsBehind = to.paragraph === from.paragraph + 1 && to.offset === 0;
    const base = from.offset === 0 && (endsHere || endsBehind) ? this.#maker.paragraph(from.paragraph) : null;
    return base !== null && isOwnBlock(base) ? base : null;
  }

  #readMoves(): ReadonlySet<TrackedChange> {
    const read = new Set<TrackedChange>();
    const moves = this.#before.changes.filter(({ move }) => move !== null && move !== '');
    for (const name of new Set(moves.map(({ move }) => move))) {
      const both = moves.filter(({ move }) => move === name);
      const from = both.find(({ inserted }) => inserted === '');
      const to = both.find(({ inserted }) => inserted !== '');
      const block = from === undefined ? null : this.#wholeBlock(from);
      const words = folded((to?.inserted ?? '').replaceAll(PARAGRAPH_END, ' '));
      if (both.length !== 2 || from === undefined || to === undefined || block?.written == null) continue;
      if (words !== folded(this.#maker.text(from.from.paragraph))) continue;
      const { written } = block;
      const place = placeOfWritten(written, 0, written.text.length);
      const change = { kind: 'move', after: this.#maker.placeOfMove(to.from) } as const;
      this.#maker.add(authorOf(from), change, { place, refusal: null }, block.text);
      read.add(from).add(to);
    }
    return read;
  }

  // What was changed without tracking

  /** The person who saved the file, or the only one with remarks in it. */
  #untracked(): Author {
    const writers = new Set([...this.#file.revisions, ...this.#file.comments].map(({ by }) => by));
    const [only = ''] = writers.size === 1 ? writers : [];
    return { writer: this.#file.savedBy === '' ? only : this.#file.savedBy, saidAt: null, isTracked: false };
  }

  #readUntracked(): void {
    const author = this.#untracked();
    this.#before.paragraphs.forEach((paragraph, at) => {
      const base = this.#maker.paragraph(at);
      if (base === null || !this.#isCompared(base)) return;
      for (const { start, end, text } of this.#maker.compare(at, base).hunks)
        this.#maker.changeBase(base, [start, end], text, author);
      if (base.written !== null) this.#readLooks(at, base, paragraph.looks, author);
    });
    this.#readMissing(author);
    this.#readAdded(author);
    this.#readOrder(author);
    this.#readFurniture(author);
  }

  /** Where the sent text is not known exactly, what Precis prints around the memo may have changed since. */
  #isCompared(base: BaseParagraph): boolean {
    return !isFurniture(base) && (base.written !== null || this.#isExact);
  }

  #readMissing(author: Author): void {
    const there = new Set(this.#baseOf);
    this.#base.forEach((base, at) => {
      if (there.has(at) || !this.#isCompared(base)) return;
      this.#maker.removeBase(base, author);
    });
  }

  #readAdded(author: Author): void {
    const { paragraphs } = this.#before;
    for (let at = 0; at < paragraphs.length; at += 1) {
      if (this.#isKnown(at)) continue;
      const lines: string[] = [];
      const first = at;
      for (; at < paragraphs.length && !this.#isKnown(at); at += 1) lines.push(this.#maker.text(at));
      const isAmong = this.#maker.writtenBefore(first) !== null && this.#maker.hasWrittenAfter(at - 1);
      if (isAmong || this.#isExact || this.#maker.followsWritten(first))
        this.#maker.insertBlocks(first, lines, false, author);
    }
  }

  #isKnown(at: number): boolean {
    return this.#baseOf[at] !== -1 || this.#before.paragraphs[at]?.part !== 'body';
  }

  /** A whole paragraph in bold is as a program writes a style. */
  #readLooks(
    at: number,
    base: BaseParagraph,
    looks: BeforeChanges['paragraphs'][number]['looks'],
    author: Author,
  ): void {
    const text = this.#maker.text(at);
    if (text.length !== base.text.length || folded(text) !== folded(base.text)) return;
    const was = base.pieces.flatMap((piece) => Array.from(piece.text, () => piece));
    for (const mark of ['bold', 'italic'] as const) {
      const field = mark === 'bold' ? 'isBold' : 'isItalic';
      const differs = looks.flatMap((look) =>
        Array.from({ length: look.end - look.start }, (_, step) => {
          const offset = look.start + step;
          const before = was[offset];
          // Locked text looks as a program writes its style.
          const isOwn = base.kept[offset] === null && !/\s/u.test(text[offset] ?? '');
          return before === undefined || !isOwn || before[field] === look[field] ? null : look[field];
        }),
      );
      const letters = text.replace(/\s/gu, '').length;
      if (differs.filter((isOn) => isOn !== null).length > letters / 2) continue;
      for (const { start, end, isOn } of stretches(differs, text))
        this.#maker.readFormat(at, { start, end }, { kind: 'format', mark, isOn }, author);
    }
  }

  #readOrder(author: Author): void {
    const blocks = Array.from(this.#baseOf).flatMap((there, at) => {
      const base = this.#base[there];
      return base !== undefined && isOwnBlock(base) ? [{ old: at, fresh: there, base }] : [];
    });
    const inOrder = new Set(longestInOrder(blocks).map(({ old }) => old));
    for (const { old, base } of blocks) {
      if (inOrder.has(old) || base.written === null) continue;
      const place = placeOfWritten(base.written, 0, base.written.text.length);
      const change = { kind: 'move', after: this.#maker.placeOfMove({ paragraph: old, offset: 0 }) } as const;
      this.#maker.add(author, change, { place, refusal: null }, base.text);
    }
  }

  // What stands on every page

  /**
   * Programs write headers and footers once or for each kind of page, with page numbers in them. Each difference
   * is reported once; all of it is printed by Precis, and refused.
   */
  #readFurniture(author: Author): void {
    const said = new Set<string>();
    const once: Once = (key, say) => {
      if (!said.has(key)) say();
      said.add(key);
    };
    // Of copies of one changed line the first is compared, and the others are not new.
    const paired = this.#before.paragraphs.filter(
      (paragraph, at) => isFurniture(paragraph) && this.#maker.paragraph(at) !== null,
    );
    const stands = this.#before.paragraphs.flatMap((paragraph, at): readonly string[] => {
      if (!isFurniture(paragraph) || paragraph.text.trim() === '') return [];
      const base = this.#maker.paragraph(at);
      const isCopy = paired.some(({ part, text }) => part === paragraph.part && text === paragraph.text);
      if (base === null && !isCopy) this.#readAddedFurniture(paragraph, once, author);
      const isSame = base !== null && this.#isSameFurniture(base, paragraph.text, once, author);
      return isSame ? [furnitureKey(base)] : [];
    });
    const there = new Set(this.#baseOf);
    this.#base.forEach((base, at) => {
      if (!isFurniture(base) || there.has(at) || stands.includes(furnitureKey(base))) return;
      const why = base.kept.includes('marking') ? 'marking' : 'printed';
      if (base.text.trim() === '' || (why === 'printed' && !this.#isExact)) return;
      const placed = { place: null, refusal: { why, words: folded(base.text) } } as const;
      once(furnitureKey(base), () => this.#maker.add(author, { kind: 'words', text: '' }, placed, base.text));
    });
  }

  /** Whether it is as it was sent; refuses what is not. */
  #isSameFurniture(base: BaseParagraph, text: string, once: Once, author: Author): boolean {
    // Where the sent text is not known exactly, only its marking is.
    const hunks = furnitureHunks(base, text).filter(
      ({ start, end }) => this.#isExact || base.kept.slice(start, end).includes('marking'),
    );
    for (const { start, end, text: words } of hunks)
      once([base.text, start, end, words].join('\n'), () =>
        this.#maker.changeBase(base, [start, end], words, author),
      );
    return hunks.length === 0;
  }

  #readAddedFurniture({ part, text }: BeforeParagraph, once: Once, author: Author): void {
    const heads = this.#base.filter((base) => base.part === part);
    if (!this.#isExact || heads.some((head) => furnitureHunks(head, text).length === 0)) return;
    const words = folded(heads[0]?.text ?? '');
    const placed = { place: null, refusal: { why: 'printed', words } } as const;
    once(text, () => this.#maker.add(author, { kind: 'words', text: cut(folded(text)) }, placed, text));
  }
}

type Once = (key: string, say: () => void) => void;

const furnitureKey = ({ part, text }: BaseParagraph): string => `${part} ${folded(text)}`;

/** Numbers where Precis prints none are those of pages, as a program has counted them. */
const furnitureHunks = (base: BaseParagraph, text: string): readonly Hunk[] =>
  compareBase(base, text).hunks.filter(
    (hunk) => base.text.slice(hunk.start, hunk.end).trim() !== '' || !/^[\d\s]*$/u.test(hunk.text),
  );

const authorOf = ({ by, at }: { readonly by: string; readonly at: string }): Author => ({
  writer: by,
  saidAt: timeOf(at),
  isTracked: true,
});

/** Runs of letters with the same answer; white space between two of them is included. */
const stretches = (
  differs: readonly (boolean | null)[],
  text: string,
): readonly { readonly start: number; readonly end: number; readonly isOn: boolean }[] => {
  const found: { start: number; end: number; isOn: boolean }[] = [];
  differs.forEach((isOn, at) => {
    if (isOn === null) return;
    const last = found.at(-1);
    const isNext = last?.isOn === isOn && text.slice(last.end, at).trim() === '';
    if (last !== undefined && isNext) last.end = at + 1;
    else found.push({ start: at, end: at + 1, isOn });
  });
  return found;
};

/** Reads the remarks of a file that has come back. */
export const readRemarks = (round: ReviewedRound, file: ReviewedFile): ReadRemarks => {
  const reader = new RemarkReader(round, file);
  return { comments: reader.comments(), suggestions: reader.suggestions() };
};
