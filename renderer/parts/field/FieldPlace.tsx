import type { ReactNode } from 'react';
import { type FocusKey, useFocusTarget } from '#renderer/window/focus-targets.ts';

type FieldPlaceProps = {
  readonly target: FocusKey | null;
  /** What makes it a place in a grid. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Makes the field that it holds a focus target; without a class it takes no room of its own. */
export const FieldPlace = ({ target, className = 'no-box', children }: FieldPlaceProps) => (
  <div ref={useFocusTarget(target)} className={className}>
    {children}
  </div>
);
