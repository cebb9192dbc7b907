// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Palette } from '#renderer/app/Palette.tsx';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { currentPlace } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import { installScriptedBridge, type ScriptedBridge } from '../../bridge/scripted-bridge.ts';

const tagId = '0190f000-0000-7000-8000-000000000001';
const memoId = '0190f000-0000-7000-8000-000000000002';
const ran = vi.fn();
const closed = vi.fn();
const Window = ({ isOpen }: { readonly isOpen: boolean }) => {
  useCommand('theme.dark', ran);
  useCommand('print.open', ran);
  return isOpen ? <Palette onClose={closed} /> : null;
};

let main: ScriptedBridge;
let stop: () => void;
let rerender: (ui: ReactNode) => void;
beforeEach(() => {
  main = installScriptedBridge();
  main.answer('search:find', ({ text }) => ({
    ok: true,
    value: text === 'dual' ? [{ kind: 'tag', tagId, title: 'China / dual use', detail: '8 uses' }] : [],
  }));
  main.answer('search:recent', () => ({
    ok: true,
    value: [{ kind: 'memo', memoId, title: 'Beijing visit', detail: 'PM-2024-017' }],
  }));
  setViewState('palette.text', '');
  stop = followChanges();
  ran.mockReset();
  closed.mockReset();
  ({ rerender } = render(<Window isOpen={false} />));
  rerender(<Window isOpen />);
});
afterEach(() => {
  cleanup();
  stop();
});

const options = () => screen.getAllByRole('option').map((option) => option.textContent);

describe('the palette', () => {
  it('begins with what was open last', async () => {
    expect(await screen.findByText('Beijing visit')).toBeTruthy();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(currentPlace()).toMatchObject({ view: 'memos', memoId });
  });

  it('shows events and boards that are found, and goes there', async () => {
    const [eventId, boardId] = [tagId, memoId];
    main.answer('search:find', () => ({
      ok: true,
      value: [
        { kind: 'event', eventId, title: 'Firms named', detail: '19 April 2024' },
        { kind: 'board', boardId, title: 'Will a bank be listed?', detail: '3 hypotheses' },
      ],
    }));
    await userEvent.keyboard('zebra');
    expect(await screen.findByText('Firms named')).toBeTruthy();
    await userEvent.click(screen.getByText('Will a bank be listed?'));
    expect(currentPlace()).toMatchObject({ view: 'boards', boardId });
  });

  it('finds an act by another word for it', async () => {
    await userEvent.keyboard('hard copy');
    expect(options().at(0)).toMatch(/^Print…/u);
  });

  it('keeps what was typed last, and lets typing replace it', async () => {
    await userEvent.keyboard('dark');
    rerender(<Window isOpen={false} />);
    rerender(<Window isOpen />);
    const field = screen.getByRole<HTMLInputElement>('combobox');
    expect(field.value).toBe('dark');
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('dark');
    expect(options()).toEqual(['Theme: darkWindow']);
  });

  it('offers only commands that something answers now', () => {
    expect(options().filter((text) => text?.includes('Theme'))).toEqual(['Theme: darkWindow']);
  });

  it('runs a command by its words, and closes', async () => {
    await userEvent.keyboard('dark');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(ran).toHaveBeenCalledTimes(1);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('gives the focus back before the command runs, so that a dialog knows where to give it back', async () => {
    const behind = (isOpen: boolean): void =>
      rerender(
        <>
          <button type="button">Behind</button>
          <Window isOpen={isOpen} />
        </>,
      );
    behind(false);
    screen.getByRole('button', { name: 'Behind' }).focus();
    behind(true);
    closed.mockImplementation(() => behind(false));
    const focused: (string | null | undefined)[] = [];
    ran.mockImplementation(() => focused.push(document.activeElement?.textContent));
    await userEvent.keyboard('dark');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(focused).toEqual(['Behind']);
  });

  it('goes to what was found in the archive', async () => {
    await userEvent.keyboard('dual');
    await screen.findByText('China / dual use');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(currentPlace()).toMatchObject({ view: 'tags', tagId });
  });

  it('says of an act that nothing answers here what it needs, and runs none', async () => {
    await userEvent.keyboard('credibility');
    const [option] = screen.getAllByRole('option');
    expect(option?.textContent).toContain('Grade…');
    expect(option?.textContent).toContain('Select a passage first');
    expect(option?.getAttribute('aria-disabled')).toBe('true');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(closed).not.toHaveBeenCalled();
  });

  it('says what to do where nothing matches', async () => {
    await userEvent.keyboard('zzz');
    expect(await screen.findByText('Nothing matches “zzz”. Try fewer words.')).toBeTruthy();
  });
});
