import { afterEach, beforeEach, vi } from 'vitest';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useNotices } from '#renderer/window/notices.ts';
import { installScriptedBridge, type ScriptedBridge } from './scripted-bridge.ts';

/**
 * Gives each test a window on fake time, in which nothing is unsaved and nothing was said, over a bridge of its own.
 */
export const freshWindowForEach = (begin: (main: ScriptedBridge) => void): void => {
  beforeEach(() => {
    vi.useFakeTimers();
    useUnsavedEdits.setState({ edits: [], givenUp: 0 });
    useNotices.setState({ notices: [] });
    begin(installScriptedBridge());
  });
  afterEach(async () => {
    // The next try finds nothing to do, and is the last one.
    useUnsavedEdits.setState({ edits: [] });
    await vi.runAllTimersAsync();
    vi.useRealTimers();
  });
};
