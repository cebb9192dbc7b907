import { useEffect, useState } from 'react';
import type { Answer, Input, QueryName } from '#domain/contract/requests.ts';
import { request } from './window-bridge.ts';

/**
 * The answer to a query at the time it was made, for a component that then keeps its own state: requested again if the
 * query or `revision` changes, not if the disk does. Null until the first answer. The previous answer stays meanwhile
 * if the query is the same, and an overtaken answer is ignored.
 */
export const useQueryOnce = <N extends QueryName>(
  name: N,
  input: Input<N>,
  revision: unknown = null,
): Answer<N> | null => {
  const key = JSON.stringify(input);
  const [asked, setAsked] = useState<{ readonly key: string; readonly answer: Answer<N> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  useEffect(() => {
    let isWanted = true;
    void request(name, JSON.parse(key) as Input<N>).then((answer) => {
      if (isWanted) setAsked({ key, answer });
    });
    return () => {
      isWanted = false;
    };
  }, [name, key, revision]);
  return asked?.key === key ? asked.answer : null;
};
