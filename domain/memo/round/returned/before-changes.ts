/**
 * A reviewed file as it was before its tracked changes, and what each of them would do to that. Ends of paragraphs
 * count as letters: put in, one paragraph of before has become two; taken out, two have become one.
 */
import type { Piece, ReviewedFile, ReviewedParagraph } from './reviewed-file.ts';

/** The end of a paragraph within words that were put in. */
export const PARAGRAPH_END = '\u2029';

/** A place in the text of before: UTF-16 units of one of its paragraphs. */
export type BeforePoint = { readonly paragraph: number; readonly offset: number };

type Look = Pick<Piece, 'isBold' | 'isItalic'>;
export type LookedText = Look & { readonly start: number; readonly end: number };

export type BeforeParagraph = Pick<ReviewedParagraph, 'part' | 'names' | 'style'> & {
  readonly text: string;
  /** How its letters look, in order and without gaps. */
  readonly looks: readonly LookedText[];
};

/** What one person has put in and taken out at one place. Nothing is taken out where `from` is `to`. */
export type TrackedChange = {
  readonly by: string;
  readonly at: string;
  /** The move of which it is one end; null where it is not one. */
  readonly move: string | null;
  readonly from: BeforePoint;
  readonly to: BeforePoint;
  readonly inserted: string;
};

export type TrackedFormat = {
  readonly by: string;
  readonly at: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly mark: 'bold' | 'italic';
  readonly isOn: boolean;
};

export type BeforeChanges = {
  readonly paragraphs: readonly BeforeParagraph[];
  readonly changes: readonly TrackedChange[];
  readonly formats: readonly TrackedFormat[];
  /** The place in the text of before that a place in the file is, whose words are counted with all changes. */
  readonly pointOf: (paragraph: number, offset: number) => BeforePoint;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OpenParagraph = Writable<BeforeParagraph> & { names: string[]; looks: LookedText[] };
/** Where a piece of the file begins, counted with all changes, and in the text of before. */
type Stop = { readonly at: number; readonly before: BeforePoint; readonly isThere: boolean };

class Undoer {
  readonly paragraphs: OpenParagraph[] = [];
  readonly changes: TrackedChange[] = [];
  readonly formats: TrackedFormat[] = [];
  readonly stops: Stop[][] = [];
  readonly #file: ReviewedFile;
  #open: OpenParagraph | null = null;
  #change: Writable<TrackedChange> | null = null;

  constructor(file: ReviewedFile) {
    this.#file = file;
    for (const paragraph of file.paragraphs) this.#paragraph(paragraph);
    this.#close();
  }

  #here(): BeforePoint {
    return { paragraph: this.paragraphs.length, offset: this.#open?.text.length ?? 0 };
  }

  #paragraph(paragraph: ReviewedParagraph): void {
    if (this.#open !== null && this.#open.part !== paragraph.part) this.#close();
    this.#open ??= { part: paragraph.part, names: [], style: paragraph.style, text: '', looks: [] };
    this.#open.names.push(...paragraph.names);
    const stops: Stop[] = [];
    let at = 0;
    for (const piece of paragraph.pieces) {
      const isThere = piece.inserted === null;
      stops.push({ at, before: this.#here(), isThere });
      this.#piece(piece);
      at += piece.text.length;
    }
    stops.push({ at, before: this.#here(), isThere: false });
    this.stops.push(stops);
    this.#end(paragraph);
  }

  #piece(piece: Piece): void {
    const { text, inserted, deleted } = piece;
    // Text that was inserted and deleted again is ignored.
    if (inserted !== null && deleted !== null) return;
    if (inserted !== null) this.#grow(inserted).inserted += text;
    else if (deleted !== null) {
      const change = this.#grow(deleted);
      this.#write(piece);
      change.to = this.#here();
    } else {
      this.#flush();
      this.#write(piece);
    }
  }

  #write({ text, isBold, isItalic, before }: Piece): void {
    const open = this.#open;
    if (open === null) return;
    const start = open.text.length;
    open.text += text;
    const was = before ?? { isBold, isItalic };
    open.looks.push({ start, end: open.text.length, isBold: was.isBold, isItalic: was.isItalic });
    const revision = before === null ? undefined : this.#file.revisions[before.by];
    if (revision === undefined) return;
    const said = {
      by: revision.by,
      at: revision.at,
      paragraph: this.paragraphs.length,
      start,
      end: open.text.length,
    };
    if (was.isBold !== isBold) this.formats.push({ ...said, mark: 'bold', isOn: isBold });
    if (was.isItalic !== isItalic) this.formats.push({ ...said, mark: 'italic', isOn: isItalic });
  }

  #end({ inserted, deleted }: ReviewedParagraph): void {
    if (inserted !== null) {
      if (deleted === null) this.#grow(inserted, true).inserted += PARAGRAPH_END;
      return;
    }
    const change = deleted === null ? null : this.#grow(deleted, true);
    if (change === null) this.#flush();
    if (this.#open !== null) this.paragraphs.push(this.#open);
    this.#open = null;
    if (change !== null) change.to = { paragraph: this.paragraphs.length, offset: 0 };
  }

  /**
   * The change of one person that continues here, or a new one. The end of a paragraph belongs to the words before
   * it.
   */
  #grow(revision: number, isEnd = false): Writable<TrackedChange> {
    const { by = '', at = '', move = null } = this.#file.revisions[revision] ?? {};
    const open = this.#change;
    const isSame = open?.by === by && (isEnd || open.move === move || (move === '' && open.move !== null));
    if (open !== null && isSame) return open;
    this.#flush();
    const here = this.#here();
    const change = { by, at, move, from: here, to: here, inserted: '' };
    this.#change = change;
    return change;
  }

  #flush(): void {
    const change = this.#change;
    this.#change = null;
    if (change === null) return;
    const { from, to, inserted } = change;
    const isEmpty = inserted === '' && from.paragraph === to.paragraph && from.offset === to.offset;
    if (!isEmpty) this.changes.push(change);
  }

  #close(): void {
    this.#flush();
    if (this.#open !== null) this.paragraphs.push(this.#open);
    this.#open = null;
  }
}

/** Reverts the tracked changes of a file, and returns what each does. */
export const beforeChanges = (file: ReviewedFile): BeforeChanges => {
  const { paragraphs, changes, formats, stops } = new Undoer(file);
  return {
    paragraphs,
    changes,
    formats,
    pointOf: (paragraph, offset) => {
      const stop = stops[paragraph]?.findLast(({ at }) => at <= offset);
      if (stop === undefined) return { paragraph: 0, offset: 0 };
      const { before, at, isThere } = stop;
      return isThere ? { ...before, offset: before.offset + offset - at } : before;
    },
  };
};
