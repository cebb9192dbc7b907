import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import { textStateOf } from '#domain/article/text-state.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { invalidInput } from '../shared/failures.ts';
import { changeArticle } from './change-article.ts';

/**
 * Keeps why a text that another hand has changed is used all the same; from then on it can be quoted, under its own
 * hash. Fails `invalid-input` for a text that is as it was sealed.
 */
export const acceptText = (
  deps: Pick<HandlerDeps, 'archive' | 'machine'>,
  { articleId, reason }: Input<'article:accept-text'>,
): Promise<Result<ArticleAnnotation, AppError>> =>
  changeArticle(deps, articleId, 'accept-text', async (before, reader) => {
    const record = await reader.article(articleId);
    if (!record.ok) return record;
    const body = await reader.body(articleId);
    if (!body.ok) return body;
    const { textSha256 } = body.value;
    if (textStateOf(record.value.article, before, textSha256) === 'intact')
      return invalidInput('article:accept-text', 'the text is as it was imported');
    return ok({ acceptedText: { textSha256, reason, acceptedAt: toTimestamp(deps.machine.nowMs()) } });
  });
