/** What records have in common: an id that is unique within its collection. */
export type StoredRecord = { readonly id: string };

/** The records in ascending order of their ids, by code unit; a UUIDv7 sorts by the time it was made. */
export const sortById = <R extends StoredRecord>(records: readonly R[]): readonly R[] =>
  records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Whether the records are in ascending order of their ids. */
export const isSortedById = (records: readonly StoredRecord[]): boolean =>
  records.every((record, index) => {
    const next = records[index + 1];
    return next === undefined || record.id <= next.id;
  });
