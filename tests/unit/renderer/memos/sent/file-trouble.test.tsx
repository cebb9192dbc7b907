// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { GlyphChoice } from '#domain/contract/memo.ts';
import { FileTrouble } from '#renderer/memos/sent/FileTrouble.tsx';

afterEach(() => {
  cleanup();
});

const Trouble = ({ error }: { readonly error: AppError | null }) => {
  const [replaces, setReplaces] = useState(false);
  const [glyphs, setGlyphs] = useState<GlyphChoice>('refuse');
  return <FileTrouble {...{ error, replaces, setReplaces, glyphs, setGlyphs }} />;
};

describe('what a file that could not be made says', () => {
  it('names the file that stands in its place, and puts the choice at hand', async () => {
    const { rerender } = render(<Trouble error={null} />);
    rerender(<Trouble error={{ code: 'file-exists', file: 'Memo.pdf' }} />);
    expect(screen.getByRole('alert').textContent).toContain('Memo.pdf already exists in that folder.');
    const choice = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Replace the existing file' });
    // A frame later where the last hand was a screen reader's.
    await waitFor(() => expect(document.activeElement).toBe(choice));
    await userEvent.keyboard(' ');
    expect(choice.checked).toBe(true);
  });

  it('says nothing where nothing failed', () => {
    render(<Trouble error={null} />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
