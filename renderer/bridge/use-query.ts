import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { AnswerOf, AnyWatched, InputOf, OutputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { shownAnswer, watchQuery } from './query-store.ts';

export type QueryState<T> = {
  /** Undefined until the first answer. */
  readonly data: T | undefined;
  readonly error: AppError | undefined;
  /** Whether `data` answers an earlier question (see `keepsPrevious`). */
  readonly isPrevious: boolean;
};

export type QueryOptions = {
  /** Keeps showing the last answer while a changed query (a filter, for example) is requested. */
  readonly keepsPrevious?: boolean;
};

const stateOf = <R extends AnyWatched>(answer: AnswerOf<R> | undefined, isPrevious: boolean) => ({
  data: answer?.ok === true ? answer.value : undefined,
  error: answer?.ok === false ? answer.error : undefined,
  isPrevious,
});

/** The answer to a query, requested again whenever its data have changed on the disk. A null input requests nothing. */
export const useQuery = <R extends AnyWatched>(
  query: R,
  input: InputOf<R> | null,
  { keepsPrevious = false }: QueryOptions = {},
): QueryState<OutputOf<R>> => {
  const key = JSON.stringify(input);
  // Inputs are plain data: the same query serialises to the same text, whatever the object.
  const asked = useMemo(() => JSON.parse(key) as InputOf<R> | null, [key]);
  const watch = useCallback(
    (listener: () => void) => (asked === null ? () => undefined : watchQuery(query, asked, listener)),
    [query, asked],
  );
  const answer = useSyncExternalStore(watch, () => (asked === null ? undefined : shownAnswer(query, asked)));

  const [last, setLast] = useState(answer);
  if (answer !== undefined && answer !== last) setLast(answer);
  const isPrevious = keepsPrevious && answer === undefined && last !== undefined;
  return stateOf<R>(isPrevious ? last : answer, isPrevious);
};
