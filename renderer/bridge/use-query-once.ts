import { useEffect, useState } from 'react';
import type { AnswerOf, AnyQuery, InputOf } from '#domain/contract/any-request.ts';
import { request } from './window-bridge.ts';

/**
 * The answer to a query at the time it was made, for a component that then keeps its own state: requested again if the
 * query or `revision` changes, not if the disk does. Null until the first answer. The previous answer stays meanwhile
 * if the query is the same, and an overtaken answer is ignored.
 */
export const useQueryOnce = <R extends AnyQuery>(
  query: R,
  input: InputOf<R>,
  revision: unknown = null,
): AnswerOf<R> | null => {
  const key = JSON.stringify(input);
  const [asked, setAsked] = useState<{ readonly key: string; readonly answer: AnswerOf<R> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  useEffect(() => {
    let isWanted = true;
    void request(query, JSON.parse(key) as InputOf<R>).then((answer) => {
      if (isWanted) setAsked({ key, answer });
    });
    return () => {
      isWanted = false;
    };
  }, [query, key, revision]);
  return asked?.key === key ? asked.answer : null;
};
