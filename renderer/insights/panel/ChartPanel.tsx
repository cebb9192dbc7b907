import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import type { InsightBase } from '#domain/contract/insights.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { openPassage } from '#renderer/parts/passage/acts/use-passage-commands.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { ToggleChip } from '#renderer/ui/buttons/ToggleChip.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { useWidth } from '#renderer/ui/use-width.ts';
import type { ChartSpec } from '../chart-specs.ts';
import type { Asked } from '../charts/chart-props.ts';
import { ExportChartDialog } from '../export/ExportChartDialog.tsx';
import { openPair, openPassages } from '../open-passages.ts';
import { CountTable } from '../table/CountTable.tsx';
import { LinkTable } from '../table/LinkTable.tsx';
import { ChartFoot } from './ChartFoot.tsx';
import { DrawnChart, type DrawnChartProps } from './DrawnChart.tsx';
import { emptyWords } from './empty-words.ts';
import styles from './panel.module.css';
import { type ChartState, useChart } from './use-chart.ts';

export type ChartPanelProps = {
  readonly spec: ChartSpec;
  /** The search whose passages are counted. */
  readonly text: string;
  readonly base: InsightBase | undefined;
};

type HeadProps = {
  readonly spec: ChartSpec;
  readonly chart: ChartState;
  readonly titleId: string;
  readonly onExport: () => void;
};

const Head = ({ spec, chart, titleId, onExport }: HeadProps) => (
  <header className={styles.head}>
    <h2 id={titleId}>{spec.title}</h2>
    <p className={styles.says}>{spec.says}</p>
    <div className={styles.options}>
      {spec.choices.map(({ label, options }, at) => (
        <Select
          key={label}
          label={`${spec.title}: ${label}`}
          isLabelHidden
          isBare
          options={options}
          value={chart.chosen[at] ?? null}
          onChange={(id) => chart.choose(at, id)}
        />
      ))}
      <fieldset className={styles.modes} aria-label={`${spec.title} as`}>
        <ToggleChip isOn={chart.mode === 'chart'} onChange={() => chart.setMode('chart')}>
          Chart
        </ToggleChip>
        <ToggleChip isOn={chart.mode === 'table'} onChange={() => chart.setMode('table')}>
          Table
        </ToggleChip>
      </fieldset>
      <IconButton
        icon={Download}
        label={`Export ${spec.title}`}
        isSmall
        isDisabled={chart.answer === undefined}
        onPress={onExport}
      />
    </div>
  </header>
);

type BodyProps = DrawnChartProps & { readonly mode: ChartState['mode'] };

const Body = ({ mode, ...props }: BodyProps) => {
  const { answer, onOpen, onOpenPassage, onOpenPair } = props;
  const empty = emptyWords(answer);
  if (empty !== null) return <p className={styles.empty}>{empty}</p>;
  if (mode === 'chart') return <DrawnChart {...props} />;
  if (answer.of === 'contradictions')
    return <LinkTable graph={answer.graph} onOpen={onOpenPassage} onOpenPair={onOpenPair} />;
  return 'table' in answer ? <CountTable table={answer.table} onOpen={onOpen} /> : null;
};

/** One chart with its name, its choices, its table twin and what it says at its foot. */
export const ChartPanel = ({ spec, text, base }: ChartPanelProps) => {
  const chart = useChart(spec, text);
  const { answer, error, mode } = chart;
  const [width, measure] = useWidth();
  const [isExporting, setIsExporting] = useState(false);
  const titleId = useId();
  const table = answer !== undefined && 'table' in answer ? answer.table : null;
  // A mark stands for a row and a column of what the chart is about.
  const open = (...asked: readonly Asked[]): void =>
    openPassages(text, ...(table === null ? [] : [table]), ...asked);
  const isEmpty = answer !== undefined && emptyWords(answer) !== null;
  return (
    <section className={styles.panel} aria-labelledby={titleId} data-chart={spec.of}>
      <Head spec={spec} chart={chart} titleId={titleId} onExport={() => setIsExporting(true)} />
      <div ref={measure} className={styles.body} aria-busy={answer === undefined && error === undefined}>
        {error !== undefined && <p className={styles.empty}>{errorWords(error).text}</p>}
        {answer !== undefined && width > 0 && (
          <Body
            answer={answer}
            look={spec.look}
            mode={mode}
            width={width}
            onOpen={open}
            onOpenPassage={(id) => void openPassage(id)}
            onOpenPair={openPair}
          />
        )}
      </div>
      {answer !== undefined && !isEmpty && (
        <ChartFoot answer={answer} look={spec.look} base={base} isTable={mode === 'table'} onOpen={open} />
      )}
      {isExporting && answer !== undefined && (
        <ExportChartDialog
          spec={spec}
          answer={answer}
          base={base}
          text={text}
          onClose={() => setIsExporting(false)}
        />
      )}
    </section>
  );
};
