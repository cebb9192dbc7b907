import type { Change } from '#domain/archive/changes.ts';
import { alreadyHere, provenanceOf } from '#domain/article/bibliography/provenance.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, Sha256, SourceId } from '#domain/ids.ts';
import { type CarryReport, reportCarried } from '#domain/passage/carried.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Source, sourceSchema } from '#domain/source/source.ts';
import type { ArchiveReader, NewArticle } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { ensureSource } from '../source/ensure-source.ts';
import { carryPassages } from './carry-passages.ts';
import { newArticle, type PreparedText } from './new-article.ts';
import { followPrevious } from './previous-version.ts';

export type SealingDeps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** The article that a text became, or the one that is there already: see findAlreadyHere. */
export type SealedAs = {
  readonly articleId: ArticleId;
  readonly isNew: boolean;
  /** What became of the passages of the version before it; null where there is none. */
  readonly carried: CarryReport | null;
  /** Publications that its publisher may be and is not: it is written otherwise. */
  readonly nearPublications: readonly string[];
};

/** How the texts of one act are sealed. */
export type SealingStep = {
  readonly name: 'import-article' | 'import-articles' | 'import-new-version';
  readonly editId?: string;
  /** The article of which the first text is a new version. */
  readonly previousVersionId?: ArticleId | null;
  /** The first text leads: where it is there already, none of the others is sealed. */
  readonly isLed?: boolean;
  /** Ties the new articles to each other, in the order of their texts. */
  readonly tie?: (articles: readonly NewArticle[]) => readonly NewArticle[];
};

/** The articles that have the texts of one act already, by the hashes of the texts. */
export type KnownTexts = Awaited<ReturnType<HandlerDeps['catalogue']['articlesWithTexts']>>;

/** Asks for all texts of an act at once: each question waits until the index has read what was written before it. */
export const knownTexts = (
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
  texts: readonly Pick<PreparedText, 'textSha256'>[],
): Promise<KnownTexts> => catalogue.articlesWithTexts(texts.map(({ textSha256 }) => textSha256));

/** What is gathered while the texts of one act are gone through. */
export type Gathered = {
  readonly known: KnownTexts;
  sources: readonly Source[];
  readonly changes: Change[];
  readonly articles: NewArticle[];
};

type FoundPublication = { readonly id: SourceId | null; readonly near: readonly string[] };

/** The publication of that name, made in the same act where it is missing; null where no publisher is known. */
const publicationOf = (
  gathered: Gathered,
  publisher: string | null,
  { machine }: SealingDeps,
): FoundPublication => {
  const name = sourceSchema.shape.name.safeParse(publisher ?? '');
  if (!name.success) return { id: null, near: [] };
  const asked = { name: name.data, kind: 'publication', parentId: null } as const;
  const { source, changes, near } = ensureSource(gathered.sources, asked, machine);
  if (changes.length > 0) gathered.sources = [...gathered.sources, source];
  gathered.changes.push(...changes);
  return { id: source.id, near };
};

/** The articles of the same text that came before in the same act. */
const sameTextsBefore = ({ articles }: Gathered, textSha256: Sha256) =>
  articles
    .filter(({ article }) => article.textSha256 === textSha256)
    .map(({ article: { id, bibliography } }) => ({
      articleId: id,
      isSameText: true,
      provenance: [provenanceOf(bibliography)],
    }));

/** The article that is there already with the same text and the same provenance: another print of it is another. */
const findAlreadyHere = (gathered: Gathered, { textSha256, sealed }: PreparedText): ArticleId | null => {
  const known = [...sameTextsBefore(gathered, textSha256), ...(gathered.known.get(textSha256) ?? [])];
  return alreadyHere(known, sealed.bibliography)?.articleId ?? null;
};

/**
 * Seals one text of an act: its records are added to `gathered`, as `carry` makes them of the new article. Where it is there
 * already nothing is added.
 */
export const sealText = async (
  gathered: Gathered,
  text: PreparedText,
  deps: SealingDeps,
  carry: (article: NewArticle) => Promise<Result<NewArticle, AppError>>,
): Promise<Result<SealedAs, AppError>> => {
  const there = findAlreadyHere(gathered, text);
  if (there !== null) return ok({ articleId: there, isNew: false, carried: null, nearPublications: [] });
  const publication = publicationOf(gathered, text.sealed.bibliography.publisher, deps);
  const carried = await carry(newArticle(text, publication.id, deps.machine));
  if (!carried.ok) return carried;
  const { article, annotations } = carried.value;
  gathered.articles.push(carried.value);
  return ok({
    articleId: article.id,
    isNew: true,
    carried: article.previousVersionId === null ? null : reportCarried(annotations.passages),
    nearPublications: publication.near,
  });
};

/** How a text of an act follows the version before it: the first one alone may have one. */
const carryFrom =
  (reader: ArchiveReader, { machine }: SealingDeps, previousId: ArticleId | null) =>
  async (article: NewArticle): Promise<Result<NewArticle, AppError>> => {
    if (previousId === null) return ok(article);
    const following = await followPrevious(reader, article, previousId);
    return following.ok ? carryPassages(reader, machine, following.value, previousId) : following;
  };

/** Adds the records of all texts to `gathered`; says of each what it became. */
const sealEach = async (
  gathered: Gathered,
  texts: readonly PreparedText[],
  { reader, deps, step }: { reader: ArchiveReader; deps: SealingDeps; step: SealingStep },
): Promise<Result<readonly SealedAs[], AppError>> => {
  const sealed: SealedAs[] = [];
  const { previousVersionId = null, isLed = false } = step;
  for (const text of texts) {
    const previousId = sealed.length === 0 ? previousVersionId : null;
    const answer = await sealText(gathered, text, deps, carryFrom(reader, deps, previousId));
    if (!answer.ok) return answer;
    sealed.push(answer.value);
    if (isLed && sealed[0]?.isNew === false) break;
  }
  return ok(sealed);
};

/**
 * Seals texts in one act, in their order: a text that is there already, or that came before in the same act, is not
 * sealed twice, unless it is another print of it. Publications that are missing are made first.
 */
export const sealTexts = (
  deps: SealingDeps,
  texts: readonly PreparedText[],
  step: SealingStep,
): Promise<Result<readonly SealedAs[], AppError>> =>
  deps.archive.perform(
    async (reader) => {
      const file = await reader.sources();
      if (!file.ok) return file;
      const known = await knownTexts(deps, texts);
      const gathered: Gathered = { known, sources: file.value.sources, changes: [], articles: [] };
      const sealed = await sealEach(gathered, texts, { reader, deps, step });
      if (!sealed.ok) return sealed;
      return ok({
        value: sealed.value,
        name: step.name,
        changes: gathered.changes,
        newArticles: step.tie?.(gathered.articles) ?? gathered.articles,
      });
    },
    step.editId === undefined ? {} : { editId: step.editId },
  );
