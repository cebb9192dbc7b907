import { useEffect, useState } from 'react';
import type { Answer, Input, QueryName } from '#domain/contract/requests.ts';
import { request } from './window-bridge.ts';

/**
 * The answer to a question as it was when it was asked, for what goes on with it by itself: it is asked again where
 * the question or `revision` changes, and not where the disk does. Null until the first answer. The answer before stays
 * meanwhile where the question is the same, and one that was overtaken says nothing.
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
