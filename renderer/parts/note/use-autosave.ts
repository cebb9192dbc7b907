import { useState } from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { holdEdit, takeOverFocused } from '#renderer/window/pending-edits.ts';

const AUTOSAVE_MS = 400;
/** Somebody who types without a pause loses no more than this if the machine fails. */
const MAX_WAIT_MS = 2000;
/** A longer pause ends a burst of typing. */
const BURST_PAUSE_MS = 2000;
/** Without such a pause, one undo outside the field reverts no more than this. */
const MAX_BURST_MS = 30_000;

export type Autosave = {
  /** Something was typed: it is saved after a moment, and counts as pending until then. */
  touch(): void;
  /** Saves at once what was typed since the last save, and ends the burst. */
  flush(): Promise<void>;
  /** The edit id of this burst of typing: all its saves are one undo step. */
  editId(): string;
};

const createAutosave = (save: () => Promise<void>): Autosave => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let editId: string | undefined;
  let waitingSince: number | undefined;
  let lastTouch = 0;
  let burstSince = 0;
  let release: (() => void) | undefined;
  const saveNow = async (): Promise<void> => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    waitingSince = undefined;
    const saved = release;
    release = undefined;
    await save().finally(saved);
  };
  return {
    touch() {
      const now = performance.now();
      const isOfBurst = now - lastTouch <= BURST_PAUSE_MS && now - burstSince <= MAX_BURST_MS;
      if (!isOfBurst) {
        editId = undefined;
        burstSince = now;
      }
      lastTouch = now;
      waitingSince ??= now;
      release ??= holdEdit();
      takeOverFocused();
      clearTimeout(timer);
      timer = setTimeout(() => void saveNow(), Math.min(AUTOSAVE_MS, waitingSince + MAX_WAIT_MS - now));
    },
    async flush() {
      await saveNow();
      editId = undefined;
    },
    editId() {
      editId ??= crypto.randomUUID();
      return editId;
    },
  };
};

/** Calls `save` 400 ms after the last touch, 2 s after the first at the latest, and at once when flushed. */
export const useAutosave = (save: () => Promise<void>): Autosave => {
  const latest = useLatest(save);
  const [autosave] = useState(() => createAutosave(() => latest.current()));
  return autosave;
};
