/** From a judgement to the stored copies that it rests on. */
import type { ArticleId, JudgementId, PassageId } from '../../ids.ts';
import { printCount } from '../../print-count.ts';
import type { Confidence } from '../../tradecraft/confidence.ts';
import type { LaterReading } from '../citations/later-reading.ts';
import type { EvidenceState } from '../citations/resolved-citation.ts';
import { sayStanding } from '../citations/standing-words.ts';
import { printPinpoint } from '../document/print-pinpoints.ts';
import { describeJudgement } from '../snapshot/judgements-of.ts';

/** A passage linked to a cited one, as a verb and the words of the other. */
type TrailRelation = {
  /** "is contradicted by" */
  readonly verb: string;
  readonly quote: string;
  readonly articleTitle: string | null;
  /** Whether it was linked after the memo was sent; null where that cannot be determined. */
  readonly isNew: boolean | null;
};

/** One citation of the judgement, from its words to the bytes that were imported. */
export type TrailStep = {
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  readonly state: EvidenceState;
  /** Its standing by the newest version of its article; absent where it cites the newest version. */
  readonly later?: LaterReading;
  /** The number of the source in the memo. */
  readonly number: number;
  /** As printed in the source; absent where the source has no pages. */
  readonly page?: string | undefined;
  readonly paragraph: number | null;
  /** The paragraph around the quotation, as far as it is shown. */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly speaker: string | null;
  readonly publication: string | null;
  readonly published: string | null;
  readonly articleTitle: string | null;
  readonly url: string | null;
  /** The stored copy; null where the article is gone. */
  readonly copy: {
    readonly importedOn: string;
    readonly textSha256: string;
    /** Null for a paste. */
    readonly originalName: string | null;
    readonly originalSha256: string;
  } | null;
  /** "B3", and the letter of the publication; null where the memo was not sent, or nothing was frozen of it. */
  readonly whenSent: { readonly grade: string; readonly letter: string | null } | null;
  readonly now: { readonly grade: string; readonly letter: string | null };
  readonly relations: readonly TrailRelation[];
};

export type Trail = {
  readonly referenceNumber: string;
  readonly judgementId: JudgementId;
  readonly number: number;
  readonly statement: string;
  readonly likelihood: string | null;
  readonly confidence: Confidence | null;
  readonly steps: readonly TrailStep[];
  /** From how many origins they come, as everywhere (see originsOf); null where one of them is gone. */
  readonly origins: number | null;
};

/** "Rests on 2 quotations from 1 independent origin." */
export const sayOrigins = ({ steps, origins }: Pick<Trail, 'steps' | 'origins'>): string => {
  const quotations = printCount(steps.length, 'quotation');
  return origins === null
    ? `Rests on ${quotations}.`
    : `Rests on ${quotations} from ${printCount(origins, 'independent origin')}.`;
};

/** "B3, publication C" */
export const printGrades = ({ grade, letter }: TrailStep['now']): string =>
  letter === null ? grade : `${grade}, publication ${letter}`;

const stateWords: Readonly<Record<EvidenceState, string | null>> = {
  ok: null,
  changed: 'The passage has changed since it was cited.',
  retranslated: 'The translation has changed since it was cited.',
  altered: 'The text of its article was changed after the import.',
  deleted: 'The passage or its article is in the trash.',
  missing: 'The passage is no longer in the archive.',
};

/** What happened to the evidence, in a sentence; null where it is unchanged. */
export const printEvidenceState = (state: EvidenceState): string | null => stateWords[state];

/** "1 p. 14 ¶8": the place of the quotation in its source. */
export const printStepPlace = (step: TrailStep): string =>
  printPinpoint({ ...step, source: step.number, place: null });

/** The same in plain text, of which the lines may break anywhere. */
const plainPlace = (step: TrailStep): string => printStepPlace(step).replaceAll('\u00A0', ' ');

const printLater = (later: LaterReading): string =>
  later.is === null || later.standing === 'same'
    ? sayStanding(later)
    : `${sayStanding(later)} Was: “${later.was}”. Is: “${later.is}”.`;

const printStep = (step: TrailStep): string =>
  [
    `[${plainPlace(step)}] ${step.before}“${step.quote}”${step.after}`,
    printEvidenceState(step.state),
    step.later === undefined ? null : printLater(step.later),
    step.speaker === null ? null : `Speaker: ${step.speaker}`,
    `Publication: ${[step.publication, step.articleTitle, step.published, step.url].filter((part) => part !== null).join(', ')}`,
    step.copy === null
      ? null
      : `Stored copy: ${step.copy.originalName ?? 'a paste'}, imported ${step.copy.importedOn}; SHA-256 of the text ${step.copy.textSha256}, of the original ${step.copy.originalSha256}`,
    step.whenSent === null ? null : `Grade when sent: ${printGrades(step.whenSent)}`,
    `Grade now: ${printGrades(step.now)}`,
    ...step.relations.map(
      ({ verb, quote, articleTitle, isNew }) =>
        `${isNew === true ? 'Linked since: ' : 'Linked: '}${verb} “${quote}” (${articleTitle ?? 'untitled article'})`,
    ),
  ]
    .filter((line) => line !== null)
    .join('\n  ');

/** The trail as text, for a message or a note. */
export const printTrail = (trail: Trail): string =>
  [
    `${trail.referenceNumber}, judgement ${trail.number}: ${trail.statement}`,
    `(${describeJudgement(trail)})`,
    ...(trail.steps.length === 0
      ? ['It has no citations.']
      : [sayOrigins(trail), ...trail.steps.map(printStep)]),
  ].join('\n\n');
