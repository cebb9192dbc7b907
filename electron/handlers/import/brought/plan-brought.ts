/**
 * What an export would become, before anything is written: each of its articles is looked for in the archive, its text is
 * read, and what was highlighted in it is placed. The plan is shown, and then taken as it is.
 */
import { alreadyHere } from '#domain/article/bibliography/provenance.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { BroughtRow } from '#domain/contract/import-brought.ts';
import type { BroughtArticle } from '#domain/exchange/brought.ts';
import { type FilledField, filledFields } from '#domain/exchange/fill-bibliography.ts';
import { type KnownArticle, type MatchedBy, matchArticle } from '#domain/exchange/match-article.ts';
import { mergeBrought } from '#domain/exchange/merge-brought.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import { indexText } from '#domain/text/text-index.ts';
import type { ExportPlace, ReadExport } from '#electron/ports/export-reader.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { passageTextOf } from '../../passage/passage-text.ts';
import { type PreparedText, prepareText } from '../new-article.ts';
import { bibliographyOf, foundOf } from './brought-bibliography.ts';
import { knownArticles } from './known-articles.ts';
import { type PlacedPassages, placePassages } from './planned.ts';

export type PlanDeps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine' | 'exports'>;

/** Where what is said of an article goes: a text to be sealed, an article that is here, or nowhere. */
export type Target =
  | { readonly kind: 'new'; readonly text: PreparedText; readonly previousId: ArticleId | null }
  | { readonly kind: 'known'; readonly articleId: ArticleId }
  | { readonly kind: 'nothing'; readonly failure: AppError };

export type PlannedArticle = {
  readonly article: BroughtArticle;
  readonly target: Target;
  readonly matchedBy: MatchedBy | 'text' | null;
  /** The fields of the bibliography that it fills, of an article that is here. */
  readonly fills: readonly FilledField[];
} & PlacedPassages;

type Match = ReturnType<typeof matchArticle>;
type Matched = { readonly article: BroughtArticle; readonly match: Match };

const textOf = (body: Body): PassageText => ({
  index: indexText(canonicalText(body)),
  spans: textBlockSpans(body),
});

const nothing = { placed: [], notPlaced: [], fills: [] };

const planKnown = async (
  { archive }: PlanDeps,
  article: BroughtArticle,
  { articleId, isExcerpts }: Pick<KnownArticle, 'articleId' | 'isExcerpts'>,
  fills: readonly FilledField[],
  matchedBy: PlannedArticle['matchedBy'],
): Promise<PlannedArticle> => {
  const text = await passageTextOf(archive, articleId);
  if (!text.ok) return { article, target: { kind: 'nothing', failure: text.error }, matchedBy, ...nothing };
  return {
    article,
    target: { kind: 'known', articleId },
    matchedBy,
    fills,
    ...(await placePassages({ ...text.value, isExcerpts }, article)),
  };
};

/** Excerpts that are here get a new version by the whole text, or by more excerpts. */
const mayFollow = (known: KnownArticle, article: BroughtArticle, plan: PlannedArticle): boolean =>
  known.isExcerpts && (article.text !== null || plan.notPlaced.length > 0);

type Where = { readonly tool: Tool; readonly place: ExportPlace };

const planNew = async (
  deps: PlanDeps,
  { tool, place }: Where,
  article: BroughtArticle,
  previousId: ArticleId | null,
): Promise<PlannedArticle> => {
  const matchedBy = null;
  const read = await deps.exports.readArticle(tool, article, place);
  if (!read.ok)
    return { article, target: { kind: 'nothing', failure: { code: read.error } }, matchedBy, ...nothing };
  const found = foundOf(article.about, read.value.found);
  const body = withoutLeftOut(read.value.body, read.value.leftOut);
  const bibliography = bibliographyOf(article.about, found, localToday(deps.machine.nowMs()));
  const text = await prepareText({ ...read.value, found }, { body, bibliography, marking: null });
  const here = alreadyHere(await deps.catalogue.articlesWithText(text.textSha256), bibliography);
  const isExcerpts = read.value.format === 'excerpts';
  if (here !== null) return planKnown(deps, article, { articleId: here.articleId, isExcerpts }, [], 'text');
  const placed = await placePassages({ ...textOf(body), isExcerpts }, article);
  return { article, target: { kind: 'new', text, previousId }, matchedBy, fills: [], ...placed };
};

