import type { ArticleId, PassageId } from '../../ids.ts';

/**
 * What has become of a cited passage since: its words are others (`edited`), it or its article is in the trash
 * (`deleted`), the text around it was changed by another hand (`altered`). Of a memo that was sent besides: another
 * grade, another letter of the publication, a newer version of the article, and a passage that speaks against it.
 */
export type EvidenceChangeKind =
  | 'edited'
  | 'deleted'
  | 'altered'
  | 'regraded'
  | 'source-regraded'
  | 'new-version'
  | 'disputed';

export type EvidenceChange = {
  readonly kind: EvidenceChangeKind;
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  /** The words of the passage, cut where they are long. */
  readonly quote: string;
  /** As it was and as it is: "B2" and "D4", a letter, the title of a version, the words of another passage. */
  readonly was: string | null;
  readonly is: string | null;
};

/** What tells a change from all others of its memo: one that the analyst has seen is not told again. */
export const keyOfChange = ({
  kind,
  passageId,
  is,
}: Pick<EvidenceChange, 'kind' | 'passageId' | 'is'>): string => `${kind} ${passageId} ${is ?? ''}`.trimEnd();
