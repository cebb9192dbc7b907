import type { Sha256 } from '../ids.ts';
import type { ArticleAnnotation } from './annotations.ts';
import type { ArticleRecord } from './article.ts';

/**
 * Whether the text of an article is the one that was sealed. `altered`: another hand has changed the file since.
 * `accepted`: it was changed, and the analyst has given a reason to use it nevertheless.
 */
export type TextState = 'intact' | 'altered' | 'accepted';

/**
 * The state of a text with the hash `textSha256`, of its canonical text in UTF-8. Acceptance applies to that one
 * text: changed again, it is altered again.
 */
export const textStateOf = (
  article: Pick<ArticleRecord, 'textSha256'>,
  { acceptedText }: Pick<ArticleAnnotation, 'acceptedText'>,
  textSha256: Sha256,
): TextState => {
  if (textSha256 === article.textSha256) return 'intact';
  return acceptedText?.textSha256 === textSha256 ? 'accepted' : 'altered';
};
