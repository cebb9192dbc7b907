import type { SyntheticEvent } from 'react';
import type { ContextTarget } from '#renderer/commands/context-menu.ts';

/** Selects the row of a list or tree that contains an event's target; null if none does. */
export const selectRowAt = (
  { target }: SyntheticEvent,
  select: (id: string) => void,
): ContextTarget | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role="row"][data-key]') : null;
  const id = row?.dataset.key;
  if (row === null || id === undefined) return null;
  select(id);
  return { returnTo: row };
};
