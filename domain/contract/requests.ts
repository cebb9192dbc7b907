/**
 * The whole protocol between window and main on a page. A request that has no handler or no schema does not
 * compile. Ids cross the bridge, paths never do. Every answer is a Result with a closed error.
 */
import type { z } from 'zod';
import type { StepName } from '../archive/changes.ts';
import type { ArticleAnnotation } from '../article/annotations.ts';
import type { ArticleRecord } from '../article/article.ts';
import type { Body } from '../article/body.ts';
import type { TextComparison } from '../article/compare/compare-texts.ts';
import type { ArticleId, MemoId, PassageId, Sha256 } from '../ids.ts';
import type { Memo } from '../memo/memo.ts';
import type { CarryReport } from '../passage/carried.ts';
import type { Passage } from '../passage/passage.ts';
import type { Result } from '../result.ts';
import type { Source } from '../source/source.ts';
import type { Tag } from '../tag/tag.ts';
import type { Task } from '../task/task.ts';
import type { Timestamp } from '../time.ts';
import type { AppError } from './errors.ts';
import type { UndoState } from './events.ts';
import type { ImportAnswer, ImportDraft } from './imports.ts';
import type { inputSchemas } from './input-schemas.ts';
import type { ExportedFile, MemoPreview, MemoProblem, OpenMemo } from './memos.ts';
import type { Need } from './needs.ts';
import type { PassageSelection, PassageTable } from './passage-table.ts';
import type {
  ArticleRow,
  Counts,
  DuplicateArticle,
  FaultRow,
  Found,
  MemoRow,
  PassageRow,
  RelatedPassages,
  RelationCount,
  SearchRow,
  SourceRow,
  TagRow,
  TaskRow,
  TrashLook,
  TrashRow,
} from './rows.ts';
import type { Settings } from './settings.ts';

/** The open archive and the app around it. */
export type AppState = {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly archive: { readonly title: string; readonly folder: string; readonly hasSample: boolean };
  readonly settings: Settings;
  readonly undo: UndoState;
  readonly savedAt: Timestamp | null;
  readonly isCatalogueReady: boolean;
};

/** Everything the reader needs of one article. */
export type OpenArticle = {
  readonly article: ArticleRecord;
  readonly body: Body;
  readonly about: ArticleAnnotation;
  /** Of the text as it was read: see textStateOf. */
  readonly textSha256: Sha256;
  /** Without the deleted ones. */
  readonly passages: readonly Passage[];
  readonly tasks: readonly Task[];
  /** Where reading stopped: a UTF-16 offset of the canonical text. */
  readonly readingOffset: number;
  /** The versions of the article, from the first that is in the archive to this one. */
  readonly versions: readonly ArticleId[];
};

/** A record that was there or was made, with the names of others that may be meant where it is new (isNearName). */
export type Ensured<T> = T & { readonly near: readonly string[] };

/** A place in the window, to which an undo or a found row leads. */
export type Place =
  | { readonly view: 'article'; readonly articleId: ArticleId; readonly passageId: PassageId | null }
  | { readonly view: 'memo'; readonly memoId: MemoId }
  | { readonly view: 'needs' | 'tags' | 'sources' | 'tasks' | 'articles' | 'memos' | 'passages' };

/** Views in which what a step has changed is in sight, so that nobody need be led away from them. */
export type ListView = 'passages' | 'tasks' | 'trash';

export type UndoAnswer = {
  readonly name: StepName;
  readonly place: Place | null;
  readonly seenIn: readonly ListView[];
};

