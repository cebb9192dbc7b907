import type { KeyPlace } from '#domain/memo/form/form.ts';

/** Where a form or an export puts the key to grades and terms, in words. */
export const keyPlaceOptions: readonly { readonly id: KeyPlace; readonly name: string }[] = [
  { id: 'long', name: 'At the end of a long memo' },
  { id: 'end', name: 'At the end' },
  { id: 'cover', name: 'On the cover' },
  { id: 'none', name: 'Not printed' },
];
