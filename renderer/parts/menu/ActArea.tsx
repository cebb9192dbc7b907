import type { ComponentProps, MouseEvent } from 'react';
import { type MeantByClick, type OfferedActs, offerActs } from '#renderer/commands/act-menu.ts';

export type ActAreaProps = Omit<ComponentProps<'div'>, 'onContextMenu'> & {
  readonly acts: OfferedActs;
  /** Selects what is meant; see `offerActs`. */
  readonly onMeant: (event: MouseEvent, isByKey: boolean) => MeantByClick | null;
};

/** A part of the window in which the right mouse button, the menu key and Shift+F10 open the menu of acts. */
export const ActArea = ({ acts, onMeant, ...props }: ActAreaProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the event comes from the keyboard too, and from what is inside
  <div {...props} onContextMenu={offerActs(acts, onMeant)} />
);
