/** The material of a memo, read from the archive by the caller: the rules of the memo open no file. */
import type { ArticleAnnotation } from '../../article/annotations.ts';
import type { ArticleRecord } from '../../article/article.ts';
import type { Body } from '../../article/body/body.ts';
import { canonicalText, type TextBlockSpan, textBlockSpans } from '../../article/body/canonical-text.ts';
import { type NumberedParagraph, numberParagraphs } from '../../article/body/paragraph-numbers.ts';
import { struckRanges } from '../../article/body/struck-text.ts';
import { type PagedRange, pagedRanges } from '../../article/pages.ts';
import type { EdtfText } from '../../dates/when/edtf.ts';
import type { PrintedEvent } from '../../event/printed-event.ts';
import type { ArticleId, EventId, JudgementId, PassageId, Sha256 } from '../../ids.ts';
import type { Passage, RelationType } from '../../passage/passage.ts';
import type { Provenance } from '../../source/compare-origins.ts';
import type { Source } from '../../source/source.ts';
import type { Task } from '../../task/task.ts';
import type { TextRange } from '../../text/selector.ts';
import { indexText, type TextIndex } from '../../text/text-index.ts';
import type { Timestamp } from '../../time.ts';
import type { Confidence } from '../../tradecraft/confidence.ts';
import type { OwnTerms } from '../../tradecraft/own-terms.ts';
import type { TranslatedWords } from '../../translation/translation.ts';
import type { Form } from '../form/form.ts';
import type { Memo, MemoHead } from '../memo.ts';
import type { MemoDocument } from '../memo-document.ts';
import type { QuotesElsewhere } from '../verbatim/elsewhere/quote-elsewhere.ts';

/** An article as far as a memo needs it. */
export type CitedArticle = {
  readonly article: ArticleRecord;
  readonly about: ArticleAnnotation;
  /** Deleted ones included: a citation of one is shown as such. */
  readonly passages: readonly Passage[];
  /** Null for an article in the trash, of which the text is not read. */
  readonly text: {
    readonly index: TextIndex;
    readonly paragraphs: readonly NumberedParagraph[];
    /** All textblocks in order (UTF-16), those without a number too. */
    readonly blocks: readonly TextBlockSpan[];
    /** Where words are struck out (UTF-16). */
    readonly struck: readonly TextRange[];
    /** Where each run is printed in an original that has pages; empty in one that has none. */
    readonly pages: readonly PagedRange[];
  } | null;
  /** Of the text as it was read: not that of the record where another hand has changed it since it was sealed. */
  readonly textSha256: Sha256;
  /** Which version the article is, where the archive has a newer one; null or absent otherwise. */
  readonly olderVersion?: OlderVersion | null;
  /** The guessed language of its text where none is stated (BCP 47); null where it cannot be guessed. */
  readonly guessedLanguage?: string | null;
  /** Left out where nobody has translated it. */
  readonly translated?: TranslatedWords;
};

/** "version of 21 April 2026": by the day it was imported, with its number where another came on that day. */
export type OlderVersion = { readonly number: number | null; readonly importedAt: Timestamp };

/** The versions of an article that followed it. */
export type LaterVersions = {
  /** Which version the article is, and which the newest is, from 1. */
  readonly number: number;
  readonly newestNumber: number;
  readonly newest: CitedArticle;
  /** The passages of each of them, deleted ones too, the newest version last. */
  readonly passages: readonly (readonly Passage[])[];
};

/** A text with its offsets and its numbered paragraphs. */
export type CitedText = NonNullable<CitedArticle['text']>;

/** Where a cited passage is, and where it comes from. */
export type CitedProvenance = Provenance;

/** A passage that contradicts or supersedes a cited one. */
export type Dispute = {
  readonly passageId: PassageId;
  readonly type: Extract<RelationType, 'contradicts' | 'supersedes'>;
  readonly other: {
    readonly passageId: PassageId;
    /** The title of its article; null where it has none. */
    readonly article: string | null;
    readonly quote: string;
  };
};

