/** What crosses between the main process and the process with the index. */
import type { ReadProgress } from '#domain/contract/events.ts';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type {
  FacetQuestion,
  HelpQuestion,
  SearchAnswer,
  SearchFacet,
  SearchHelp,
  SearchIndexState,
  SearchQuestion,
} from '#domain/contract/search-archive.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { MarkedText } from '#domain/search/words/mark-terms.ts';
import type { ListQuestion } from '#electron/index/lists.ts';
import type { AskedReading } from '#electron/index/read/archive-files.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';
import type {
  CountedSearch,
  InsightQuestion,
  KindQuestion,
  MatchQuestion,
  SnippetQuestion,
} from '#electron/ports/search-index.ts';
import type { Changed } from '../units/unit-names.ts';

export type IndexRequest =
  /** The first that the process hears: what opens the files of the archive, null where they lie in the clear. */
  | { readonly ask: 'open'; readonly identity: string | null }
  | { readonly ask: 'list'; readonly id: number; readonly question: ListQuestion }
  | { readonly ask: 'search'; readonly id: number; readonly question: SearchQuestion }
  | { readonly ask: 'facets'; readonly id: number; readonly question: FacetQuestion }
  | { readonly ask: 'help'; readonly id: number; readonly question: HelpQuestion }
  | { readonly ask: 'passages' | 'articles'; readonly id: number; readonly question: KindQuestion }
  | { readonly ask: 'matching'; readonly id: number; readonly question: MatchQuestion }
  | { readonly ask: 'snippet'; readonly id: number; readonly question: SnippetQuestion }
  | { readonly ask: 'counts'; readonly id: number; readonly searches: readonly CountedSearch[] }
  | { readonly ask: 'insights'; readonly id: number; readonly question: InsightQuestion }
  | { readonly ask: 'rebuild' | 'update'; readonly id: number }
  | { readonly ask: 'change'; readonly changed: Changed }
  /** The answer to what the process has asked to be read. */
  | { readonly ask: 'take'; readonly reading: number; readonly found: unknown }
  /** The window is drawn: what takes long may begin. */
  | { readonly ask: 'begin' }
  | { readonly ask: 'stop' | 'close' };

export type IndexAnswer =
  | { readonly is: 'list'; readonly id: number; readonly value: unknown }
  /** Rows of a long list, as JSON; others follow, and then a list without a value. */
  | { readonly is: 'part'; readonly id: number; readonly rows: string }
  | { readonly is: 'answer'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly is: 'facets'; readonly id: number; readonly facets: readonly SearchFacet[] }
  | { readonly is: 'help'; readonly id: number; readonly help: SearchHelp }
  | { readonly is: 'passages'; readonly id: number; readonly passageIds: readonly PassageId[] | null }
  | { readonly is: 'articles'; readonly id: number; readonly articleIds: readonly ArticleId[] | null }
  | { readonly is: 'matching'; readonly id: number; readonly found: readonly (readonly ArticleId[])[] }
  | { readonly is: 'snippet'; readonly id: number; readonly snippet: MarkedText | null }
  | { readonly is: 'counts'; readonly id: number; readonly counts: readonly number[] }
  /** Null where a later question for the same chart has overtaken it. */
  | { readonly is: 'insights'; readonly id: number; readonly chart: ChartAnswer | null }
  | { readonly is: 'done'; readonly id: number; readonly state: SearchIndexState }
  | { readonly is: 'failed'; readonly id: number; readonly why: string };

/** What the process says unasked. */
export type IndexNews =
  | { readonly is: 'state'; readonly state: SearchIndexState }
  | { readonly is: 'progress'; readonly progress: ReadProgress }
  /** The lists are answered from the whole archive. */
  | { readonly is: 'ready' }
  /** A file that it can't read, and perhaps who has the archive open can. */
  | { readonly is: 'reading'; readonly reading: number; readonly asked: AskedReading }
  | { readonly is: 'trouble'; readonly why: string };

/** A running process with an index in it, whatever started it. */
export type IndexProcess = HelperProcess<IndexRequest, IndexAnswer | IndexNews>;
