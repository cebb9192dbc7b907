import type { Change } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId, Sha256, SourceId } from '#domain/ids.ts';
import { type CarryReport, reportCarried } from '#domain/passage/carried.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Source, sourceSchema } from '#domain/source/source.ts';
import { newArticle, type PreparedText } from '../../../import/new-article.ts';
import type { NewArticle } from '../../../ports/archive.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { ensureSource } from '../ensure-source.ts';
import { carryPassages } from './carry-passages.ts';
import { followPrevious } from './previous-version.ts';

export type SealingDeps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** The article that a text became, or the one that has the same text already. */
export type SealedAs = {
  readonly articleId: ArticleId;
  readonly isNew: boolean;
  /** What became of the passages of the version before it; null where there is none. */
  readonly carried: CarryReport | null;
};

/** How the texts of one act are sealed. */
export type SealingStep = {
  readonly name: 'import-article' | 'import-articles' | 'import-new-version';
  readonly editId?: string;
  /** The article of which the text is a new version. */
  readonly previousVersionId?: ArticleId | null;
};

/** What is gathered while the texts of one act are gone through. */
type Gathered = {
  sources: readonly Source[];
  readonly changes: Change[];
  readonly articles: NewArticle[];
};

/** The publication of that name, made in the same act where it is missing; null where no publisher is known. */
const publicationOf = (
  gathered: Gathered,
  publisher: string | null,
  { machine }: SealingDeps,
): SourceId | null => {
  const name = sourceSchema.shape.name.safeParse(publisher ?? '');
  if (!name.success) return null;
  const asked = { name: name.data, kind: 'publication', parentId: null } as const;
  const { source, changes } = ensureSource(gathered.sources, asked, machine);
  if (changes.length > 0) gathered.sources = [...gathered.sources, source];
  gathered.changes.push(...changes);
  return source.id;
};

const sameText = async (
  { articles }: Gathered,
  textSha256: Sha256,
  { catalogue }: SealingDeps,
): Promise<ArticleId | null> =>
  articles.find(({ article }) => article.textSha256 === textSha256)?.article.id ??
  (await catalogue.articleWithText(textSha256));

const sealText = async (
  gathered: Gathered,
  text: PreparedText,
  deps: SealingDeps,
  carry: (article: NewArticle) => Promise<Result<NewArticle, AppError>>,
): Promise<Result<SealedAs, AppError>> => {
  const there = await sameText(gathered, text.textSha256, deps);
  if (there !== null) return ok({ articleId: there, isNew: false, carried: null });
  const publicationId = publicationOf(gathered, text.sealed.bibliography.publisher, deps);
  const carried = await carry(newArticle(text, publicationId, deps.machine));
  if (!carried.ok) return carried;
  const { article, annotations } = carried.value;
  gathered.articles.push(carried.value);
  return ok({
    articleId: article.id,
    isNew: true,
    carried: article.previousVersionId === null ? null : reportCarried(annotations.passages),
  });
};

/**
 * Seals texts in one act, in their order: a text that is there already, or that came before in the same act, is not
 * sealed twice. Publications that are missing are made first.
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
      const gathered: Gathered = { sources: file.value.sources, changes: [], articles: [] };
      const sealed: SealedAs[] = [];
      const { previousVersionId = null } = step;
      for (const text of texts) {
        const answer = await sealText(gathered, text, deps, async (article) => {
          if (previousVersionId === null) return ok(article);
          const following = await followPrevious(reader, article, previousVersionId);
          return following.ok
            ? carryPassages(reader, deps.machine, following.value, previousVersionId)
            : following;
        });
        if (!answer.ok) return answer;
        sealed.push(answer.value);
      }
      return ok({
        value: sealed,
        name: step.name,
        changes: gathered.changes,
        newArticles: gathered.articles,
      });
    },
    step.editId === undefined ? {} : { editId: step.editId },
  );
