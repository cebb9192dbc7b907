import { v5 } from 'uuid';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { contestedDates } from '#domain/event/contested-dates.ts';
import { distinctPassages } from '#domain/event/event.ts';
import type {
  ExportedArticle,
  ExportedName,
  ExportedNames,
  ExportedOccurrence,
  ExportedStatement,
} from '#domain/exchange/names/exported-names.ts';
import { type NameFormat, nameFormatOf } from '#domain/exchange/names/name-formats.ts';
import { printFtm } from '#domain/exchange/names/write-ftm.ts';
import { printNameTable } from '#domain/exchange/names/write-name-table.ts';
import { printStix } from '#domain/exchange/names/write-stix.ts';
import type { ArticleId, SourceId } from '#domain/ids.ts';
import { publicationOf } from '#domain/memo/citations/attribution.ts';
import type { CitedArticle } from '#domain/memo/citations/memo-material.ts';
import { toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Source, SourceTree } from '#domain/source/source.ts';
import { toTimestamp } from '#domain/time.ts';
import { gatherMarkings } from '#domain/tradecraft/marking.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import { createFileExport } from '../../export/create-file-export.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { labelsOf } from '../../label/label-handlers.ts';
import { readCitedArticle } from '../../memo/read-memo-material.ts';
import {
  countNames,
  type FoundEvent,
  type FoundNames,
  type FoundStatement,
  findNames,
  type Places,
  referredTo,
  wholeMarking,
} from './find-names.ts';

type Deps = Places & Pick<HandlerDeps, 'desktop' | 'machine' | 'writeExportedFile'>;

/**
 * The namespace for deriving the ids in a file, so that a repeated export has the same ids. Ids of records are not
 * used, because they reveal when each was created (docs/decisions, 0059).
 */
const NAMESPACE = '23af48e5-eeb7-43f5-8836-0e191e66bb11';
const idOf = (words: string): string => v5(words, NAMESPACE);

const printers: Readonly<Record<NameFormat, (names: ExportedNames, nowMs: number) => string>> = {
  csv: printNameTable,
  ftm: (names) => printFtm(names, idOf),
  stix: (names, nowMs) => printStix(names, idOf, toTimestamp(nowMs)),
};

/** The key of the live name to which an id leads; null if it was deleted. */
const keyOfName = (sources: SourceTree, id: SourceId | null): string | null => {
  const live = resolveRecord(sources, id);
  return live === null ? null : idOf(live.id);
};
const keysOfNames = (sources: SourceTree, ids: readonly SourceId[]): readonly string[] => [
  ...new Set(ids.flatMap((id) => keyOfName(sources, id) ?? [])),
];

const nameOf = (source: Source, { sources, markings }: FoundNames, isReferredTo: boolean): ExportedName => {
  const { id, kind, name, createdAt, aliases, reliability, positions } = source;
  return {
    ...{ key: idOf(id), kind, name, createdAt, isReferredTo },
    parentKey: keyOfName(sources, source.parentId),
    marking: gatherMarkings(markings.get(id) ?? []),
    aliases: isReferredTo ? [] : aliases,
    reliability: isReferredTo ? null : reliability,
    positions: isReferredTo
      ? []
      : positions.map(({ role, organisationId, from, until }) => ({
          ...{ role, from, until },
          organisationKey: keyOfName(sources, organisationId),
        })),
  };
};

const articleOf = (cited: CitedArticle, { sources }: FoundNames): ExportedArticle => {
  const { article, about } = cited;
  const { title, byline, url, publishedAt } = effectiveBibliography(article, about);
  return {
    ...{ key: idOf(article.id), title, byline, url, published: publishedAt },
    publisher: publicationOf(cited, sources)?.name ?? null,
    publicationKey: keyOfName(sources, about.publicationId),
    marking: gatherMarkings([about.marking]),
    storedAt: article.importedAt,
  };
};

const statementOf = (
  { articleId, passage, row, marking }: FoundStatement,
  cited: CitedArticle,
  { sources }: FoundNames,
  labels: LabelSet,
): ExportedStatement => {
  const { version } = row;
  const exported = toExportedPassage({
    ...{ passage, cited, sources, labels, version },
    ...{ tags: [], hasNote: false },
  });
  return {
    key: idOf(passage.id),
    articleKey: idOf(articleId),
    printed: row.printed,
    speakerKey: keyOfName(sources, passage.sourceId),
    concernedKeys: keysOfNames(sources, passage.concernedIds),
    attribution: exported.attribution,
    paragraph: exported.paragraph,
    grade: passage.grade,
    marking: gatherMarkings([marking]),
    createdAt: passage.createdAt,
  };
};

