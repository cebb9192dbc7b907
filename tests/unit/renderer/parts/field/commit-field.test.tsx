// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { flushAll } from '#renderer/window/before-close.ts';

afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('textbox');
const renderField = (onCommit: (text: string) => Promise<boolean>, value = 'old', more = {}) =>
  render(<CommitField label="Title" value={value} onCommit={onCommit} {...more} />);

describe('a field that commits', () => {
  it('keeps what was typed on Enter and on leaving, once', async () => {
    const commit = vi.fn(async () => true);
    renderField(commit);
    await userEvent.type(field(), ' title{Enter}');
    await userEvent.tab();
    expect(commit.mock.calls).toEqual([['old title']]);
  });

  it('keeps nothing where nothing has changed', async () => {
    const commit = vi.fn(async () => true);
    renderField(commit);
    await userEvent.type(field(), 'x{Backspace}{Enter}');
    expect(commit).not.toHaveBeenCalled();
  });

  it('goes on showing what could not be kept, and keeps it when tried again', async () => {
    const commit = vi.fn(async () => false);
    renderField(commit);
    await userEvent.type(field(), '!{Enter}');
    expect(field().value).toBe('old!');
    commit.mockImplementation(async () => true);
    await userEvent.tab();
    expect(commit).toHaveBeenCalledTimes(2);
  });

  it('keeps what was typed where the field goes with what it stands in', async () => {
    const commit = vi.fn(async () => true);
    const { unmount } = renderField(commit);
    await userEvent.type(field(), ' title');
    unmount();
    expect(commit.mock.calls).toEqual([['old title']]);
  });

  it('takes what was typed back on Esc', async () => {
    const commit = vi.fn(async () => true);
    renderField(commit);
    await userEvent.type(field(), '!{Escape}');
    expect(field().value).toBe('old');
    await userEvent.tab();
    expect(commit).not.toHaveBeenCalled();
  });

  it('keeps nothing that is not valid, and says why', async () => {
    const commit = vi.fn(async () => true);
    renderField(commit, 'old', { validate: (text: string) => (text === '' ? 'Enter a title.' : undefined) });
    await userEvent.clear(field());
    await userEvent.tab();
    expect(commit).not.toHaveBeenCalled();
    expect(screen.getByText('Enter a title.')).toBeTruthy();
  });

  it('shows the kept value in the form in which it came back', async () => {
    const { rerender } = renderField(async () => true);
    await userEvent.clear(field());
    await userEvent.type(field(), '22 April 2024{Enter}');
    rerender(<CommitField label="Title" value="2024-04-22" onCommit={async () => true} />);
    expect(field().value).toBe('2024-04-22');
  });

  it('is written before the window closes', async () => {
    const commit = vi.fn(async () => true);
    renderField(commit);
    await userEvent.type(field(), '!');
    await flushAll();
    expect(commit.mock.calls).toEqual([['old!']]);
  });
});
