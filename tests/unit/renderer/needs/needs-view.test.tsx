// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { NeedsView } from '#renderer/needs/NeedsView.tsx';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

let main: ScriptedBridge;
let stop: () => void;
beforeEach(() => {
  main = installScriptedBridge();
  main.answer('needs:list', () => ({ ok: true, value: [] }));
  stop = followChanges();
});
afterEach(() => {
  cleanup();
  stop();
});

describe('needs you, when nothing is left', () => {
  it.each([
    [0, 'Nothing needs you.'],
    [1, 'The one passage stands.'],
    [1204, 'All 1,204 passages stand.'],
  ])('says of %i passages: %s', async (passages, said) => {
    main.answer('counts:get', () => ({ ok: true, value: { passages } }));
    render(<NeedsView />);
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.getByText('What a new version of an article leaves in doubt is shown here.')).toBeTruthy();
  });
});
