import { type RefObject, useEffect, useState } from 'react';
import type { CommandId } from '#domain/command/command-table.ts';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { useCommand } from './commands.ts';

/**
 * Answers the command by focusing the first field of `place` and selecting its text. Waits until the menu or palette
 * that ran it has closed: those hold the focus until then.
 */
export const useFocusCommand = (id: CommandId, place: RefObject<HTMLElement | null>): void => {
  const [timesAsked, setTimesAsked] = useState(0);
  useCommand(id, () => setTimesAsked(timesAsked + 1));
  useEffect(() => {
    if (timesAsked === 0) return;
    const field = focusInto(place.current, { into: 'fields' });
    if (field instanceof HTMLInputElement) field.select();
  }, [timesAsked, place]);
};
