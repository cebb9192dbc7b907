// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Palette } from '#renderer/app/Palette.tsx';
import { useCommand } from '#renderer/bridge/commands.ts';
import { currentPlace } from '#renderer/bridge/navigation.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { layScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

const tagId = '0190f000-0000-7000-8000-000000000001';
const ran = vi.fn();
const closed = vi.fn();
const Window = ({ isOpen }: { readonly isOpen: boolean }) => {
  useCommand('theme.dark', ran);
  return isOpen ? <Palette onClose={closed} /> : null;
};

let main: ScriptedBridge;
let stop: () => void;
beforeEach(() => {
  // jsdom has no CSS.escape, which the list asks for.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  main = layScriptedBridge();
  main.answer('search:find', ({ text }) => ({
    ok: true,
    value: text === 'dual' ? [{ kind: 'tag', tagId, title: 'China / dual use', detail: '8 uses' }] : [],
  }));
  stop = followChanges();
  ran.mockClear();
  closed.mockClear();
  const { rerender } = render(<Window isOpen={false} />);
  rerender(<Window isOpen />);
});
afterEach(() => {
  cleanup();
  stop();
});

describe('the palette', () => {
  it('offers only commands that something answers now', () => {
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['WindowTheme: dark']);
  });

  it('runs a command by its words, and closes', async () => {
    await userEvent.keyboard('dark');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(ran).toHaveBeenCalledTimes(1);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('goes to what was found in the archive', async () => {
    await userEvent.keyboard('dual');
    await screen.findByText('China / dual use');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(currentPlace()).toMatchObject({ view: 'tags', tagId });
  });

  it('says what to do where nothing matches', async () => {
    await userEvent.keyboard('zzz');
    expect(await screen.findByText('Nothing matches “zzz”. Try fewer words.')).toBeTruthy();
  });
});
