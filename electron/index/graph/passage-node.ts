/** The line in the graph of a passage, an article or a source, and its changes. */
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { EvidenceState } from '#domain/board/board.ts';
import { changesSince } from '#domain/board/evidence-change.ts';
import type { GraphNode, GraphState } from '#domain/contract/graph.ts';
import type { ThingOf } from '#domain/graph/thing.ts';
import type { PassageChange, PassageChangeKind } from '#domain/memo/sent/evidence-change.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { disputeType } from '#domain/passage/word-relation.ts';
import { type Grade, isUngraded, printGrade } from '#domain/tradecraft/grade.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArticleEntry, CatalogueState } from '../catalogue-state.ts';
import { findById } from '../find-by-id.ts';
import { findPassage, linksOf } from '../relations.ts';
import { stateOfText } from '../rows/article/article-rows.ts';
import { quoteHash } from '../rows/memo/evidence-changes.ts';
import { storedPassage } from '../stored-records.ts';

const NOTHING = {
  title: '',
  detail: null,
  label: null,
  grade: null,
  letter: null,
  marking: null,
  isSent: false,
  states: [],
  copyOf: null,
  children: [],
  left: 0,
} as const satisfies Omit<GraphNode, 'thing'>;

/** A line of which only the given fields are known. */
export const lineOf = (known: Pick<GraphNode, 'thing'> & Partial<GraphNode>): GraphNode => ({
  ...NOTHING,
  ...known,
});

const articleStates = (article: ArticleEntry): readonly GraphState[] => [
  ...(article.about.withdrawn === null ? [] : [{ kind: 'withdrawn' } as const]),
  ...(stateOfText(article) === 'altered' ? [{ kind: 'altered' } as const] : []),
];

const sourceOf = (
  { sources }: CatalogueState,
  id: string | null,
  part: 'publication' | 'speaker',
): readonly GraphNode[] => {
  const source = resolveRecord(sources, id as ThingOf<'source'>['sourceId'] | null);
  if (source === null) return [];
  return [
    lineOf({
      thing: { kind: 'source', sourceId: source.id },
      title: source.name,
      detail: part,
      letter: source.reliability,
    }),
  ];
};

/** An article with its publication. */
export const articleNode = (state: CatalogueState, thing: ThingOf<'article'>): GraphNode => {
  const article = state.articles.get(thing.articleId);
  if (article !== undefined)
    return lineOf({
      thing,
      title: article.bibliography.title ?? article.firstWords,
      detail: article.bibliography.publishedAt,
      marking: article.about.marking,
      states: articleStates(article),
      children: sourceOf(state, article.about.publicationId, 'publication'),
    });
  const trashed = state.trashedArticles.find(({ id }) => id === thing.articleId);
  if (trashed === undefined) return lineOf({ thing, states: [{ kind: 'gone' }] });
  const { title, publishedAt } = effectiveBibliography(trashed.article, trashed.about);
  return lineOf({
    thing,
    title: title ?? trashed.article.originalName ?? '',
    detail: publishedAt,
    marking: trashed.about.marking,
    states: [{ kind: 'trashed' }],
    children: sourceOf(state, trashed.about.publicationId, 'publication'),
  });
};

type Stored = { readonly passage: Passage; readonly states: readonly GraphState[] };

/** The stored passage, even one in the trash; null if nothing is known of it any more. */
const storedOf = (state: CatalogueState, { articleId, passageId }: ThingOf<'passage'>): Stored | null => {
  const live = findPassage(state, passageId);
  if (live !== null) {
    const isDisputed = linksOf(state, live.entry).some(
      ({ type, direction }) => disputeType(type, direction) !== null,
    );
    return {
      passage: storedPassage(state.stored, live.entry),
      states: [
        ...articleStates(live.article),
        ...(live.entry.isOrphan ? [{ kind: 'unplaced' } as const] : []),
        ...(isDisputed ? [{ kind: 'disputed' } as const] : []),
      ],
    };
  }
  const passages =
    state.articles.has(articleId) === true
      ? state.stored.article(articleId).passages
      : (state.trashedArticles.find(({ id }) => id === articleId)?.passages ?? []);
  const passage = findById(passages, passageId);
  return passage === undefined ? null : { passage, states: [{ kind: 'trashed' }] };
};

