/**
 * Plans what an export would become, before anything is written: each of its articles is looked for in the archive, its
 * text is read, and its highlights are located. The plan is shown, and then carried out as shown.
 */

import type { FoundMetadata } from '#domain/article/article.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { addressOf } from '#domain/article/bibliography/doi.ts';
import { alreadyHere } from '#domain/article/bibliography/provenance.ts';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { withPublisherOfHost } from '#domain/article/publisher-of-host.ts';
import type { BroughtRow } from '#domain/contract/import-brought.ts';
import type { BroughtAbout, BroughtArticle } from '#domain/exchange/brought.ts';
import { type FilledField, filledFields } from '#domain/exchange/fill-bibliography.ts';
import { indexKnown, matchArticle } from '#domain/exchange/match-article.ts';
import { mergeBrought } from '#domain/exchange/merge-brought.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import { indexText } from '#domain/text/text-index.ts';
import type { CalendarDate } from '#domain/time.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ExportPlace, ReadExport } from '#electron/ports/export-reader.ts';
import { localToday } from '#electron/time/local-today.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { prepareText } from '../new-article.ts';
import { findHere } from '../said-passages.ts';
import { knownTexts } from '../seal-texts.ts';
import { type PlacedPassage, type PlannedArticle, placePassages, type Target } from './planned.ts';
import { saidOfPlaced } from './said-of-article.ts';

export type PlanDeps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine' | 'exports'>;

type Match = ReturnType<typeof matchArticle>;
type Matched = { readonly article: BroughtArticle; readonly match: Match };

const textOf = (body: Body): PassageText => ({
  index: indexText(canonicalText(body)),
  spans: textBlockSpans(body),
});

const nothing = { placed: [], notPlaced: [], fills: [], here: 0 };

const said = (
  value: string | null,
): { readonly value: string; readonly foundIn: 'other-tool' } | undefined =>
  value === null ? undefined : { value, foundIn: 'other-tool' };

/** Metadata from the other tool takes precedence over what is found in the text. */
const foundOf = (about: BroughtAbout, found: FoundMetadata): FoundMetadata => {
  const ofTool = {
    title: said(about.title),
    byline: said(about.byline),
    publisher: said(about.publisher),
    publishedAt: said(about.publishedAt),
    url: said(addressOf(about)),
    doi: said(about.doi),
    language: said(about.language),
  };
  return withPublisherOfHost({
    ...found,
    ...Object.fromEntries(Object.entries(ofTool).filter(([, value]) => value !== undefined)),
  });
};

/** The bibliography of an imported article; without a type it is a web page. */
const bibliographyOf = (
  { type }: BroughtAbout,
  found: FoundMetadata,
  accessedAt: CalendarDate,
): Bibliography => {
  const bibliography = bibliographyFromFound(found, accessedAt);
  return { ...bibliography, type: type ?? (found.type === undefined ? 'webpage' : bibliography.type) };
};

/** The label and tags play no part in whether a passage is already in the archive. */
const unlabelled = (placed: PlacedPassage) => saidOfPlaced(placed, { label: 'context', tagIds: () => [] });

const planKnown = async (
  { archive }: PlanDeps,
  article: BroughtArticle,
  { articleId, isExcerpts }: { readonly articleId: ArticleId; readonly isExcerpts: boolean },
  fills: readonly FilledField[],
  matchedBy: PlannedArticle['matchedBy'],
): Promise<PlannedArticle> => {
  const [text, said] = [await passageTextOf(archive, articleId), await archive.annotations(articleId)];
  if (!text.ok) return { article, target: { kind: 'nothing', failure: text.error }, matchedBy, ...nothing };
  const placed = await placePassages({ ...text.value, isExcerpts }, article);
  return {
    article,
    target: { kind: 'known', articleId },
    matchedBy,
    fills,
    ...placed,
    here: said.ok ? (await findHere(text.value, placed.placed.map(unlabelled), said.value.passages)).size : 0,
  };
};

