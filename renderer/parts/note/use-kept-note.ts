import { useRef } from 'react';
import { isSameNote, type RichText } from '#domain/rich-text.ts';

type Written = RichText | null;

export type KeptNote = {
  /** Saves what was written, unless it is what was kept last. */
  readonly save: (written: Written, editId: string) => Promise<void>;
  /** Whether that text is still to be saved, or on its way. */
  readonly isInHand: (written: Written) => boolean;
  /** Another text has taken the place of the one that was kept. */
  readonly take: (changed: Written) => void;
};

/** What of a note is kept already, while its editor holds a text of its own. */
export const useKeptNote = (
  note: Written,
  onSave: (note: Written, editId: string) => Promise<unknown>,
): KeptNote => {
  const kept = useRef(note);
  const onTheirWay = useRef(0);
  return {
    async save(written, editId) {
      if (isSameNote(written, kept.current)) return;
      kept.current = written;
      onTheirWay.current += 1;
      await onSave(written, editId).finally(() => {
        onTheirWay.current -= 1;
      });
    },
    isInHand: (written) => onTheirWay.current > 0 || !isSameNote(written, kept.current),
    take: (changed) => {
      kept.current = changed;
    },
  };
};
