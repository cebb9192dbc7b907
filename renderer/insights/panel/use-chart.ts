import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import type { ChartSpec } from '../chart-specs.ts';

export type ChartMode = 'chart' | 'table';

/** What a chart asks and shows. */
export type ChartState = {
  readonly answer: ChartAnswer | undefined;
  readonly error: AppError | undefined;
  /** The chosen options, in the order of the choices of the chart. */
  readonly chosen: readonly string[];
  readonly choose: (at: number, id: string) => void;
  readonly mode: ChartMode;
  readonly setMode: (mode: ChartMode) => void;
};

export const useChart = (spec: ChartSpec, text: string): ChartState => {
  const [chosen, setChosen] = useViewState<readonly string[]>(
    `insights.chosen ${spec.of}`,
    spec.choices.map(({ options }) => options[0]?.id ?? ''),
  );
  const [mode, setMode] = useViewState<ChartMode>(`insights.mode ${spec.of}`, 'chart');
  const { data: answer, error } = useQuery(
    'insights:chart',
    { text, chart: spec.ask(...chosen) },
    { keepsPrevious: true },
  );
  return {
    answer,
    error,
    chosen,
    choose: (at, id) => setChosen(chosen.with(at, id)),
    mode,
    setMode,
  };
};
