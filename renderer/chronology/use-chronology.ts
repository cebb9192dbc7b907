/** The state of the chronology: its query, the answer, and the active line. */
import { useCallback, useDeferredValue, useMemo } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type Chronology, eventChronology } from '#domain/contract/event.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { type Density, densityOf } from './density.ts';

export type ChronologyState = {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly data: Chronology | undefined;
  readonly error: AppError | undefined;
  readonly density: Density;
  /** -1 if nothing is chosen, or the chosen line is not displayed any more. */
  readonly active: number;
  readonly choose: (line: number) => void;
  /** The key of the active line: see chronologyKey. */
  readonly activeKey: string | null;
};

const noLines: readonly number[] = [];

/** `key`: the line that the window's place names. */
export const useChronology = (key: string | null, onChoose: (key: string) => void): ChronologyState => {
  const [text, setText] = useViewState('chronology.text', '');
  const asked = useDeferredValue(text);
  const { data, error } = useQuery(eventChronology, { text: asked }, { keepsPrevious: true });
  const density = useMemo(() => densityOf(data?.firstDays ?? noLines, data?.flags ?? noLines), [data]);
  const active = useMemo(() => (key === null ? -1 : (data?.keys.indexOf(key) ?? -1)), [data, key]);
  const choose = useCallback(
    (line: number) => {
      const chosen = data?.keys[Math.max(0, Math.min(line, data.keys.length - 1))];
      if (chosen !== undefined) onChoose(chosen);
    },
    [data, onChoose],
  );
  return { text, setText, data, error, density, active, choose, activeKey: active === -1 ? null : key };
};
