import { beforeEach, expect, it } from 'vitest';
import { articleIdSchema } from '#domain/ids.ts';
import { citeArticles } from '#renderer/articles/ArticleBulkBar.tsx';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { installScriptedBridge } from '../bridge/scripted-bridge.ts';

const articleId = articleIdSchema.parse('01920000-0000-7000-8000-000000000001');
const said = () => useNotices.getState().notices.map(({ title }) => title);

beforeEach(() => {
  useNotices.setState({ notices: [] });
  useAppState.setState({ isCatalogueReady: false });
});

it('waits for the archive to be read, and says so', async () => {
  const bridge = installScriptedBridge();
  bridge.answer('passage:list', () => ({ ok: true, value: { rows: [], count: 0 } }));
  const cited = citeArticles([articleId]);
  expect(said()).toEqual(['Loading the archive: you can cite when it is done']);
  expect(bridge.asked).toEqual([]);
  useAppState.setState({ isCatalogueReady: true });
  await cited;
  expect(said()).toEqual(['These articles have no passages. Highlight some first']);
});
