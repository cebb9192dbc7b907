import type { PassageId } from '#domain/ids.ts';
import { focusTargetElement } from '#renderer/window/focus-targets.ts';

/** Brings the whole card of the passage into sight, where there is one. */
export const showCard = (id: PassageId | null): void => {
  if (id !== null) focusTargetElement(`card ${id}`)?.scrollIntoView({ block: 'nearest' });
};
