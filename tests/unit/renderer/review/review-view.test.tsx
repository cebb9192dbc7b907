// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { ReviewView } from '#renderer/review/ReviewView.tsx';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

let main: ScriptedBridge;
let stop: () => void;
beforeEach(() => {
  main = installScriptedBridge();
  main.answer('review:list', () => ({ ok: true, value: [] }));
  stop = followChanges();
});
afterEach(() => {
  cleanup();
  stop();
});

describe('Review, when nothing is left', () => {
  it.each([
    [0, 'Nothing to review'],
    [1, 'The one passage is in place'],
    [1204, 'All 1,204 passages are in place'],
  ])('says of %i passages: %s', async (passages, said) => {
    main.answer('counts:get', () => ({ ok: true, value: { passages } }));
    render(<ReviewView />);
    expect(await screen.findByText(said)).toBeTruthy();
    expect(
      screen.getByText('Everything that needs a decision is listed here, such as moved passages.'),
    ).toBeTruthy();
  });
});
