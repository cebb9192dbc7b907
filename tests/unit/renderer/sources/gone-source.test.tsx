// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SourceId, sourceIdSchema } from '#domain/ids.ts';
import { GoneSource } from '#renderer/sources/page/GoneSource.tsx';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { eventually } from '../../../support/unit/eventually.ts';
import { installScriptedBridge } from '../bridge/scripted-bridge.ts';

// What was answered before is shown until the next answer: each test asks about a source of its own.
let sourceId: SourceId;
let trash: readonly object[];
beforeEach(() => {
  sourceId = sourceIdSchema.parse(newSampleId());
  const main = installScriptedBridge();
  main.answer('source:open', () => ({
    ok: false,
    error: { code: 'not-found', what: 'source', id: sourceId },
  }));
  main.answer('trash:list', () => ({ ok: true, value: trash }));
});
afterEach(cleanup);

const says = async (words: RegExp) => {
  render(<GoneSource sourceId={sourceId}>others</GoneSource>);
  await eventually(() => expect(screen.getByText(words)).toBeDefined());
};

describe('the page of a source that is not there any more', () => {
  it('says that it lies in the trash, where it does', async () => {
    trash = [{ kind: 'source', id: sourceId }];
    await says(/moved to the trash/);
    expect(screen.getByRole('button', { name: /Open the trash/ })).toBeDefined();
  });

  it('promises nothing of one that was purged, or whose making was undone', async () => {
    trash = [];
    await says(/can’t be restored from the trash/);
    expect(screen.queryByRole('button', { name: /Open the trash/ })).toBeNull();
  });
});
