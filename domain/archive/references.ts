/**
 * The references from the records of a file to other files. A reference to nothing is damage: another program, or
 * a merge by hand, has removed its target. A deleted target with a tombstone or a redirect still exists.
 */
import { type MemoBlock, type MemoInline, withNotes } from '../memo/memo-content.ts';
import { type Position, sortPositions } from '../source/position.ts';
import type { Source } from '../source/source.ts';
import type { Task } from '../task/task.ts';
import type { CollectionName } from './changes.ts';
import type {
  AnnotationsFile,
  EventsFile,
  FileContents,
  FileKind,
  MemoFile,
  ReviewFile,
  TranslationsFile,
} from './files.ts';

export type ReferredKind = 'tag' | 'source' | 'event' | 'article' | 'passage' | 'memo' | 'snapshot' | 'task';

export type Reference = {
  /** Of the record that refers. */
  readonly collection: CollectionName;
  readonly recordId: string;
  readonly field: string;
  readonly to: ReferredKind;
  readonly id: string;
  /** The article whose annotations hold the passage that is referred to; null where it is no passage. */
  readonly articleId: string | null;
  /** Whether the record does without it: it may be taken out. A citation may not, it is evidence. */
  readonly isOptional: boolean;
};

type Refer = (
  field: string,
  to: ReferredKind,
  id: string | null | undefined,
  articleId?: string | undefined,
) => readonly Reference[];

const from =
  (collection: CollectionName, recordId: string, isOptional = true): Refer =>
  (field, to, id, articleId) =>
    id === null || id === undefined
      ? []
      : [{ collection, recordId, field, to, id, articleId: articleId ?? null, isOptional }];

type Node = {
  readonly id: string;
  readonly parentId: string | null;
  readonly mergedInto: string | null;
};

const ofTree = (collection: 'tags' | 'sources', records: readonly Node[]): readonly Reference[] =>
  records.flatMap(({ id, parentId, mergedInto }) => {
    const refer = from(collection, id);
    const to = collection === 'tags' ? 'tag' : 'source';
    return [...refer('parentId', to, parentId), ...refer('mergedInto', to, mergedInto)];
  });

const ofSources = (sources: readonly Source[]): readonly Reference[] => [
  ...ofTree('sources', sources),
  ...sources.flatMap(({ id, positions }) =>
    positions.flatMap(({ organisationId }) => from('sources', id)('positions', 'source', organisationId)),
  ),
];

/** Of any article. */
const answersOf = (tasks: readonly Task[]): readonly Reference[] =>
  tasks.flatMap(({ id, answeredBy }) =>
    from('tasks', id)('answeredBy', 'passage', answeredBy?.passageId, answeredBy?.articleId),
  );

const ofAnnotations = ({ about, passages, tasks }: AnnotationsFile): readonly Reference[] => {
  const ofArticle = from('about', about.id);
  return [
    ...about.tagIds.flatMap((id) => ofArticle('tagIds', 'tag', id)),
    ...ofArticle('publicationId', 'source', about.publicationId),
    ...passages.flatMap(({ id, tagIds, sourceId, concernedIds, relations }) => {
      const refer = from('passages', id);
      return [
        ...tagIds.flatMap((tagId) => refer('tagIds', 'tag', tagId)),
        ...refer('sourceId', 'source', sourceId),
        ...concernedIds.flatMap((concernedId) => refer('concernedIds', 'source', concernedId)),
        ...relations.flatMap(({ articleId, passageId }) =>
          refer('relations', 'passage', passageId, articleId),
        ),
      ];
    }),
    ...tasks.flatMap(({ id, passageId }) => from('tasks', id)('passageId', 'passage', passageId, about.id)),
    ...answersOf(tasks),
  ];
};

const ofMemo = ({ memo, tasks }: MemoFile): readonly Reference[] => {
  const optional = from('memo', memo.id);
  const evidence = from('memo', memo.id, false);
  return [
    ...optional('supersedesId', 'memo', memo.supersedesId),
    ...answersOf(tasks),
    ...evidence('sending', 'snapshot', memo.sending?.snapshotId),
    ...memo.printedTaskIds.flatMap((id) => optional('printedTaskIds', 'task', id)),
    ...memo.content.content
      .flatMap((section) => section.content.flatMap(citedIn))
      .flatMap((cited) => [
        ...evidence('content', 'article', cited.articleId),
        ...evidence('content', 'passage', cited.passageId, cited.articleId),
      ]),
  ];
};

