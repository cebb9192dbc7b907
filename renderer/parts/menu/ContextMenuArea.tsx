import type { ComponentProps, MouseEvent } from 'react';
import {
  type ContextMenuSpec,
  type ContextTarget,
  offerContextMenuOf,
} from '#renderer/commands/context-menu.ts';

export type ContextMenuAreaProps = Omit<ComponentProps<'div'>, 'onContextMenu'> & {
  readonly acts: ContextMenuSpec;
  /** Selects the target; see `offerContextMenuOf`. */
  readonly onContextTarget: (event: MouseEvent, isByKey: boolean) => ContextTarget | null;
};

/** An area in which the right mouse button, the menu key and Shift+F10 open the context menu. */
export const ContextMenuArea = ({ acts, onContextTarget, ...props }: ContextMenuAreaProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the event comes from the keyboard too, and from what is inside
  <div {...props} onContextMenu={offerContextMenuOf(acts, onContextTarget)} />
);