const planOne = async (
  deps: PlanDeps,
  where: Where,
  { article, match }: Matched,
): Promise<PlannedArticle> => {
  if (match === null) return planNew(deps, where, article, null);
  const known = await planKnown(
    deps,
    article,
    match.article,
    filledFields(match.article.bibliography, article.about),
    match.by,
  );
  if (!mayFollow(match.article, article, known)) return known;
  const next = await planNew(deps, where, article, match.article.articleId);
  return next.target.kind === 'new' ? { ...next, matchedBy: match.by } : known;
};

/** Articles of one export that are one: of one article that is here, or of one address. */
const keyOf = ({ article, match }: Matched): string | null => match?.article.articleId ?? article.about.url;

/** What two new articles are one by: their text, and where it was printed. */
const textKeyOf = ({ target }: PlannedArticle): string | null => {
  if (target.kind !== 'new') return null;
  const { publisher, publishedAt, url } = target.text.sealed.bibliography;
  return JSON.stringify([target.text.textSha256, publisher, publishedAt, url]);
};

/** Two articles of one text have the passages of both. */
const joinPlans = (plans: readonly PlannedArticle[]): readonly PlannedArticle[] =>
  mergeBrought(plans, textKeyOf, (one, other) => ({
    ...one,
    placed: [...one.placed, ...other.placed],
    notPlaced: [...one.notPlaced, ...other.notPlaced],
  }));

export type PlanOptions = {
  readonly onProgress: (done: number, total: number, name: string) => void;
  readonly signal: AbortSignal;
};

/** Plans what `read` becomes; null where `signal` has ended it. */
export const planBrought = async (
  deps: PlanDeps,
  tool: Tool,
  { brought, place }: ReadExport,
  { onProgress, signal }: PlanOptions,
): Promise<readonly PlannedArticle[] | null> => {
  await deps.catalogue.ready;
  const known = await knownArticles(deps.archive);
  const matched = brought.articles.map((article) => ({ article, match: matchArticle(known, article.about) }));
  const merged = mergeBrought<Matched>(matched, keyOf);
  const planned: PlannedArticle[] = [];
  for (const each of merged) {
    if (signal.aborted) return null;
    planned.push(await planOne(deps, { tool, place }, each));
    onProgress(planned.length, merged.length, each.article.about.title ?? place.fileName);
  }
  return joinPlans(planned);
};

const becomes = (target: Target): BroughtRow['becomes'] => {
  if (target.kind !== 'new') return target.kind;
  if (target.previousId !== null) return 'new-version';
  return target.text.read.format === 'excerpts' ? 'excerpts' : 'article';
};

const knownIdOf = (target: Target): ArticleId | null => {
  if (target.kind === 'known') return target.articleId;
  return target.kind === 'new' ? target.previousId : null;
};

/** What is shown of a planned article. `here` are those of its passages that stand there already. */
export const rowOf = (plan: PlannedArticle, index: number, here: number): BroughtRow => ({
  key: String(index),
  title: plan.article.about.title,
  url: plan.article.about.url,
  becomes: becomes(plan.target),
  knownId: knownIdOf(plan.target),
  matchedBy: plan.matchedBy,
  passages: plan.placed.length - here,
  passagesHere: here,
  notPlaced: plan.notPlaced,
  fills: plan.fills,
  tags: new Set([...plan.article.tags, ...plan.article.passages.flatMap(({ tags }) => tags)]).size,
  hasNote: plan.article.note !== null,
  failure: plan.target.kind === 'nothing' ? plan.target.failure : null,
});
