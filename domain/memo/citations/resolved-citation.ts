import type { ArticleId, PassageId, Sha256 } from '../../ids.ts';
import type { Passage } from '../../passage/passage.ts';
import type { Grade } from '../../tradecraft/grade.ts';
import type { Maker } from '../../translation/translation.ts';
import type { Kept } from '../verbatim/kept/kept.ts';
import type { LaterReading } from './later-reading.ts';
import type { CitedPassage } from './list-citations.ts';

/**
 * What became of the evidence behind a citation. `changed`: the passage has another quote than when it was cited.
 * `retranslated`: the translation that is cited has other words, is of other words, or is gone. `altered`: the text of
 * its article is not the one that was sealed, and was not accepted. `deleted`: the passage or its article is in the
 * trash. `missing`: neither is to be found in the archive.
 */
export type EvidenceState = 'ok' | 'changed' | 'retranslated' | 'altered' | 'deleted' | 'missing';

/** A citation resolved: what its chip shows. */
export type ResolvedCitation = {
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  /** As the citation holds it: the same passage can be cited twice, before and after it changed. */
  readonly exactSha256: Sha256;
  /** The parts of the quote that the citation keeps; absent where it prints the whole. */
  readonly kept?: Kept | undefined;
  readonly translation?: CitedPassage['translation'];
  /** The printed translation; absent where the passage's own words are printed, or the translation is gone. */
  readonly translated?: {
    readonly language: string;
    readonly maker: Maker;
    readonly texts: readonly string[];
    /** The original as it is printed beside it. */
    readonly original: string;
  };
  readonly state: EvidenceState;
  /** The number of its article in the list of sources, from 1 by first citation. */
  readonly number: number;
  /** As printed in the article; absent where the article has no pages. */
  readonly page?: string | undefined;
  readonly paragraph: number | null;
  /** See placeInText: for places without a paragraph number. */
  readonly place: string | null;
  readonly quote: string;
  /**
   * The quote as a memo prints it, with its marks, whole or shortened: see printPassage. Empty where the passage is
   * missing.
   */
  readonly printed: string;
  /**
   * "State Department official, quoted in Harbour Dispatch, 22 April 2024, para. 3"; null until the archive has said
   * it.
   */
  readonly attribution: string | null;
  /** Its article as the list of sources names it, with its address; absent where not requested. See nameSources. */
  readonly sourceText?: string;
  readonly articleTitle: string | null;
  /** "State Department official (unnamed)" — null where no speaker is set. */
  readonly speaker: string | null;
  readonly publication: string | null;
  readonly grade: Grade;
  readonly passage: Passage | null;
  /** Its state by the newest version of its article; absent where it cites the newest version. */
  readonly later?: LaterReading;
};
