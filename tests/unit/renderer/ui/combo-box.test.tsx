// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ComboBox } from '#renderer/ui/choices/ComboBox.tsx';

const names = ['Ann Roe', 'Antony Blinken', 'Harbour office'];
const picked = vi.fn();

const Speaker = ({ takesFirst }: { readonly takesFirst: boolean }) => {
  const [text, setText] = useState('');
  const options = names
    .filter((name) => name.toLowerCase().includes(text.toLowerCase()))
    .map((name) => ({ id: name, name }));
  return (
    <>
      <ComboBox
        label="Speaker"
        selectsOnFocus
        options={options}
        text={text}
        onTextChange={setText}
        onPick={picked}
        takesFirst={takesFirst}
      />
      <button type="button">After</button>
    </>
  );
};

beforeEach(() => {
  picked.mockClear();
});
afterEach(() => {
  cleanup();
});

const openOffers = async (speaker: ReactElement): Promise<void> => {
  render(speaker);
  await userEvent.tab();
  await screen.findAllByRole('option');
};

/** The offer that a screen reader is told of and that is drawn as chosen. */
const current = () => document.querySelector('[role="option"][data-focused]')?.textContent;

describe('a field that offers', () => {
  it('draws the first offer as chosen where Enter takes it, and moves on from there', async () => {
    await openOffers(<Speaker takesFirst />);
    await expect.poll(current).toBe('Ann Roe');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(current).toBe('Antony Blinken');
    await userEvent.keyboard('{Enter}');
    expect(picked.mock.calls).toEqual([['Antony Blinken']]);
  });

  it('keeps every letter, and its first offer follows what is typed', async () => {
    await openOffers(<Speaker takesFirst />);
    await userEvent.keyboard('harb');
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('harb');
    await expect.poll(current).toBe('Harbour office');
    await userEvent.keyboard('{Enter}');
    expect(picked.mock.calls).toEqual([['Harbour office']]);
  });

  it('takes nothing that nobody moved to when it is left by Tab', async () => {
    await openOffers(<Speaker takesFirst />);
    await userEvent.tab();
    expect(picked).not.toHaveBeenCalled();
  });

  it('draws none as chosen where Enter takes none', async () => {
    await openOffers(<Speaker takesFirst={false} />);
    expect(current()).toBeUndefined();
    await userEvent.keyboard('{Enter}');
    expect(picked).not.toHaveBeenCalled();
  });
});
