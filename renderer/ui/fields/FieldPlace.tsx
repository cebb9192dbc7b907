import type { ReactNode } from 'react';

type FieldPlaceProps = { readonly name: string; readonly children: ReactNode };

/** Names the field that it holds, so that focusField finds it; it takes no room of its own. */
export const FieldPlace = ({ name, children }: FieldPlaceProps) => (
  <div data-field={name} style={{ display: 'contents' }}>
    {children}
  </div>
);

/** Puts the cursor into the field of that name below `root`; answers whether it is there. */
export const focusField = (root: HTMLElement | null, name: string): boolean => {
  const place = root?.querySelector(`[data-field="${name}"]`);
  const field = place?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, button');
  field?.focus();
  return field !== null && field !== undefined;
};
