// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceRow } from '#domain/contract/source.ts';
import { sourceIdSchema } from '#domain/ids.ts';
import { SourceHead } from '#renderer/sources/page/SourceHead.tsx';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { installScriptedBridge } from '../bridge/scripted-bridge.ts';

beforeEach(() => {
  installScriptedBridge().answer('source:list', () => ({ ok: true, value: [] }));
});
afterEach(cleanup);

const rowWith = (aliases: readonly string[]): SourceRow => ({
  ...{ id: sourceIdSchema.parse(newSampleId()), kind: 'person', name: 'Mara', parentId: null, aliases },
  ...{ mergedIds: [], reliability: null, passageCount: 0, articleCount: 0, aboutCount: 0, lastUsedAt: null },
});
const show = (aliases: readonly string[]) =>
  render(
    <SourceHead row={rowWith(aliases)} source={undefined} onLetter={() => undefined} acts={undefined} />,
  );
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `Name ${at + 1}`);

describe('the other names in the head of a name’s page', () => {
  it('are the first few of many, and all where that is asked for', async () => {
    const { container } = show(numbered(100));
    const aliases = () => [...container.querySelectorAll('bdi')].map(({ textContent }) => textContent);
    expect(aliases()).toEqual(numbered(8));
    await userEvent.click(screen.getByRole('button', { name: 'and 92 more' }));
    expect(aliases()).toEqual(numbered(100));
    await userEvent.click(screen.getByRole('button', { name: 'fewer' }));
    expect(aliases()).toEqual(numbered(8));
  });

  it('are all of a few', () => {
    show(numbered(8));
    expect(screen.queryByRole('button', { name: /more/ })).toBeNull();
  });
});
