import type { ArticleId } from '#domain/ids.ts';
import { sayError } from '#renderer/bridge/act.ts';
import { catalogueIsRead, useAppState } from '#renderer/bridge/app-state.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { citeInMemo } from '#renderer/parts/memo/cite-in-memo.ts';
import { sayHint } from '#renderer/window/notices.ts';

/** As many as a memo takes at once. */
const MOST_CITED = 1000;

/** Quotes all passages of the articles in the memo that was open last, or asks for one. */
export const citeArticles = async (articleIds: readonly ArticleId[]): Promise<void> => {
  const question = { filter: {}, articleIds: [...articleIds], limit: MOST_CITED };
  if (!useAppState.getState().isCatalogueReady) sayHint('The archive is being read: citing waits for that');
  await catalogueIsRead();
  const answer = await request('passage:list', question);
  if (!answer.ok) return sayError(answer.error);
  const { rows, count } = answer.value;
  if (count === 0) sayHint('These articles have no passages to cite: highlight some first');
  else if (count > rows.length) sayHint(`More than ${MOST_CITED} passages: select fewer articles`);
  else await citeInMemo(rows.map(({ id }) => id));
};
