import type { ReactNode } from 'react';
import { type FocusKey, useFocusTarget } from '#renderer/window/focus-targets.ts';

type FieldPlaceProps = {
  readonly target: FocusKey | null;
  /** Its class in a grid. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Makes the contained field a focus target; without a class it has no box. */
export const FieldPlace = ({ target, className = 'no-box', children }: FieldPlaceProps) => (
  <div ref={useFocusTarget(target)} className={className}>
    {children}
  </div>
);