const eventOf = (
  { event, marking }: FoundEvent,
  { sources }: FoundNames,
  written: ReadonlySet<string>,
): ExportedOccurrence => {
  const sayings = event.sayings.filter(({ passageId }) => written.has(idOf(passageId)));
  const contested = contestedDates(
    event.date,
    sayings.map(({ date }) => date),
  );
  return {
    ...{ key: idOf(event.id), title: event.title, date: event.date, createdAt: event.createdAt },
    isInferred: event.certainty === 'inferred',
    contested: contested.filter((date) => date !== event.date),
    concernedKeys: keysOfNames(sources, event.concernedIds),
    statementKeys: distinctPassages(sayings).map(({ passageId }) => idOf(passageId)),
    marking: gatherMarkings(marking),
  };
};

type Evidence = Pick<ExportedNames, 'articles' | 'statements'>;

/** Each article is read once, and kept in memory no longer than needed; one that can't be read is left out. */
const readEvidence = async (
  { archive }: Deps,
  found: FoundNames,
  isCancelled: () => boolean,
): Promise<Result<Evidence, AppError>> => {
  const labels = await labelsOf(archive);
  const byArticle = new Map<ArticleId, FoundStatement[]>();
  for (const statement of found.statements) {
    const own = byArticle.get(statement.articleId) ?? [];
    own.push(statement);
    byArticle.set(statement.articleId, own);
  }
  const articles: ExportedArticle[] = [];
  const statements: ExportedStatement[] = [];
  for (const [articleId, own] of byArticle) {
    if (isCancelled()) return err({ code: 'cancelled' });
    const cited = await readCitedArticle(archive, articleId);
    if (cited === null) continue;
    articles.push(articleOf(cited, found));
    statements.push(...own.map((statement) => statementOf(statement, cited, found, labels)));
  }
  return ok({ articles, statements });
};

/** What was found, in the form in which it is written. */
const layNames = async (
  deps: Deps,
  found: FoundNames,
  hasEvidence: boolean,
  isCancelled: () => boolean,
): Promise<Result<ExportedNames, AppError>> => {
  const evidence = hasEvidence
    ? await readEvidence(deps, found, isCancelled)
    : ok<Evidence>({ articles: [], statements: [] });
  if (!evidence.ok) return evidence;
  const written = new Set(evidence.value.statements.map(({ key }) => key));
  return ok({
    ...evidence.value,
    names: [
      ...found.names.map((name) => nameOf(name, found, false)),
      ...referredTo(found, hasEvidence).map((name) => nameOf(name, found, true)),
    ],
    events: hasEvidence ? found.events.map((event) => eventOf(event, found, written)) : [],
    hasEvidence,
    marking: gatherMarkings(wholeMarking(found, hasEvidence)),
  });
};

/** The handlers for exporting names. */
export const createExportingNames = (
  deps: Deps,
): Pick<
  HandlersOn<'source'>,
  'source:exported' | 'source:export' | 'source:cancel-export' | 'source:reveal-export' | 'source:drag-export'
> => {
  const file = createFileExport(deps, 'source:export', nameFormatOf);
  return {
    'source:exported': async (asked) => {
      const found = await findNames(deps, asked);
      return found.ok ? ok(countNames(found.value, asked.hasEvidence)) : found;
    },

    /**
     * Writes names to a file in the folder of exports, in the format of its ending; see FileExport. Fails with
     * `not-found` if none of the names exists.
     */
    'source:export': (asked) =>
      file.write(asked, async (format, isCancelled) => {
        const found = await findNames(deps, asked, isCancelled);
        if (!found.ok) return found;
        const names = await layNames(deps, found.value, asked.hasEvidence, isCancelled);
        if (!names.ok) return names;
        const bytes = new TextEncoder().encode(printers[format](names.value, deps.machine.nowMs()));
        const held = countNames(found.value, asked.hasEvidence);
        return ok({ bytes, told: { ...held, passages: names.value.statements.length } });
      }),
    'source:cancel-export': file.cancel,
    'source:reveal-export': file.reveal,
    'source:drag-export': file.drag,
  };
};
