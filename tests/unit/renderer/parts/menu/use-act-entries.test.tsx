// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useCommand } from '#renderer/commands/commands.ts';
import { memoActs, passageActs, sourceActs, tagActs, taskActs } from '#renderer/commands/context-menu.ts';
import { useActEntries } from '#renderer/parts/menu/use-act-entries.ts';
import { installScriptedBridge } from '../../bridge/scripted-bridge.ts';

const entriesOf = (acts: typeof tagActs) =>
  renderHook(() => useActEntries(acts, vi.fn())).result.current.map((entry) =>
    entry === 'separator' ? '–' : entry.name,
  );

describe('a menu of acts', () => {
  beforeEach(() => void installScriptedBridge());

  it('names the acts without what they are done to', () => {
    expect(entriesOf(tagActs)).toEqual([
      'Rename',
      'Move…',
      'Merge into another…',
      'Split…',
      'New memo from this tag…',
      '–',
      'New tag…',
      'Compare with another coder’s archive…',
      '–',
      'Delete…',
    ]);
  });

  it.each([passageActs, memoActs, sourceActs, taskActs])('ends with the trash ($label)', (acts) => {
    expect(entriesOf(acts).slice(-2)).toEqual(['–', 'Move to trash']);
  });

  it('greys what nothing answers', () => {
    const { result } = renderHook(() => {
      useCommand('tag.rename', vi.fn());
      return useActEntries(tagActs, vi.fn());
    });
    const greyed = result.current.flatMap((entry) =>
      entry !== 'separator' && 'isDisabled' in entry && entry.isDisabled === true ? [entry.id] : [],
    );
    expect(greyed).toEqual([
      'tag.move',
      'tag.merge',
      'tag.split',
      'tag.new-memo',
      'tag.new',
      'tag.compare-coder',
      'tag.delete',
    ]);
  });
});
