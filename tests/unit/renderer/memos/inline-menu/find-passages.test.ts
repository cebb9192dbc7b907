import { beforeEach, describe, expect, it } from 'vitest';
import { memoIdSchema } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { findPassages } from '#renderer/memos/inline-menu/find-passages.ts';
import { createCitationBook } from '#renderer/memos/state/citation-book.ts';
import { createMemoStore } from '#renderer/memos/state/memo-store.ts';
import { installScriptedBridge } from '../../bridge/scripted-bridge.ts';

const memoId = memoIdSchema.parse('01920000-0000-7000-8003-000000000001');
const find = findPassages({
  book: createCitationBook(),
  store: createMemoStore(memoId, 'icd203-likely'),
});

beforeEach(() => useAppState.setState({ isCatalogueReady: false }));

describe('the passages that @ finds', () => {
  it('are looked for when the archive is read, not in a part of it', async () => {
    const bridge = installScriptedBridge();
    bridge.answer('memo:citable', () => ok([]));
    const found = find({ query: 'first round' });
    await Promise.resolve();
    expect(bridge.asked).toEqual([]);
    useAppState.setState({ isCatalogueReady: true });
    expect(await found).toEqual([]);
    expect(bridge.asked.map(({ name }) => name)).toEqual(['memo:citable']);
    await find({ query: 'first' });
    expect(bridge.asked).toHaveLength(2);
  });
});