/** An event that a cited passage says, and of which passages give dates that can't all be so. */
export type ContestedEvent = {
  /** The cited passage. */
  readonly passageId: PassageId;
  readonly eventId: EventId;
  readonly title: string;
  readonly date: EdtfText;
  /** The other dates, each with the titles of the articles that give it; null of one without a title. */
  readonly others: readonly { readonly date: EdtfText; readonly articles: readonly (string | null)[] }[];
};

/** What the whole archive records about the cited articles and passages. */
export type CitedOrigins = {
  /** For each cited article the id of the one text that it carries, alone or with others. */
  readonly textIds: ReadonlyMap<ArticleId, ArticleId>;
  /** Passages graded "confirmed" without a stated reason, that no passage of another origin supports. */
  readonly unconfirmed: ReadonlySet<PassageId>;
  /** Whence each cited passage comes; one that is deleted has none. */
  readonly provenance: ReadonlyMap<PassageId, CitedProvenance>;
  /** What contradicts or supersedes a cited passage and is not cited itself. */
  readonly disputes: readonly Dispute[];
  /** Left out where nobody asked. */
  readonly contested?: readonly ContestedEvent[];
  /** The passages linked to each cited passage, in either direction; absent where not requested. */
  readonly relatedIds?: ReadonlyMap<PassageId, readonly PassageId[]>;
};

/** A memo before or after another, as far as that one prints it. */
export type RelatedMemo = Pick<Memo, 'id' | 'kind' | 'state' | 'sending'> & {
  readonly head: Pick<MemoHead, 'title' | 'referenceNumber' | 'asOf'>;
};

/** A judgement of a memo before another: see FrozenJudgement. */
export type JudgementBefore = {
  readonly id: JudgementId;
  readonly number: number;
  readonly likelihood: string | null;
  readonly termId?: string;
  readonly confidence: Confidence | null;
  readonly statement: string;
};

/** Which memo this one supersedes, and which one was sent in its place. */
export type MemoLineage = {
  readonly supersedes: RelatedMemo | null;
  readonly supersededBy: RelatedMemo | null;
  /** The judgements of the superseded memo; absent where there is none. */
  readonly judgementsBefore?: readonly JudgementBefore[];
};

/** Of a memo that supersedes none and that none supersedes. */
export const noLineage: MemoLineage = { supersedes: null, supersededBy: null };

export type MemoMaterial = {
  readonly articles: ReadonlyMap<ArticleId, CitedArticle>;
  /** Tombstones and redirects included. */
  readonly sources: readonly Source[];
  /** The tasks that may be printed. */
  readonly tasks: readonly Task[];
  /** Absent as long as not all of the archive is known. */
  readonly origins?: CitedOrigins;
  /** The cited articles that have newer versions; absent as long as not all of the archive is known. */
  readonly later?: ReadonlyMap<ArticleId, LaterVersions>;
  /** The events of its lines as they are printed now, null for a deleted one; absent where not requested. */
  readonly events?: ReadonlyMap<EventId, PrintedEvent | null>;
  /** Where quotations without a citation stand; absent as long as not all of the archive is known. */
  readonly quotesElsewhere?: QuotesElsewhere;
  /** Absent where the memo does not belong to an archive. */
  readonly lineage?: MemoLineage;
  /**
   * The form in which the memo was begun; absent where it cannot be read, or the memo does not belong to an
   * archive.
   */
  readonly form?: Form;
  /** The form's own words for the doctrine's terms, see readOwnTerms; absent where all are the doctrine's. */
  readonly terms?: OwnTerms;
  /** The available pictures of its figures, in Base64 by their hashes; absent where they were not looked up. */
  readonly pictures?: MemoDocument['pictures'];
  /** SHA-256 of a text in UTF-8: a port, because the domain has no cryptography. */
  readonly sha256: (text: string) => Sha256;
};

/** The text of an article with its numbered paragraphs, as CitedArticle wants it. */
export const citedText = (body: Body): CitedText => {
  const blocks = textBlockSpans(body);
  return {
    index: indexText(canonicalText(body)),
    paragraphs: numberParagraphs(blocks),
    blocks,
    struck: struckRanges(body),
    pages: pagedRanges(blocks),
  };
};
