// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandId } from '#domain/command/command-table.ts';
import { tellEnabledCommands, useCommand } from '#renderer/commands/commands.ts';
import { installScriptedBridge } from '../bridge/scripted-bridge.ts';

const Answering = ({ id, isEnabled = true }: { readonly id: CommandId; readonly isEnabled?: boolean }) => {
  useCommand(id, () => undefined, isEnabled);
  return null;
};

let told: (readonly string[])[] = [];
let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  installScriptedBridge().answer('app:show-commands', ({ enabled }) => {
    told.push(enabled as string[]);
    return { ok: true, value: null };
  });
  stop = tellEnabledCommands();
});
afterEach(() => {
  stop();
  cleanup();
  vi.useRealTimers();
});

describe('what the window tells the menu', () => {
  it('is told once for many commands that come together, in the order of the table', () => {
    render(
      <>
        <Answering id="passage.note" />
        <Answering id="view.today" />
        <Answering id="passage.tags" isEnabled={false} />
      </>,
    );
    vi.runAllTimers();
    expect(told).toEqual([['view.today', 'passage.note']]);
  });

  it('is told again when a command has gone, and not where nothing has changed', () => {
    const { rerender } = render(<Answering id="passage.note" />);
    vi.runAllTimers();
    rerender(<Answering id="passage.note" isEnabled={false} />);
    rerender(<Answering id="passage.note" />);
    vi.runAllTimers();
    expect(told).toEqual([['passage.note']]);
    rerender(<Answering id="passage.note" isEnabled={false} />);
    vi.runAllTimers();
    expect(told).toEqual([['passage.note'], []]);
  });
});
