import { type RefObject, useEffect, useState } from 'react';
import type { CommandId } from '#domain/command/command-table.ts';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { useCommand } from './commands.ts';

/**
 * Answers the command by putting the cursor in the first field of `place`, its text selected. It waits until the menu
 * or the palette that asked for it is gone: they hold the focus until then.
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
