import { useState } from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';

const AUTOSAVE_MS = 400;

export type Autosave = {
  /** Something was typed: it is saved in a moment. */
  touch(): void;
  /** Saves at once what was typed since the last save, and ends the visit. */
  flush(): Promise<void>;
  /** The edit id of this visit: all its saves are one step of undo. */
  editId(): string;
};

const createAutosave = (save: () => Promise<void>): Autosave => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let editId: string | undefined;
  const saveNow = async (): Promise<void> => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    await save();
  };
  return {
    touch() {
      clearTimeout(timer);
      timer = setTimeout(() => void saveNow(), AUTOSAVE_MS);
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

/** Saves by `save` 400 ms after the last touch, and at once when it is flushed. */
export const useAutosave = (save: () => Promise<void>): Autosave => {
  const latest = useLatest(save);
  const [autosave] = useState(() => createAutosave(() => latest.current()));
  return autosave;
};
