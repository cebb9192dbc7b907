import { type RequestName, requests } from './requests.ts';

/** The records that a request is on, by their ids: see Touches. A query is on none. */
export const recordsOf = (name: RequestName, input: unknown): readonly string[] => {
  const entry = requests[name];
  if (entry.kind === 'query') return [];
  // The input is that of `name`: the types can't follow that through the table.
  const touched = entry.touches(input as never);
  return [...new Set(touched.filter((id) => id !== null))];
};
