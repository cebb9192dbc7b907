import type { ArticleId, PassageId } from '../../ids.ts';
import type { LaterReading } from '../citations/later-reading.ts';
import type { Standing } from '../citations/standing.ts';

/**
 * What has become of a cited passage since: its words are others (`edited`), those of the translation that is cited are
 * (`retranslated`), it or its article is in the trash
 * (`deleted`), the text around it was changed by another hand (`altered`), or a newer version of its article has it
 * otherwise (`later-…`, see Standing). Of a memo that was sent besides: another grade, another letter of the
 * publication, and a passage that speaks against it.
 */
type LaterKind = `later-${Exclude<Standing, 'same'>}`;
export type EvidenceChangeKind =
  | 'edited'
  | 'retranslated'
  | 'deleted'
  | 'altered'
  | 'regraded'
  | 'source-regraded'
  | LaterKind
  | 'disputed';

export type EvidenceChange = {
  readonly kind: EvidenceChangeKind;
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  /** The words of the passage, cut where they are long. */
  readonly quote: string;
  /** As it was and as it is: "B2" and "D4", a letter, both readings of a passage, the words of another passage. */
  readonly was: string | null;
  readonly is: string | null;
};

/**
 * Whether the analyst has seen what the newest version makes of a citation, by the keys of what was seen. Lists know a
 * sentence as far as its passage keeps it, so what they have told is a part of it.
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

/** What tells a change from all others of its memo: one that the analyst has seen is not told again. */
export const keyOfChange = ({
  kind,
  passageId,
  is,
}: Pick<EvidenceChange, 'kind' | 'passageId' | 'is'>): string => `${kind} ${passageId} ${is ?? ''}`.trimEnd();
