// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useFirstOption } from '#renderer/ui/use-first-option.ts';

type ListProps = { readonly text: string; readonly isCurrent: boolean; readonly onDown: () => void };

/** A field over a list with one option, which is chosen by ↓. */
const List = ({ text, isCurrent, onDown }: ListProps) => {
  const field = useRef<HTMLInputElement>(null);
  useFirstOption(field, text, isCurrent);
  return (
    <div role="dialog">
      <input ref={field} onKeyDown={({ key }) => key === 'ArrowDown' && onDown()} />
      <div role="option" aria-selected={false} tabIndex={-1} />
    </div>
  );
};

afterEach(cleanup);
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

it('chooses the first option for what is typed, and none for an emptied field', async () => {
  let downs = 0;
  const list = (text: string, isCurrent: boolean) => (
    <List text={text} isCurrent={isCurrent} onDown={() => (downs += 1)} />
  );
  const { rerender, container } = render(list('', true));
  container.querySelector('input')?.focus();
  await settled();
  expect(downs).toBe(0);
  rerender(list('f', false));
  await settled();
  expect(downs).toBe(1);
  // Emptied before the words were answered: what was open last is shown, and none of it is chosen.
  rerender(list('', true));
  await settled();
  expect(downs).toBe(1);
});
