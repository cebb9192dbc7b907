import { articlePicture } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { mediaTypeOf, type PictureName } from '#domain/picture/stored-picture.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import type { LoadPicture } from '../state/reader-context.ts';

/** Loads the pictures of an article, each once. */
export const createPictureLoader = (articleId: ArticleId): LoadPicture => {
  const loaded = new Map<string, Promise<string | null>>();
  const load = async ({ sha256, format }: PictureName): Promise<string | null> => {
    const answer = await request(articlePicture, { articleId, picture: { sha256, format } });
    const base64 = answer.ok ? answer.value.base64 : null;
    return base64 === null ? null : `data:${mediaTypeOf[format]};base64,${base64}`;
  };
  return (picture) => {
    const before = loaded.get(picture.sha256);
    if (before !== undefined) return before;
    const loading = load(picture);
    loaded.set(picture.sha256, loading);
    return loading;
  };
};
