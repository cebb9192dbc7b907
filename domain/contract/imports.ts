/** What the importer hands to the window: a text that was read and is not sealed yet. */
import type { ArticleFormat, FoundMetadata } from '../article/article.ts';
import type { Bibliography } from '../article/bibliography.ts';
import type { Body } from '../article/body.ts';
import type { TextEncoding } from '../article/text-encodings.ts';
import type { ArticleId, DraftId } from '../ids.ts';
import type { Marking } from '../tradecraft/marking.ts';
import type { ImportFailure } from './errors.ts';
import type { DuplicateArticle } from './rows.ts';

/** An encoding in which a file may be, and words of it as they then read. */
export type EncodingChoice = { readonly encoding: TextEncoding; readonly sample: string };

/** How the bytes of a file became text. */
export type DraftEncoding = {
  readonly encoding: TextEncoding;
  /** False where the bytes may as well be in another encoding and nobody has said which. */
  readonly isCertain: boolean;
  /** Places of the text that could not be read: each stands as U+FFFD in it. */
  readonly unreadable: number;
  /** Where there is a choice, the likeliest first; empty where there is none. */
  readonly choices: readonly EncodingChoice[];
};

/** A read file in the import check. It lives in memory until it is sealed or discarded. */
export type ImportDraft = {
  readonly draftId: DraftId;
  readonly format: ArticleFormat;
  readonly originalName: string | null;
  /** Null for a paste, which comes as text. */
  readonly encoding: DraftEncoding | null;
  /** All that may be the text. */
  readonly body: Body;
  /** The places in `body.content` of what is left out, unless the analyst takes it: the surroundings of the text. */
  readonly leftOut: readonly number[];
  readonly found: FoundMetadata;
  /** The found values as a bibliography, ready to be corrected; of a new version with what holds of the one before. */
  readonly bibliography: Bibliography;
  /** The marking received with the version before; null for none. */
  readonly marking: Marking | null;
  /** Articles whose text is the same or nearly so, the likest first: whether it is there already, see alreadyHere. */
  readonly duplicates: readonly DuplicateArticle[];
  /** The article of which this is a new version: its passages are carried over when it is sealed. */
  readonly previousVersionId: ArticleId | null;
};

/** What became of one file of a bulk import. */
export type ImportOutcome =
  | {
      readonly status: 'imported';
      readonly fileName: string;
      readonly articleId: ArticleId;
      readonly isCitationIncomplete: boolean;
      /** Places of its text that could not be read. */
      readonly unreadable: number;
      /** The articles that carry one text with it, the likest first, a few at most. */
      readonly duplicates: readonly DuplicateArticle[];
      /** Publications that its publisher may be and is not: it is written otherwise. */
      readonly nearPublications: readonly string[];
    }
  | { readonly status: 'duplicate'; readonly fileName: string; readonly articleId: ArticleId }
  /** Not sealed, because somebody has to choose its encoding: it waits as a draft. */
  | { readonly status: 'uncertain'; readonly fileName: string; readonly draftId: DraftId }
  | { readonly status: 'failed'; readonly fileName: string; readonly reason: ImportFailure };

/** One file is checked before it is sealed; several are imported at once and reported. */
export type ImportAnswer =
  | { readonly kind: 'draft'; readonly draft: ImportDraft }
  | { readonly kind: 'report'; readonly outcomes: readonly ImportOutcome[] };