/** Excerpts in the archive may get the whole text, or more excerpts, as a new version. */
const mayFollow = (isExcerpts: boolean, article: BroughtArticle, plan: PlannedArticle): boolean =>
  isExcerpts && (article.text !== null || plan.notPlaced.length > 0);

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
  const here = alreadyHere((await knownTexts(deps, [text])).get(text.comparedSha256) ?? [], bibliography);
  const isExcerpts = read.value.format === 'excerpts';
  if (here !== null) return planKnown(deps, article, { articleId: here.articleId, isExcerpts }, [], 'text');
  const placed = await placePassages({ ...textOf(body), isExcerpts }, article);
  return { article, target: { kind: 'new', text, previousId }, matchedBy, fills: [], here: 0, ...placed };
};

const planOne = async (
  deps: PlanDeps,
  where: Where,
  { article, match }: Matched,
): Promise<PlannedArticle> => {
  if (match === null) return planNew(deps, where, article, null);
  const { articleId, bibliography } = match.article;
  const record = await deps.archive.article(articleId);
  const isExcerpts = record.ok && record.value.article.format === 'excerpts';
  const fills = filledFields(bibliography, article.about);
  const known = await planKnown(deps, article, { articleId, isExcerpts }, fills, match.by);
  if (!mayFollow(isExcerpts, article, known)) return known;
  const next = await planNew(deps, where, article, articleId);
  return next.target.kind === 'new' ? { ...next, matchedBy: match.by } : known;
};

/** The key by which articles of one export are the same: the existing article that they match, or their address. */
const keyOf = ({ article, match }: Matched): string | null => match?.article.articleId ?? article.about.url;

/** The key by which two new articles are the same: their text, and where it was published. */
const textKeyOf = ({ target }: PlannedArticle): string | null => {
  if (target.kind !== 'new') return null;
  const { publisher, publishedAt, url } = target.text.sealed.bibliography;
  return JSON.stringify([target.text.comparedSha256, publisher, publishedAt, url]);
};

/** Two articles with the same text are joined, with the passages of both. */
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

/** Looks for every article in the archive, a few at a time; null if `signal` has cancelled it. */
const matchAll = async (
  { catalogue }: PlanDeps,
  articles: readonly BroughtArticle[],
  signal: AbortSignal,
): Promise<readonly Matched[] | null> => {
  await catalogue.ready;
  const yielder = createYielder();
  const known = await runYielding(indexKnown(await catalogue.citedArticles()), yielder);
  const matched: Matched[] = [];
  for (const article of articles) {
    await yielder.yieldIfDue();
    if (signal.aborted) return null;
    matched.push({ article, match: matchArticle(known, article.about) });
  }
  return matched;
};

/** Plans what `read` becomes; null if `signal` has cancelled it. */
export const planBrought = async (
  deps: PlanDeps,
  tool: Tool,
  { brought, place }: ReadExport,
  { onProgress, signal }: PlanOptions,
): Promise<readonly PlannedArticle[] | null> => {
  const matched = await matchAll(deps, brought.articles, signal);
  if (matched === null) return null;
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

/** The row that shows a planned article. */
export const rowOf = (plan: PlannedArticle, index: number): BroughtRow => ({
  key: String(index),
  title: plan.article.about.title,
  url: plan.article.about.url,
  becomes: becomes(plan.target),
  knownId: knownIdOf(plan.target),
  matchedBy: plan.matchedBy,
  passages: plan.placed.length - plan.here,
  passagesHere: plan.here,
  notPlaced: plan.notPlaced,
  fills: plan.fills,
  tags: new Set([...plan.article.tags, ...plan.article.passages.flatMap(({ tags }) => tags)]).size,
  hasNote: plan.article.note !== null,
  failure: plan.target.kind === 'nothing' ? plan.target.failure : null,
});
