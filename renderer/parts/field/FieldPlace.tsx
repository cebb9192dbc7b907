import type { ReactNode } from 'react';
import { type FocusKey, useFocusTarget } from '#renderer/window/focus-targets.ts';

type FieldPlaceProps = { readonly target: FocusKey | null; readonly children: ReactNode };

/** Makes the field that it holds a focus target; it takes no room of its own. */
export const FieldPlace = ({ target, children }: FieldPlaceProps) => (
  <div ref={useFocusTarget(target)} style={{ display: 'contents' }}>
    {children}
  </div>
);
