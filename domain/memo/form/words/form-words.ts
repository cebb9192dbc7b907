import type { SourceKind } from '../../../source/source.ts';

/** A section at its start: its heading, and the prompt that the analyst sees while it is empty. */
type Said = readonly [heading: string, prompt: string];

type DossierLabel =
  | ('kind' | 'aliases' | 'belongsTo' | 'reliability')
  | ('position' | 'organisation' | 'from' | 'until' | 'unknown');

/** The texts of the forms that Precis comes with, in one language: an incomplete table does not compile. */
export type FormWords = {
  /** The heading for evidence in a new memo, and for passages in no group of it. */
  readonly evidence: string;
  readonly without: { readonly tag: string; readonly source: string };
  /** The text under "Change since" in the first memo on a matter. */
  readonly initialCoverage: string;
  /** What a situation report prints under a heading where there is nothing new. */
  readonly noChange: string;
  /** The end of a prompt: how the thing is inserted. */
  readonly type: { readonly judgement: string; readonly table: string; readonly passage: string };
  readonly gaps: Said;
  readonly sourceSummary: Said;
  readonly bluf: {
    readonly bottomLine: Said;
    readonly judgements: Said;
    readonly background: Said;
    readonly analysis: Said;
    readonly soWhat: Said;
    readonly assumptions: Said;
    readonly alternatives: Said;
    readonly wouldChange: Said;
    readonly changeSince: Said;
  };
  readonly sitrep: {
    readonly highlights: Said;
    readonly situation: Said;
    readonly changes: Said;
    readonly response: Said;
    readonly outlook: Said;
    readonly actions: Said;
  };
  readonly decision: {
    readonly recommendation: Said;
    readonly issue: Said;
    readonly background: Said;
    readonly options: Said;
    readonly judgements: Said;
    readonly risks: Said;
    readonly nextSteps: Said;
  };
  readonly readingNote: {
    readonly says: Said;
    readonly isNew: Said;
    readonly worth: Said;
    readonly toDo: Said;
  };
  readonly annex: { readonly scope: Said; readonly evidence: string };
  readonly dossier: {
    readonly name: Said;
    readonly positions: Said;
    /** Its heading is that of a chronology in any memo. */
    readonly chronology: string;
    readonly says: Said;
    readonly spokenOf: Said;
    readonly kinds: Readonly<Record<SourceKind, string>>;
    readonly labels: Readonly<Record<DossierLabel, string>>;
    /** Where it is from that has no passage. */
    readonly register: string;
    /** The text before the number of omitted passages. */
    readonly leftOut: string;
  };
  readonly blank: Said;
};
