// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import type { ImportDraft } from '#domain/contract/import.ts';
import { draftIdSchema } from '#domain/ids.ts';
import { discardLater } from '#renderer/articles/import-check/discard-later.ts';
import { noteCheck, unsealedAmong } from '#renderer/window/before-close.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { installScriptedBridge } from '../../bridge/scripted-bridge.ts';

const draftId = draftIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const draft = { draftId, originalName: 'strait.txt' } as ImportDraft;
afterEach(() => noteCheck(draftId, false));

it('a corrected import that is discarded is not asked for when the window closes, and is again once it is taken back', () => {
  installScriptedBridge();
  noteCheck(draftId, true);
  discardLater(draft);
  expect(unsealedAmong([draftId])).toEqual([]);
  useNotices.getState().notices.at(-1)?.action?.run();
  expect(unsealedAmong([draftId])).toEqual([draftId]);
});
