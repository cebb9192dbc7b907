// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NameTree } from '#renderer/parts/tree/names/NameTree.tsx';
import type { NameNode } from '#renderer/parts/tree/names/tree-lines.ts';

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    disconnect(): void {}
  },
);
Element.prototype.scrollIntoView = () => undefined;
afterEach(cleanup);

const many: readonly NameNode[] = Array.from({ length: 20_000 }, (_, at) => ({
  id: `n${at}`,
  name: `Name ${at}`,
  children: at % 2 === 0 ? [{ id: `c${at}`, name: `Child ${at}`, children: [] }] : [],
}));

const Held = ({
  onMove = () => undefined,
}: {
  readonly onMove?: (id: string, into: string | null) => void;
}) => {
  const [selectedId, select] = useState<string | null>('n1');
  const [foldedIds, fold] = useState<readonly string[]>([]);
  return (
    <NameTree
      label="Names"
      nodes={many}
      selectedId={selectedId}
      onSelect={select}
      foldedIds={foldedIds}
      onFold={fold}
      onMove={onMove}
      sideOf={(id) => id}
    />
  );
};

const rows = () => screen.getAllByRole('row');
const row = (name: string) => screen.getByRole('row', { name });

describe('a tree of names', () => {
  it('draws of twenty thousand only those in sight, and says how many there are', () => {
    render(<Held />);
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('30000');
  });
  it('goes to a line that was not drawn, selects it and gives it the focus', () => {
    render(<Held />);
    row('Name 1').focus();
    fireEvent.keyDown(row('Name 1'), { key: 'End' });
    expect(document.activeElement).toBe(row('Name 19999'));
    expect(row('Name 19999').getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(row('Name 19999'), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(row('Child 19998'));
    fireEvent.keyDown(row('Child 19998'), { key: 'ArrowLeft' });
    fireEvent.keyDown(row('Name 19998'), { key: 'ArrowLeft' });
    expect(row('Name 19998').getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(row('Name 19998'));
  });
  it('has one stop for Tab, the selected line where none had the keys', () => {
    render(<Held />);
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([row('Name 1')]);
  });
  it('takes the focus from nowhere else when it is drawn anew, after a key that has gone nowhere', () => {
    const drawn = (
      <>
        <Held />
        <input aria-label="Beside" />
      </>
    );
    const { rerender } = render(drawn);
    row('Name 1').focus();
    // The first press is drawn with the focus that came before it.
    fireEvent.keyDown(row('Name 1'), { key: 'Enter' });
    fireEvent.keyDown(row('Name 1'), { key: 'Enter' });
    screen.getByLabelText('Beside').focus();
    rerender(
      <>
        <Held />
        <input aria-label="Beside" />
      </>,
    );
    expect(document.activeElement).toBe(screen.getByLabelText('Beside'));
  });
  it('moves what is dragged onto another, and not into its own branch or to where it is', () => {
    const onMove = vi.fn();
    render(<Held onMove={onMove} />);
    const dataTransfer = { setData: vi.fn() };
    const drag = (from: Element, to: Element): void => {
      fireEvent.dragStart(from, { dataTransfer });
      fireEvent.dragOver(to, { dataTransfer });
      fireEvent.drop(to, { dataTransfer });
    };
    drag(row('Name 0'), row('Child 0'));
    drag(row('Child 0'), row('Name 0'));
    drag(row('Name 1'), screen.getByRole('treegrid'));
    expect(onMove).not.toHaveBeenCalled();
    drag(row('Name 1'), row('Child 0'));
    drag(row('Child 0'), screen.getByRole('treegrid'));
    expect(onMove.mock.calls).toEqual([
      ['n1', 'c0'],
      ['c0', null],
    ]);
  });
});
