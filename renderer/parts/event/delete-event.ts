import { eventDelete } from '#domain/contract/event.ts';
import type { EventId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';

/** Moves an event to the trash, and reports it. */
export const deleteEvent = async (eventId: EventId, title: string): Promise<void> => {
  const answer = await act(eventDelete, { eventIds: [eventId] });
  if (answer.ok) sayUndoable(`Event moved to trash: ${title}`);
};
