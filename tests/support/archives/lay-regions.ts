/** Regions of a picture and of a page, each in its own article. */
import type { Handlers } from '#domain/contract/requests.ts';
import { newPassageId } from '../archive/sample-ids.ts';
import { makePng } from '../pictures/make-png.ts';
import { a4Page, addPagedArticle } from '../pictures/paged-article.ts';
import { addPicturedArticle, keptPng } from '../pictures/pictured-article.ts';
import type { Workbench } from '../workbench/open-workbench.ts';
import { succeed } from '../workbench/results.ts';

type Laying = { readonly bench: Workbench; readonly handlers: Handlers };

export const layPictureRegion = async ({ bench, handlers }: Laying) => {
  const { picture, bytes } = keptPng(40, 20);
  const articleId = await addPicturedArticle(bench, 'The log.\n\uFFFC', [{ picture, bytes }]);
  const region = succeed(
    await handlers['passage:add-region']({
      articleId,
      passageId: newPassageId(),
      offset: 9,
      sha256: picture.sha256,
      xywh: { x: 0, y: 0, w: 10, h: 10 },
      label: 'data',
      description: '',
    }),
  );
  return { articleId, sha256: picture.sha256, passageId: region.id };
};

export const layPageRegion = async ({ bench, handlers }: Laying) => {
  const { articleId, original } = await addPagedArticle(bench, [
    { text: 'The log of the lock.', index: 1, label: null, from: 1000, to: 1500 },
    { text: 'Ships by month.', index: 2, label: '14', from: 1000, to: 1500 },
  ]);
  const page = a4Page(original, 2);
  const picture = succeed(await handlers['passage:keep-pixels']({ articleId, bytes: makePng(80, 40) }));
  const region = succeed(
    await handlers['passage:add-page-region']({
      articleId,
      passageId: newPassageId(),
      page,
      viewrect: { x: 60, y: 200, w: 40, h: 20 },
      picture,
      label: 'data',
      description: '',
    }),
  );
  return { articleId, page, picture, passageId: region.id };
};
