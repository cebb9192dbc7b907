/** Places in texts that a search finds: finding them, and making passages from them. */
import type { Change } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { SearchHit, SearchPlace } from '#domain/contract/search-archive.ts';
import type { ArticleId } from '#domain/ids.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import { targetOf } from '#domain/passage/passage.ts';
import { growMarks } from '#domain/reading/grow-marks.ts';
import { readingTextOf } from '#domain/reading/reading-text.ts';
import { ok, type Result } from '#domain/result.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { markedSnippet, markTerms } from '#domain/search/words/mark-terms.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { toTimestamp } from '#domain/time.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader, PerformOptions } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { describePassage, makePassage } from '../passage/add-passage.ts';

/** The most articles, the best match first, and the most places in them, that are offered at once. */
const MOST_ARTICLES = 200;
const MOST_PLACES = 500;
/** The length of a place, in UTF-16 units. */
const SHOWN_LENGTH = 240;

type InText = {
  readonly places: readonly SearchPlace[];
  /** The number of matches that are in a passage already. */
  readonly highlighted: number;
};
const nothing: InText = { places: [], highlighted: 0 };

/** The ranges of an article's passages in its text; none for regions, or if the words are not in it. */
const rangesOf = (
  { passages }: Pick<AnnotationsFile, 'passages'>,
  { index }: PassageText,
): readonly TextRange[] =>
  passages
    .filter((passage) => passage.deletedAt === null && !isOutOfText(passage))
    .flatMap((passage) => {
      const target = targetOf(passage);
      return target.kind === 'region' ? [] : target.selectors;
    })
    .map(({ position }) => ({
      start: index.toUtf16(position.start),
      end: index.toUtf16(position.end),
    }));

const contains = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

type Sought = { readonly terms: readonly SearchTerm[]; readonly unit: Input<'search:places'>['unit'] };

/** The places in one article that are in no passage yet; none if its text can't be read or was altered. */
const placesIn = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  title: string,
  { terms, unit }: Sought,
): Promise<InText> => {
  const [record, text, annotations] = [
    await reader.article(articleId),
    await passageTextOf(reader, articleId),
    await reader.annotations(articleId),
  ];
  if (!text.ok || !annotations.ok) return nothing;
  const { index, spans } = text.value;
  const passages = rangesOf(annotations.value, text.value);
  const marks = markTerms(index.text, terms);
  const free = marks.filter((mark) => !passages.some((passage) => contains(passage, mark)));
  const language = record.ok ? record.value.article.bibliography.language : null;
  const places = growMarks(readingTextOf(index.text, spans, language), free, unit).map(
    (range): SearchPlace => ({
      articleId,
      title,
      range,
      shown: markedSnippet(index.text.slice(range.start, range.end), terms, SHOWN_LENGTH),
    }),
  );
  return { places, highlighted: marks.length - free.length };
};

const articlesOf = (hits: readonly SearchHit[]): ReadonlyMap<ArticleId, string> =>
  new Map(hits.flatMap(({ articleId, title }) => (articleId === null ? [] : [[articleId, title] as const])));

/** The places of a search's words in the texts that it finds, the best match first; highlighted ones are left out. */
export const findPlaces = async (
  { archive, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  { text, unit }: Input<'search:places'>,
): Promise<Result<Output<'search:places'>, AppError>> => {
  const question = { text, limit: MOST_ARTICLES, kind: 'article', order: 'best' } as const;
  const { groups, terms } = await catalogue['search:archive']({
    ...question,
    isTyping: true,
    isWhole: false,
  });
  const found = groups.find(({ kind }) => kind === 'article');
  const places: SearchPlace[] = [];
  let highlighted = 0;
  for (const [articleId, title] of articlesOf(found?.hits ?? [])) {
    if (places.length > MOST_PLACES) break;
    const inText = await placesIn(archive, articleId, title, { terms, unit });
    places.push(...inText.places);
    highlighted += inText.highlighted;
  }
  const isCut = places.length > MOST_PLACES || (found?.count ?? 0) > MOST_ARTICLES;
  return ok({ places: places.slice(0, MOST_PLACES), highlighted, isCut });
};

type PlaceToTake = Input<'bulk:highlight'>['places'][number];

const byArticle = (places: readonly PlaceToTake[]): ReadonlyMap<ArticleId, readonly PlaceToTake[]> => {
  const grouped = new Map<ArticleId, PlaceToTake[]>();
  for (const place of places) grouped.set(place.articleId, [...(grouped.get(place.articleId) ?? []), place]);
  return grouped;
};

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** The changes that make passages from the places in one article. */
const changesIn = async (
  deps: Deps,
  reader: ArchiveReader,
  articleId: ArticleId,
  { places, label, tagIds }: Input<'bulk:highlight'>,
): Promise<Result<readonly Change[], AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const at = toTimestamp(deps.machine.nowMs());
  const unsaid = { sourceId: null, concernedIds: [], grade: ungraded, manner: null, basis: null, note: null };
  const said = { label, tagIds, ...unsaid };
  const changes: Change[] = [];
  for (const { passageId, range } of places) {
    const asked = { ...said, articleId, passageId, ranges: [range], tasks: [] };
    const wanted = await describePassage(reader, asked, at);
    if (!wanted.ok) return wanted;
    const made = await makePassage(deps, 'bulk:highlight', articleId, annotations.value, wanted.value);
    if (!made.ok) return made;
    changes.push(...made.value.changes);
  }
  return ok(changes);
};

/**
 * Makes passages from places, with one label and the same tags: all or nothing, one undo step. A repeated request
 * changes nothing.
 */
export const highlightPlaces = (
  deps: Deps,
  input: Input<'bulk:highlight'>,
  options: PerformOptions,
): Promise<Result<Output<'bulk:highlight'>, AppError>> =>
  deps.archive.perform(async (reader) => {
    const changes: Change[] = [];
    for (const [articleId, places] of byArticle(input.places)) {
      const made = await changesIn(deps, reader, articleId, { ...input, places: [...places] });
      if (!made.ok) return made;
      changes.push(...made.value);
    }
    return ok({ value: { made: changes.length }, name: 'highlight-places', changes });
  }, options);