type Outputs = {
  /** The state at start; later changes come as events. */
  'app:state': AppState;
  /** The window has written what was pending. */
  'app:ready-to-close': null;
  /** Something could not be written: the window asks what to do, and stays until it is ready to close. */
  'app:stay-open': null;
  /** The window tells which commands something answers now; the menu greys the others. */
  'app:show-commands': null;
  /** Asks for confirmation with the full address, then hands it to the system's browser. */
  'app:open-link': { readonly wasOpened: boolean };
  /** Copies plain text to the clipboard. */
  'app:copy': null;
  'settings:change': Settings;
  /** After `lock-lost`: takes the lock again if nobody else holds it. */
  'archive:take-lock': null;
  /** The window shows what another program has changed (`changed-outside`), and holds no text from before it. */
  'archive:see-outside': null;
  /** Writes the previous step backwards, or says what has changed since. */
  'undo:undo': UndoAnswer;
  'undo:redo': UndoAnswer;

  /** Asks for files in a dialog; one file comes back as a draft, several as a report. */
  'import:choose': ImportAnswer;
  /** Files dropped on the window; only the preload can send it. */
  'import:drop': ImportAnswer;
  /** The clipboard's HTML and text as a draft. */
  'import:clipboard': ImportAnswer;
  /** Asks for the file of a new version of an article; comes back as a draft that knows it. */
  'import:new-version': ImportDraft;
  /** Reads the original of an article once more, as a new version of it; comes back as a draft that knows it. */
  'import:reread': ImportDraft;
  /** Reads the bytes of a draft once more, in the encoding that the analyst names. */
  'import:set-encoding': ImportDraft;
  'import:cancel': null;
  /** The draft as it was shown, its body perhaps cut by the analyst; from here on the text is fixed. */
  'import:seal': {
    readonly articleId: ArticleId;
    readonly carried: CarryReport | null;
    /** The articles that carry one text with it, the likest first. */
    readonly duplicates: readonly DuplicateArticle[];
    /** Publications that its publisher may be and is not: it is written otherwise. */
    readonly nearPublications: readonly string[];
  };
  'import:discard': null;
  /** Drafts that are being checked. */
  'import:drafts': readonly ImportDraft[];

  'article:list': readonly ArticleRow[];
  'article:open': OpenArticle;
  /** What may change of an open article, without its text, which never does: asked after every act on it. */
  'article:annotations': Pick<OpenArticle, 'about' | 'passages' | 'tasks'>;
  /** The articles that carry one text with it, the likest first, without other versions of it. */
  'article:duplicates': readonly DuplicateArticle[];
  /** Where the texts of two articles differ, in words; null where one is too long to be compared in a moment. */
  'article:compare': TextComparison | null;
  'article:correct': ArticleAnnotation;
  'article:set-state': ArticleAnnotation;
  'article:set-note': ArticleAnnotation;
  'article:set-tags': ArticleAnnotation;
  'article:set-publication': ArticleAnnotation;
  'article:set-marking': ArticleAnnotation;
  /** All event dates of the article in place of those before; kept in the order of time. */
  'article:set-event-dates': ArticleAnnotation;
  /** Keeps the place where reading stopped, in userData. */
  'article:keep-place': null;
  /** Makes the text anew from the original where another hand has changed it; nothing where it has not. */
  'article:restore-text': null;
  /** Keeps why a text that was changed after it was imported is used all the same. */
  'article:accept-text': ArticleAnnotation;
  'article:delete': null;

  /** The first passages of a filter, and how many there are. */
  'passage:list': { readonly rows: readonly PassageRow[]; readonly count: number };
  /** Which passages stand in the table and in which order; their rows are asked for as they come into sight. */
  'passage:table': PassageTable;
  /** The rows of those that are there, in the order of the ids. */
  'passage:rows': readonly PassageRow[];
  /** What the chosen passages have in common. */
  'passage:selection': PassageSelection;
  'passage:add': Passage;
  'passage:relabel': Passage;
  'passage:resize': Passage;
  /** Splits the passage in two at an offset of the canonical text; the first keeps the id. */
  'passage:split': { readonly first: Passage; readonly second: Passage };
  /** A second passage on the same words, to carry a second label. */
  'passage:duplicate': Passage;
  /** Adds tags and sets the speaker, together one step; a speaker of null leaves it as it is, what is gone is left out. */
  'passage:repeat': Passage;
  'passage:set-tags': Passage;
  'passage:set-source': Passage;
  'passage:set-grade': Passage;
  'passage:set-manner': Passage;
  'passage:set-note': Passage;
  /** Says of the passage that it supports, contradicts, repeats or supersedes the other. */
  'passage:relate': Passage;
  'passage:unrelate': Passage;
  /** What is linked to the passage, and what may be worth linking; null where it is not there (yet, or any more). */
  'passage:related': RelatedPassages | null;
  /** Of the passages of an article, those that are linked to any. */
  'passage:relation-counts': readonly RelationCount[];
  'passage:delete': null;

  /** One act on many passages, all or nothing: one step of undo. Answers how many it changed. */
  'bulk:change-passages': { readonly changed: number };
  /** Ends the act on many passages that is under way; what it wrote is put back. */
  'bulk:cancel': null;

  /** What waits for the analyst, with candidates and scores. */
  'needs:list': readonly Need[];
  /** Gives a carried passage the ranges of a candidate. */
  'needs:take': Passage;
  /** Accepts that the words of a carried passage don't stand in this version. */
  'needs:keep-orphan': Passage;
  /** Takes the repair of a file off the list, which was seen: in this session, and nothing in the archive. */
  'needs:see-repair': null;
  /** Accepts the places of passages that moved: one step. */
  'needs:confirm': null;

  'tag:list': readonly TagRow[];
  /** The tag at `path`, made with its parents where it is missing. */
  'tag:ensure': Ensured<Tag>;
  'tag:rename': Tag;
  'tag:move': Tag;
  'tag:define': Tag;
  'tag:merge': Tag;
  'tag:delete': null;

  'source:list': readonly SourceRow[];
  'source:open': Source;
  /** The source of that name or alias, made where it is missing. */
  'source:ensure': Ensured<Source>;
  'source:change': Source;
  /** From now on; never rewrites a graded passage. */
  'source:set-reliability': Source;
  'source:merge': Source;
  'source:delete': null;

  'task:list': readonly TaskRow[];
  'task:add': Task;
  'task:change': Task;
  'task:delete': null;

  'search:find': readonly Found[];
  /** What was open last: the given places, then articles that were read before, without what is gone. */
  'search:recent': readonly Found[];
  'search:list': readonly SearchRow[];
  'search:save': SearchRow;
  'search:delete': null;
  'counts:get': Counts;
  /** What can't be read, and so is missing from the lists. */
  'archive:faults': readonly FaultRow[];

  'memo:list': readonly MemoRow[];
  'memo:create': { readonly memoId: MemoId };
  'memo:open': OpenMemo;
  'memo:save': Memo;
  'memo:set-state': Memo;
  /** Why a finding of the checks is left as it is. */
  'memo:state-reason': Memo;
  /** The hash that a new citation of the passage carries. */
  'memo:cite': { readonly exactSha256: Sha256 };
  /** Lays passages into a draft as quotations among its evidence; what stands there already is not laid twice. */
  'memo:cite-passages': {
    readonly memoId: MemoId;
    readonly referenceNumber: string;
    readonly added: number;
  };
  'memo:check': readonly MemoProblem[];
  'memo:preview': MemoPreview;
  /** Asks where, then writes the file; atomically where one is replaced. */
  'memo:export': ExportedFile;
  /** Shows the last exported file of that memo in the system's file manager. */
  'memo:reveal': null;
  'memo:delete': null;

  'trash:list': readonly TrashRow[];
  /** What is in one row of it; null where it is not there any more. */
  'trash:look': TrashLook | null;
  'trash:restore': null;
  /** What is past its term and no memo rests on, by id. */
  'trash:past-term': readonly string[];
  /** Takes that for good, however much it is. */
  'trash:purge': { readonly removed: number; readonly held: number };
  'trash:empty': { readonly removed: number; readonly held: number };
  /** Removes the sample article, its passages and its memo in one act that can be undone. */
  'sample:remove': null;
};

export type RequestName = keyof typeof inputSchemas;
export type Input<N extends RequestName> = z.infer<(typeof inputSchemas)[N]>;
export type Output<N extends RequestName> = Outputs[N];
export type Answer<N extends RequestName> = Result<Output<N>, AppError>;

/** One handler per request. */
export type Handlers = { readonly [N in RequestName]: (input: Input<N>) => Promise<Answer<N>> };

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/**
 * Fails to compile when a request has an output and no input schema, or the reverse.
 *
 * @public read by the compiler alone
 */
export const isProtocolComplete: Same<keyof Outputs, RequestName> = true;

/** Requests that the preload alone may send; the window's script can't. */
export const preloadOnlyRequests: readonly RequestName[] = ['import:drop'];