const speaker = (state: CatalogueState, passage: Passage | null): readonly GraphNode[] =>
  sourceOf(state, passage?.sourceId ?? null, 'speaker');

/** Each state once: those of the thing itself come before those found by comparison. */
const withStates = (node: GraphNode, more: readonly GraphState[]): GraphNode => {
  const byKind = new Map([...more, ...node.states].map((state) => [state.kind, state]));
  return { ...node, states: [...byKind.values()] };
};

/** A passage with its articles and its speaker; `since`: its changes since the thing above it was made. */
export const passageNode = (
  state: CatalogueState,
  thing: ThingOf<'passage'>,
  { since = [], isLeaf = false }: { readonly since?: readonly GraphState[]; readonly isLeaf?: boolean } = {},
): GraphNode => {
  const stored = storedOf(state, thing);
  const entry = findPassage(state, thing.passageId)?.entry;
  const node = lineOf({
    thing,
    title: stored === null ? '' : printPassage(stored.passage),
    detail: entry?.paragraph === null || entry === undefined ? null : String(entry.paragraph),
    label: stored?.passage.label ?? null,
    grade: stored?.passage.grade ?? null,
    states: stored?.states ?? [{ kind: 'gone' }],
    children: isLeaf
      ? []
      : [
          articleNode(state, { kind: 'article', articleId: thing.articleId }),
          ...speaker(state, stored?.passage ?? null),
        ],
  });
  return withStates(node, since);
};

const stateOfChange: Readonly<Record<PassageChangeKind, GraphState['kind'] | null>> = {
  edited: 'changed',
  retranslated: 'changed',
  deleted: null,
  altered: null,
  regraded: 'regraded',
  'source-regraded': 'regraded',
  'later-changed': 'later-version',
  'later-reversed': 'later-version',
  'later-gone': 'later-version',
  'later-beside': 'later-version',
  'later-unsettled': 'later-version',
  disputed: 'disputed',
};

/** The states of a passage for the changes of a memo's evidence; those that the passage itself shows are left out. */
export const statesOfChanges = (
  changes: readonly Pick<PassageChange, 'kind' | 'was' | 'is'>[],
): readonly GraphState[] =>
  changes.flatMap(({ kind, was, is }): readonly GraphState[] => {
    const told = stateOfChange[kind];
    if (told === null) return [];
    return [told === 'regraded' ? { kind: told, was, is } : { kind: told }];
  });

const gradeWords = (grade: Grade): string => (isUngraded(grade) ? 'ungraded' : printGrade(grade));

/** The present state of a passage, as boards compare it; null if it does not exist. */
const evidenceState = (state: CatalogueState, id: Passage['id']): EvidenceState | null => {
  const found = findPassage(state, id);
  if (found === null) return null;
  const passage = storedPassage(state.stored, found.entry);
  const disputing = linksOf(state, found.entry)
    .filter(({ type, direction }) => disputeType(type, direction) !== null)
    .map(({ entry }) => entry.id);
  return { sha256: quoteHash(passage), grade: passage.grade, disputedBy: [...new Set(disputing)].toSorted() };
};

/** The changes of a passage since it was put on a board. */
export const statesSince = (
  state: CatalogueState,
  was: EvidenceState,
  id: Passage['id'],
): readonly GraphState[] =>
  changesSince(was, evidenceState(state, id)).flatMap((change): readonly GraphState[] => {
    switch (change.kind) {
      case 'gone':
        return [];
      case 'regraded':
        return [{ kind: 'regraded', was: gradeWords(change.was), is: gradeWords(change.is) }];
      default:
        return [{ kind: change.kind }];
    }
  });
