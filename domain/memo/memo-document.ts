/**
 * The document model of a memo: what is printed, resolved to the last word, in reading order. Each export format
 * is a writer over it. Pure data, no clock; it crosses a process boundary as JSON and is frozen on sending.
 *
 * Lengths, fonts and colours are the writer's business, except the marking's doctrine colours.
 */
import type { Label } from '../passage/label.ts';

/** A run of text. `lang` and `dir` are set where a quote's article is in another language than the memo. */
export type Run =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly href?: string;
      readonly lang?: string;
      readonly dir?: 'ltr' | 'rtl';
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'footnote'; readonly text: string }
  /** Printed "[1 ¶8]"; source is the number in `sources`. */
  | { readonly kind: 'citation'; readonly source: number; readonly paragraph: number | null };

export type DocumentBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly DocumentBlock[])[];
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly {
        readonly cells: readonly {
          readonly isHeader: boolean;
          readonly colspan: number;
          readonly rowspan: number;
          readonly blocks: readonly DocumentBlock[];
        }[];
      }[];
    }
  | {
      readonly kind: 'judgement';
      /** From 1, through the whole memo. */
      readonly number: number;
      readonly likelihood: string | null;
      readonly statement: readonly Run[];
      /** "Confidence: moderate, on one official line." — a sentence of its own (ICD 203). */
      readonly confidence: string | null;
      readonly assumptions: string | null;
      readonly wouldChange: string | null;
    }
  | {
      readonly kind: 'quotation';
      /** Verbatim, one entry per selector. */
      readonly quotes: readonly string[];
      readonly label: Label;
      readonly lang: string | null;
      readonly dir: 'ltr' | 'rtl';
      readonly source: number;
      readonly paragraph: number | null;
      /** "Officials (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 2" */
      readonly attribution: string;
      /** "C2 via Harbour Dispatch (C)", or null where nothing is graded. */
      readonly grade: string | null;
      readonly note: string | null;
    };

export type DocumentSection = {
  readonly role: string;
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
};

export type DocumentSource = {
  readonly number: number;
  /** The citation in full, e.g. `Harbour Dispatch, “Envoy carries a sanctions warning to Beijing”, 22 April 2024, accessed 23 April 2024.` */
  readonly text: string;
  readonly url: string | null;
  /** "Reliability C, fairly reliable", or null where the publication has none. */
  readonly reliability: string | null;
  /** The copy that was cited: SHA-256 of its canonical text. Printed in the annex only. */
  readonly textSha256: string;
  readonly lang: string | null;
};

export type MemoDocument = {
  readonly title: string;
  readonly referenceNumber: string;
  readonly for: string;
  readonly from: string;
  /** As printed: "24 April 2024, 09:00 UTC". */
  readonly asOf: string;
  /** The same instant, seconds since the epoch, UTC: the PDF's creation date. */
  readonly asOfEpochSeconds: number;
  readonly marking: {
    readonly text: string;
    readonly textColour: string;
    readonly background: string;
  } | null;
  readonly restrictions: string;
  readonly language: string;
  readonly sections: readonly DocumentSection[];
  readonly tasks: readonly { readonly title: string; readonly owner: string; readonly due: string }[];
  readonly sources: readonly DocumentSource[];
  /** "likely = 55 to 80 % (ICD 203)": the terms that the memo uses, null where it uses none. */
  readonly lexiconNote: string | null;
};
