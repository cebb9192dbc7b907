import { type RefObject, useEffect, useState } from 'react';
import type { CommandId } from '#domain/command/command-table.ts';
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
    const field = place.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [timesAsked, place]);
};