/** A translation is one without the article that it was taken from, too. */
const ofTranslations = ({ translations }: TranslationsFile): readonly Reference[] =>
  translations.flatMap(({ id, fromArticleId }) =>
    from('translations', id)('fromArticleId', 'article', fromArticleId),
  );

/**
 * An event without a passage is valid too: it then shows that nothing supports it. A redirect to none stays as it
 * is.
 */
const ofEvents = ({ events }: EventsFile): readonly Reference[] =>
  events.flatMap(({ id, concernedIds, sayings, mergedInto }) => {
    const refer = from('events', id);
    return [
      ...refer('mergedInto', 'event', mergedInto),
      ...concernedIds.flatMap((sourceId) => refer('concernedIds', 'source', sourceId)),
      ...sayings.flatMap(({ articleId, passageId }) => refer('sayings', 'passage', passageId, articleId)),
    ];
  });

const ofReview = ({ rounds }: ReviewFile): readonly Reference[] =>
  rounds.flatMap(({ id, snapshotId }) => from('rounds', id, false)('snapshotId', 'snapshot', snapshotId));

type Cited = { readonly articleId: string; readonly passageId: string };

const citedIn = (block: MemoBlock): readonly Cited[] => {
  switch (block.type) {
    case 'quotation':
      return [block.attrs];
    case 'paragraph':
    case 'judgement':
      return citedInline(block.content);
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(citedIn)));
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(citedIn));
    case 'ownQuotation':
      return block.content.flatMap(citedIn);
    case 'heading':
    case 'figure':
    case 'pageBreak':
      return [];
  }
};

const citedInline = (content: readonly MemoInline[] | undefined): readonly Cited[] =>
  withNotes(content ?? []).flatMap((node) => (node.type === 'citation' ? [node.attrs] : []));

const readers: { readonly [K in FileKind]?: (content: FileContents[K]) => readonly Reference[] } = {
  tags: ({ tags }) => ofTree('tags', tags),
  sources: ({ sources }) => ofSources(sources),
  annotations: ofAnnotations,
  translations: ofTranslations,
  memo: ofMemo,
  review: ofReview,
  events: ofEvents,
  'event-shard': ofEvents,
  tasks: ({ tasks }) => answersOf(tasks),
};

/** All references in a file to records of other files, or of its own. */
export const referencesOf = <K extends FileKind>(kind: K, content: FileContents[K]): readonly Reference[] =>
  (readers[kind] as ((content: FileContents[K]) => readonly Reference[]) | undefined)?.(content) ?? [];

/** The file without those references: an id is removed from its list, a single one becomes null. */
export const withoutReferences = <K extends FileKind>(
  content: FileContents[K],
  broken: readonly Reference[],
): FileContents[K] => {
  const mended: Record<string, unknown> = { ...content };
  for (const [name, held] of Object.entries(content)) {
    const ofName = broken.filter(({ collection, isOptional }) => collection === name && isOptional);
    if (ofName.length === 0) continue;
    const mend = (record: Held): Held =>
      ofName.filter(({ recordId }) => recordId === record.id).reduce(takeOut, record);
    mended[name] = Array.isArray(held) ? (held as readonly Held[]).map(mend) : mend(held as Held);
  }
  return mended as FileContents[K];
};

type Held = { readonly id: string } & Readonly<Record<string, unknown>>;

const takeOut = (record: Held, { field, id }: Reference): Held => {
  const value = record[field];
  if (field === 'positions') return { ...record, positions: withoutOrganisation(value as Position[], id) };
  if (Array.isArray(value)) return { ...record, [field]: value.filter((item: unknown) => idOf(item) !== id) };
  const { [field]: _, ...rest } = record;
  // A field with more than an id is absent where it is empty.
  return typeof value === 'object' ? ({ ...rest, id: record.id } as Held) : { ...record, [field]: null };
};

/** A post is one without its organisation too. */
const withoutOrganisation = (positions: readonly Position[], id: string): readonly Position[] =>
  sortPositions(
    positions.map((position) =>
      position.organisationId === id ? { ...position, organisationId: null } : position,
    ),
  );

/** A relation names a passage; every other list holds ids. */
const idOf = (item: unknown): unknown =>
  typeof item === 'object' && item !== null && 'passageId' in item ? item.passageId : item;
