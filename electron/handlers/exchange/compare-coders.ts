import type { AnnotationsFile } from '#domain/archive/files.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { type CodedArticle, type CodedPassage, type Coding, isCoded } from '#domain/coding/coded-article.ts';
import { type AgreementTable, codingUnits, countAgreement } from '#domain/coding/count-agreement.ts';
import { type CodingDifference, listDifferences } from '#domain/coding/list-differences.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { CoderCounts } from '#domain/contract/exchange.ts';
import type { ArticleId, TagId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import type { Label } from '#domain/passage/label.ts';
import { type Passage, passageQuote, targetOf } from '#domain/passage/passage.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Selector } from '#domain/text/selector.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { CoderArchive, CoderArticle } from '#electron/ports/coder-archive.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { type CoderTags, matchTags } from './coder-tags.ts';

/** The comparison of two codings of the same texts: what is shown, and what settling needs. */
export type Comparison = {
  readonly counts: CoderCounts;
  readonly tables: readonly AgreementTable[];
  readonly differences: readonly CodingDifference[];
  readonly articles: ReadonlyMap<ArticleId, CodedArticle>;
  readonly tags: CoderTags;
  /** The labels of the other archive. */
  readonly labels: readonly Label[];
};

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;

type Progress = {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

type Theirs = { readonly id: ArticleId; readonly said: CoderArticle };

/** Reads their articles one by one; null if it was cancelled. */
const readTheirs = async (
  coder: CoderArchive,
  { onProgress, signal }: Progress,
  counts: { unreadable: number },
): Promise<readonly Theirs[] | null> => {
  const all: Theirs[] = [];
  const total = coder.articleIds.length * 2;
  for (const [index, id] of coder.articleIds.entries()) {
    if (signal.aborted) return null;
    const said = await coder.article(id);
    if (said === null) counts.unreadable += 1;
    else all.push({ id, said });
    onProgress(index + 1, total);
  }
  return all;
};

/**
 * Whether the article with that id exists here with that text: in a copy it does, even if several articles have the
 * text.
 */
const isHere = async (
  { archive }: Deps,
  own: ReadonlySet<ArticleId>,
  { id, said }: Theirs,
): Promise<boolean> => {
  const record = own.has(id) ? await archive.article(id) : null;
  return record?.ok === true && record.value.article.textSha256 === said.textSha256;
};

type Matched = {
  readonly articles: ReadonlyMap<ArticleId, CoderArticle>;
  /** The number of their articles whose text is not in this archive. */
  readonly elsewhere: number;
};

/**
 * Matches their articles to those with the same text here: the article with the same id, else one with its text that no
 * other of theirs has matched.
 */
const matchArticles = async (deps: Deps, theirs: readonly Theirs[]): Promise<Matched> => {
  const own = new Set(await deps.archive.articleIds());
  const articles = new Map<ArticleId, CoderArticle>();
  const others: Theirs[] = [];
  for (const each of theirs) {
    if (await isHere(deps, own, each)) articles.set(each.id, each.said);
    else others.push(each);
  }
  const here = await deps.catalogue.articlesWithTexts(others.map(({ said }) => said.textSha256));
  let elsewhere = 0;
  for (const { said } of others) {
    const same = here.get(said.textSha256) ?? [];
    const free = same.find(({ articleId }) => !articles.has(articleId));
    if (free !== undefined) articles.set(free.articleId, said);
    if (same.length === 0) elsewhere += 1;
  }
  return { articles, elsewhere };
};

type Names = (ids: readonly TagId[]) => readonly string[];

/** Whether the words of a selector are at its position. */
const stands = ({ index }: PassageText, { quote, position: { start, end } }: Selector): boolean =>
  end <= index.codePointLength && index.text.slice(index.toUtf16(start), index.toUtf16(end)) === quote.exact;

const codedPassage = (passage: Passage, names: Names): CodedPassage => ({
  id: passage.id,
  ranges: passage.selectors.map(({ position }) => position),
  quote: passageQuote(passage),
  label: passage.label,
  tags: names(passage.tagIds),
});

const codingOf = ({ about, passages }: AnnotationsFile, names: Names): Coding => ({
  tags: names(about.tagIds),
  passages: passages
    .filter(({ deletedAt }) => deletedAt === null)
    .map((passage) => codedPassage(passage, names)),
});

type Comparable = {
  readonly coding: Coding;
  /** The number of passages whose words are not at their position. */
  readonly lost: number;
  /**
   * Regions of pictures and pages, which are not compared: all regions of a picture have the same place in the text.
   */
  readonly regions: number;
};

/** The coding with the comparable passages, and the number of the others. */
const comparable = (text: PassageText, coding: Coding, { passages }: AnnotationsFile): Comparable => {
  const targets = new Map(passages.map((passage) => [passage.id, targetOf(passage)] as const));
  const ofWords = coding.passages.filter(({ id }) => targets.get(id)?.kind === 'words');
  const kept = ofWords.filter(({ id }) => {
    const target = targets.get(id);
    return target?.kind === 'words' && target.selectors.every((each) => stands(text, each));
  });
  return {
    coding: { ...coding, passages: kept },
    lost: ofWords.length - kept.length,
    regions: coding.passages.length - ofWords.length,
  };
};

const blocksOf = ({ index, spans }: PassageText): CodedArticle['blocks'] =>
  spans
    .filter(({ start, end }) => index.text.slice(start, end).trim() !== '')
    .map(({ start, end }) => ({ start: index.toCodePoint(start), end: index.toCodePoint(end) }));

/** What both coders have done in an article, or which of them has coded it at all. */
type ReadCoding =
  | ({ readonly kind: 'both'; readonly article: CodedArticle } & Pick<Comparable, 'lost' | 'regions'>)
  | { readonly kind: 'mine' | 'theirs' | 'none' | 'unreadable' };

/** Reads an article of this archive together with another coder's coding of the same text. */
const readCoding = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  theirs: AnnotationsFile,
  tags: CoderTags,
): Promise<ReadCoding> => {
  const [record, mine] = [await reader.article(articleId), await reader.annotations(articleId)];
  if (!record.ok || !mine.ok) return { kind: 'unreadable' };
  const [here, there] = [codingOf(mine.value, tags.mine), codingOf(theirs, tags.theirs)];
  if (!isCoded(here) || !isCoded(there)) {
    if (isCoded(here)) return { kind: 'mine' };
    return { kind: isCoded(there) ? 'theirs' : 'none' };
  }
  const text = await passageTextOf(reader, articleId);
  if (!text.ok) return { kind: 'unreadable' };
  const [own, other] = [comparable(text.value, here, mine.value), comparable(text.value, there, theirs)];
  return {
    kind: 'both',
    lost: own.lost + other.lost,
    regions: own.regions + other.regions,
    article: {
      articleId,
      title: effectiveBibliography(record.value.article, mine.value.about).title,
      blocks: blocksOf(text.value),
      mine: own.coding,
      theirs: other.coding,
    },
  };
};

const codedArticles = async (
  { archive }: Deps,
  matched: ReadonlyMap<ArticleId, CoderArticle>,
  tags: CoderTags,
  counts: { -readonly [Name in keyof CoderCounts]: number },
  { onProgress, signal }: Progress,
): Promise<readonly CodedArticle[] | null> => {
  const articles: CodedArticle[] = [];
  let done = 0;
  for (const [articleId, { annotations }] of matched) {
    if (signal.aborted) return null;
    const read = await readCoding(archive, articleId, annotations, tags);
    counts[read.kind] += 1;
    if (read.kind === 'both') {
      articles.push(read.article);
      counts.lost += read.lost;
      counts.regions += read.regions;
    }
    done += 1;
    onProgress(matched.size + done, matched.size * 2);
  }
  return articles;
};

/**
 * Compares this archive with a copy coded by another person. Fails with `cancelled` if it was cancelled, or with the
 * error of a file.
 */
export const compareCoders = async (
  deps: Deps,
  coder: CoderArchive,
  progress: Progress,
): Promise<Result<Comparison, AppError>> => {
  const mine = await deps.archive.tags();
  if (!mine.ok) return mine;
  const counts = { both: 0, mine: 0, theirs: 0, none: 0, unreadable: 0, elsewhere: 0, lost: 0, regions: 0 };
  const tags = matchTags(mine.value.tags, coder.tags);
  const theirs = await readTheirs(coder, progress, counts);
  if (theirs === null) return err({ code: 'cancelled' });
  const { articles: matched, elsewhere } = await matchArticles(deps, theirs);
  counts.elsewhere = elsewhere;
  const articles = await codedArticles(deps, matched, tags, counts, progress);
  if (articles === null) return err({ code: 'cancelled' });
  const yielder = createYielder();
  const tables: AgreementTable[] = [];
  for (const unit of codingUnits) tables.push(await runYielding(countAgreement(articles, unit), yielder));
  const differences = await runYielding(listDifferences(articles), yielder);
  return ok({
    counts,
    tables,
    differences,
    articles: new Map(articles.map((article) => [article.articleId, article])),
    tags,
    labels: coder.labels,
  });
};
