/** The inline content of a document: words, quotes, notes and references. */
import type { AnchorId, PassageId, TranslationId } from '../ids.ts';
import type { Reference } from './memo-content.ts';

export type Direction = 'ltr' | 'rtl';

/**
 * A place in a source: printed "1 ¶8", or "1 p. 14 ¶8" where the source has pages. `source` is the number in `sources`;
 * `place` names a place that carries no paragraph number and is printed as it is: "1 table 2, row 3".
 */
export type Pinpoint = {
  readonly source: number;
  /** As printed in the source; absent where the source has no pages. */
  readonly page?: string | undefined;
  readonly paragraph: number | null;
  readonly place: string | null;
};

/** Words in another language than the memo, with their marks. */
export type ForeignWords = { readonly text: string; readonly lang: string | null; readonly dir: Direction };

/** Words that a citation style makes of a source. `source`, the number of one, where they lead to its entry. */
export type StyledWords = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly smallCaps?: boolean;
  readonly raised?: 'superscript' | 'subscript';
  readonly href?: string;
  readonly source?: number;
};

export type ReferenceKind = Reference['kind'];

/** A run of text within a block. */
export type Run =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly underline?: boolean;
      readonly strike?: boolean;
      readonly raised?: 'superscript' | 'subscript';
      readonly smallCaps?: boolean;
      /** Of a term of the doctrine in a memo of another language: said by a writer, and never frozen. */
      readonly lang?: string;
      readonly href?: string;
      /** Of a citation in a note: leads to the entry of that source. */
      readonly source?: number;
    }
  /** Words of a source within a sentence, without the marks around them. `lang` where it is not the memo's. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly source: number;
      readonly passageId: PassageId;
      readonly lang: string | null;
      readonly dir: Direction;
      /** The translation that the words are from; absent where they are the words of the source. */
      readonly translationId?: TranslationId;
    }
  /** "Judgement 2": leads to the block with that anchor; null where that is gone. */
  | {
      readonly kind: 'reference';
      readonly text: string;
      readonly to: ReferenceKind;
      readonly target: AnchorId | null;
    }
  | { readonly kind: 'break' }
  /** Its mark is a letter, so that it never looks like the number of a source. */
  | {
      readonly kind: 'footnote';
      /** Its words without formatting; empty where `runs` has them. */
      readonly text: string;
      /** The content of a footnote with more than plain words: no footnotes and no breaks. */
      readonly runs?: readonly Run[];
      /** The original of a translation, which precedes `text`; absent in any other footnote. */
      readonly original?: ForeignWords;
    }
  /** Citations that follow each other: printed "[1 ¶8, 2 ¶3]", or as a citation style has them. */
  | {
      readonly kind: 'citation';
      readonly pinpoints: readonly Pinpoint[];
      readonly styled?: readonly StyledWords[];
    };

export type Footnote = Pick<Extract<Run, { readonly kind: 'footnote' }>, 'text' | 'runs' | 'original'>;

/** The content of a footnote after the original of a translation. */
export const runsOfNote = ({ text, runs }: Pick<Footnote, 'text' | 'runs'>): readonly Run[] =>
  runs ?? [{ kind: 'text', text }];

/** Runs with what their footnotes hold, each right behind its mark. */
export const withNoteRuns = (runs: readonly Run[]): readonly Run[] =>
  runs.flatMap((run) => (run.kind === 'footnote' ? [run, ...runsOfNote(run)] : [run]));
