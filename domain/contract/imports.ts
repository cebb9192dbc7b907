/** What the importer hands to the window: a text that was read and is not sealed yet. */
import type { ArticleFormat, FoundMetadata } from '../article/article.ts';
import type { Bibliography } from '../article/bibliography.ts';
import type { Body } from '../article/body.ts';
import type { ArticleId, DraftId } from '../ids.ts';
import type { Marking } from '../tradecraft/marking.ts';
import type { ImportFailure } from './errors.ts';

/** A read file in the import check. It lives in memory until it is sealed or discarded. */
export type ImportDraft = {
  readonly draftId: DraftId;
  readonly format: ArticleFormat;
  readonly originalName: string | null;
  readonly originalEncoding: string;
  readonly body: Body;
  readonly found: FoundMetadata;
  /** The found values as a bibliography, ready to be corrected; of a new version with what holds of the one before. */
  readonly bibliography: Bibliography;
  /** The marking received with the version before; null for none. */
  readonly marking: Marking | null;
  /** The article that has the same canonical text. */
  readonly duplicateOf: ArticleId | null;
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
    }
  | { readonly status: 'duplicate'; readonly fileName: string; readonly articleId: ArticleId }
  | { readonly status: 'failed'; readonly fileName: string; readonly reason: ImportFailure };

/** One file is checked before it is sealed; several are imported at once and reported. */
export type ImportAnswer =
  | { readonly kind: 'draft'; readonly draft: ImportDraft }
  | { readonly kind: 'report'; readonly outcomes: readonly ImportOutcome[] };
