/** Marks an element whose text is offered to the analyst and not taken; only the importer sets it. */
export const LEFT_OUT_ATTRIBUTE = 'data-precis-left-out';
