import type { ArticleId, EventId, PassageId, Sha256 } from '../../ids.ts';
import { printCount } from '../../print-count.ts';
import type { LaterReading } from '../citations/later-reading.ts';
import type { Standing } from '../citations/standing.ts';

/**
 * What has happened to a cited passage since: its words were changed (`edited`), those of the cited translation
 * were (`retranslated`), it or its article is in the trash (`deleted`), the text around it was changed by another
 * hand (`altered`), or a newer version of its article differs (`later-…`, see Standing). For a sent memo also:
 * another grade, another letter of the publication, and a passage that contradicts it.
 */
type LaterKind = `later-${Exclude<Standing, 'same'>}`;
export type PassageChangeKind =
  | 'edited'
  | 'retranslated'
  | 'deleted'
  | 'altered'
  | 'regraded'
  | 'source-regraded'
  | LaterKind
  | 'disputed';

export type PassageChange = {
  readonly kind: PassageChangeKind;
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  /** The words of the passage, cut where they are long. */
  readonly quote: string;
  /** As it was and as it is: "B2" and "D4", a letter, both readings of a passage, the words of another passage. */
  readonly was: string | null;
  readonly is: string | null;
};

/**
 * What has happened to an event that a line of a chronology prints: its date, its words, those concerned or its
 * passages were changed, no passage reports it any more, or it is deleted.
 */
export type EventChangeKind = 'event-changed' | 'event-unsupported' | 'event-gone';

export type EventChange = {
  readonly kind: EventChangeKind;
  readonly eventId: EventId;
  /** What the line prints, and what it would print now; null where it would not exist. */
  readonly was: string;
  readonly is: string | null;
  /** Of what it would print now; null where it would not be there. */
  readonly printedSha256: Sha256 | null;
};

export type EvidenceChange = PassageChange | EventChange;

export const isEventChange = (change: EvidenceChange): change is EventChange => 'eventId' in change;

/**
 * Whether the analyst has seen the newest version's reading of a citation, by the keys of what was seen. Lists
 * know a sentence only as far as its passage stores it, so what they have reported is a part of it.
 */
export const isSeenLater = (
  seenChanges: readonly string[],
  passageId: PassageId,
  { standing, is }: Pick<LaterReading, 'standing' | 'is'>,
): boolean => {
  const told = `later-${standing} ${passageId}`;
  return seenChanges.some((key) => {
    if (key === told) return true;
    const reading = key.startsWith(`${told} `) ? key.slice(told.length + 1).replace(/…$/u, '') : null;
    return reading !== null && is?.includes(reading) === true;
  });
};

/**
 * "2 citations and 1 line of a chronology".
 * @param count of both
 */
export const printChangedEvidence = (count: number, changes: readonly EvidenceChange[]): string => {
  const lines = changes.filter(isEventChange).length;
  const citations = count - lines;
  return [
    ...(citations > 0 ? [printCount(citations, 'citation')] : []),
    ...(lines > 0 ? [`${printCount(lines, 'line')} of a chronology`] : []),
  ].join(' and ');
};

/** Distinguishes a change from all others of its memo: a change that the analyst has seen is not reported again. */
export const keyOfChange = (
  change:
    | Pick<PassageChange, 'kind' | 'passageId' | 'is'>
    | Pick<EventChange, 'kind' | 'eventId' | 'printedSha256'>,
): string => {
  const said = 'eventId' in change ? [change.eventId, change.printedSha256] : [change.passageId, change.is];
  return [change.kind, ...said.map((each) => each ?? '')].join(' ').trimEnd();
};
