// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { createElement, useEffect, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useKeyDispatch } from '#renderer/app/key-dispatcher.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useCommand } from '#renderer/commands/commands.ts';

let ran = 0;
const View = () => {
  useCommand('view.settings', () => {
    ran += 1;
  });
  return null;
};
/** It draws its view once main has answered, as the window does. */
const Window = () => {
  useKeyDispatch();
  const isKnown = useAppState(({ app }) => app !== null);
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => setIsDrawn(isKnown), [isKnown]);
  return isDrawn ? <View /> : null;
};

const Painted = () => {
  // A child's effect runs before those of the window: no command is there yet.
  useEffect(() => {
    window.dispatchEvent(new Event('painted'));
  }, []);
  return null;
};

const press = (): void => {
  window.dispatchEvent(
    new KeyboardEvent('keydown', { key: ',', code: 'Comma', ctrlKey: true, cancelable: true }),
  );
};

afterEach(() => {
  cleanup();
  useAppState.setState({ app: null });
});

it('a key pressed at first sight is heard once what it opens is there', async () => {
  ran = 0;
  render(createElement(Window));
  press();
  expect(ran).toBe(0);
  await act(async () => useAppState.setState({ app: { platform: 'linux' } as never }));
  expect(ran).toBe(1);
  press();
  expect(ran).toBe(2);
});

it('a key pressed between the painting of the window and the commands of its view is not lost', async () => {
  ran = 0;
  useAppState.setState({ app: { platform: 'linux' } as never });
  const early = (): void => {
    press();
    window.removeEventListener('painted', early);
  };
  window.addEventListener('painted', early);
  await act(async () => {
    render(
      <>
        <Painted />
        <Window />
      </>,
    );
  });
  expect(ran).toBe(1);
});
