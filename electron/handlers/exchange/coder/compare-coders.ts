import type { CodedArticle } from '#domain/coding/coded-article.ts';
import { type AgreementTable, codingUnits, countAgreement } from '#domain/coding/count-agreement.ts';
import { type CodingDifference, listDifferences } from '#domain/coding/list-differences.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { CoderCounts } from '#domain/contract/exchange.ts';
import type { ArticleId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { CoderArchive, CoderArticle } from '#electron/ports/coder-archive.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { type CoderTags, matchTags } from './coder-tags.ts';
import { readCoding } from './read-coding.ts';

/** Two codings of the same texts, compared: what is shown, and what settling needs. */
export type Comparison = {
  readonly counts: CoderCounts;
  readonly tables: readonly AgreementTable[];
  readonly differences: readonly CodingDifference[];
  readonly articles: ReadonlyMap<ArticleId, CodedArticle>;
  readonly tags: CoderTags;
};

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;

type Progress = {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

type Theirs = { readonly id: ArticleId; readonly said: CoderArticle };

/** Their articles, one after the other; null where it was ended. */
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

/** Whether the article of that id stands here with that text: so it does in a copy, however many articles carry the text. */
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
  /** Those of theirs whose text is not here. */
  readonly elsewhere: number;
};

/** Their articles by those of the same text here: the same article, else one with its text that no other of theirs has met. */
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
    counts[read.is] += 1;
    if (read.is === 'both') {
      articles.push(read.article);
      counts.lost += read.lost;
      counts.regions += read.regions;
    }
    done += 1;
    onProgress(matched.size + done, matched.size * 2);
  }
  return articles;
};

/** Compares this archive with a copy that another person has coded. Fails `cancelled` where it was ended, or as its files do. */
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
  });
};
