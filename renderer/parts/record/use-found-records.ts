import type { InputOf } from '#domain/contract/any-request.ts';
import { type Found, searchFind, searchRecent } from '#domain/contract/search.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

type Place = InputOf<typeof searchRecent>['places'][number];

export type FoundRecords = {
  readonly found: readonly Found[];
  /** Whether they answer these words, and not earlier ones. */
  readonly isCurrent: boolean;
};

/** As many of `places` as are requested. */
const MAX_PLACES = 200;

/** Records that match the words, at most `found`; if nothing is typed, at most `recent` of those opened last. */
export const useFoundRecords = (
  wanted: string,
  places: readonly Place[],
  most: { readonly found: number; readonly recent: number },
): FoundRecords => {
  const opened = wanted === '' ? { places: places.slice(0, MAX_PLACES), limit: most.recent } : null;
  const recent = useQuery(searchRecent, opened);
  const found = useQuery(searchFind, wanted === '' ? null : { text: wanted, limit: most.found }, {
    keepsPrevious: true,
  });
  const { data, error, isPrevious } = wanted === '' ? recent : found;
  return { found: data ?? [], isCurrent: (data ?? error) !== undefined && !isPrevious };
};
