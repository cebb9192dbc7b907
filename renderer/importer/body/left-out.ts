/** Marks an element whose text starts out left out; only the importer sets it. */
export const LEFT_OUT_ATTRIBUTE = 'data-precis-left-out';
