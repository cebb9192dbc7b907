/**
 * Dragging passages out of the window: other programs get the same as from copying with citation. A drag needs its text
 * when it starts, so the text is requested when the pointer is pressed.
 */

import type { DragEvent } from 'react';
import { memoCitedPassages } from '#domain/contract/memo.ts';
import type { PassageId } from '#domain/ids.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { sayHint } from '#renderer/window/notices.ts';

/** More than this have to be copied instead. */
const MOST_DRAGGED = 100;

type Held = { readonly ids: string; copied: { readonly text: string; readonly html: string } | null };

let held: Held | null = null;

const idsOf = (passageIds: readonly PassageId[]): string => passageIds.join(' ');

/** The pointer is pressed on passages, which may start a drag. */
export const holdForDrag = async (passageIds: readonly PassageId[]): Promise<void> => {
  if (passageIds.length === 0 || passageIds.length > MOST_DRAGGED) return;
  const next: Held = { ids: idsOf(passageIds), copied: null };
  held = next;
  const answer = await request(memoCitedPassages, { passageIds: [...passageIds] });
  if (answer.ok) next.copied = answer.value;
};

/**
 * Adds the text of the passages to the drag; if it has not arrived yet the drag is cancelled, and can be started again.
 */
export const dragCited = (event: DragEvent, passageIds: readonly PassageId[]): void => {
  const copied = held?.ids === idsOf(passageIds) ? held.copied : null;
  if (copied === null) {
    event.preventDefault();
    if (passageIds.length > MOST_DRAGGED) sayHint(`More than ${MOST_DRAGGED} passages: copy them instead`);
    return;
  }
  event.dataTransfer.setData('text/plain', copied.text);
  event.dataTransfer.setData('text/html', copied.html);
  event.dataTransfer.effectAllowed = 'copy';
};
