// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialogs, openDialog, useDialog } from '#renderer/window/dialogs.tsx';

const View = ({ count }: { readonly count: number }) => {
  const open = useDialog('count', ({ close }) => (
    <button type="button" onClick={close}>
      {`${count} passages`}
    </button>
  ));
  return (
    <button type="button" onClick={open}>
      Open
    </button>
  );
};

const Window = ({ count }: { readonly count: number | null }) => (
  <>
    {count !== null && <View count={count} />}
    <Dialogs />
  </>
);

afterEach(() => {
  act(() => openDialog('count', () => null));
  cleanup();
});

describe('a dialog of a view', () => {
  it('shows what the view knows at the moment, and closes by itself', () => {
    const { rerender } = render(<Window count={1} />);
    expect(screen.queryByText('1 passages')).toBeNull();
    fireEvent.click(screen.getByText('Open'));
    rerender(<Window count={2} />);
    fireEvent.click(screen.getByText('2 passages'));
    expect(screen.queryByText('2 passages')).toBeNull();
    rerender(<Window count={3} />);
    expect(screen.queryByText('3 passages')).toBeNull();
  });

  it('closes with the view', () => {
    const { rerender } = render(<Window count={1} />);
    fireEvent.click(screen.getByText('Open'));
    expect(screen.getByText('1 passages')).toBeDefined();
    rerender(<Window count={null} />);
    expect(screen.queryByText('1 passages')).toBeNull();
  });

  it('gives way to another of its name, and is not drawn over that', () => {
    const { rerender } = render(<Window count={1} />);
    fireEvent.click(screen.getByText('Open'));
    act(() => openDialog('count', () => <p>another</p>));
    rerender(<Window count={2} />);
    expect(screen.getByText('another')).toBeDefined();
    expect(screen.queryByText('2 passages')).toBeNull();
  });
});
