import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ChartAnswer, type InsightBase, insightsChart } from '#domain/contract/insights.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { GraphPassage } from '#domain/insights/contradictions.ts';
import { type InsightTable, searchOf } from '#domain/insights/insight-table.ts';
import { finishTyped } from '#domain/search/written-conditions.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { showRelated } from '#renderer/parts/passage/related/related-store.ts';
import { openPassage } from '#renderer/parts/passage/use-passage-commands.ts';
import { shownText } from '#renderer/parts/search/saved-search-acts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx';
import { useWidth } from '#renderer/ui/use-width.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState, useViewState } from '#renderer/window/view-state.ts';
import { CountTable } from './CountTable.tsx';
import { type ChartChoice, type ChartLook, type ChartSpec, printNoGaps } from './chart-specs.ts';
import type { Asked, TableChartProps } from './charts/chart-props.ts';
import { fillOf, Swatch } from './charts/fills.tsx';
import { DrawnChart, type DrawnChartProps } from './DrawnChart.tsx';
import { ALL_SHOWN, ExportChartDialog, footWords, leftOutOf } from './ExportChartDialog.tsx';
import { LinkTable } from './LinkTable.tsx';
import styles from './panel.module.css';

export type ChartPanelProps = {
  readonly spec: ChartSpec;
  /** The search whose passages are counted. */
  readonly text: string;
  readonly base: InsightBase | undefined;
};

type ChartMode = 'chart' | 'table';

/** The state of a chart. */
type ChartState = {
  readonly answer: ChartAnswer | undefined;
  readonly error: AppError | undefined;
  /** The chosen options, in the order of the chart's choices. */
  readonly chosen: readonly string[];
  readonly choose: (at: number, id: string) => void;
  readonly mode: ChartMode;
  readonly setMode: (mode: ChartMode) => void;
};

/** The query until something is chosen: the first option of each choice, or one that depends on the data. */
const unchosen = ({ choices }: ChartSpec): readonly string[] =>
  choices.map((choice) => (choice.unchosen === undefined ? (choice.options[0]?.id ?? '') : ''));

const useChart = (spec: ChartSpec, text: string): ChartState => {
  const [chosen, setChosen] = useViewState<readonly string[]>(`insights.chosen ${spec.of}`, unchosen(spec));
  const [mode, setMode] = useViewState<ChartMode>(`insights.mode ${spec.of}`, 'chart');
  const { data: answer, error } = useQuery(
    insightsChart,
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

type HeadProps = {
  readonly spec: ChartSpec;
  readonly chart: ChartState;
  readonly titleId: string;
  readonly onExport: () => void;
};

/** The current option: chosen by the analyst, or by default from the data. */
const chosenOf = ({ unchosen }: ChartChoice, chosen: string | undefined, answer: ChartAnswer | undefined) =>
  chosen === '' || chosen === undefined
    ? answer === undefined
      ? null
      : (unchosen?.(answer) ?? null)
    : chosen;

const Options = ({ spec, chart, onExport }: Omit<HeadProps, 'titleId'>) => (
  <div className={styles.options}>
    {spec.choices.map((choice, at) => (
      <Select
        key={choice.label}
        label={`${spec.title}: ${choice.label}`}
        isLabelHidden
        isBare
        options={choice.options}
        value={chosenOf(choice, chart.chosen[at], chart.answer)}
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
);

const Head = ({ titleId, isIdle, ...options }: HeadProps & { readonly isIdle: boolean }) => (
  <header className={styles.head}>
    <h2 id={titleId}>{options.spec.title}</h2>
    <p className={styles.says}>{options.spec.says}</p>
    {!isIdle && <Options {...options} />}
  </header>
);

type BodyProps = DrawnChartProps & { readonly mode: ChartState['mode'] };

const linkFirst = 'No passages are linked as contradicting each other. Press L on a passage to link it.';

/** The message for a table without rows. */
const withoutRows = (of: ChartAnswer['kind'], { leftOut, count }: InsightTable): string => {
  if (of === 'gaps') return printNoGaps(labelsNow());
  if (of === 'tags') return 'No tags on these passages. Press T on a passage to tag it.';
  if (count === 0) return 'No passages.';
  return leftOut.map((left) => `${left.count.toLocaleString('en-GB')} ${left.says}`).join(', ');
};

/** The message of an empty chart: what would give it content. Null if it has content. */
const emptyWords = (answer: ChartAnswer): string | null => {
  if (answer.kind === 'base') return null;
  if (answer.kind === 'contradictions') return answer.graph.links.length > 0 ? null : linkFirst;
  const { table } = answer;
  return table.count === 0 || table.rows.length === 0 ? withoutRows(answer.kind, table) : null;
};

const Body = ({ mode, ...props }: BodyProps) => {
  const { answer, onOpen, onOpenPassage, onOpenPair } = props;
  const empty = emptyWords(answer);
  if (empty !== null) return <p className={styles.empty}>{empty}</p>;
  if (mode === 'chart') return <DrawnChart {...props} />;
  if (answer.kind === 'contradictions')
    return <LinkTable graph={answer.graph} onOpen={onOpenPassage} onOpenPair={onOpenPair} />;
  return 'table' in answer ? <CountTable table={answer.table} onOpen={onOpen} /> : null;
};

/** Opens the passages behind a mark: the Passages view, with the charts' search and the mark's conditions. */
const openPassages = (text: string, ...asked: readonly Asked[]): void => {
  const search = searchOf(finishTyped(text), ...asked);
  if (search === null) return;
  setViewState('passages.text', shownText(search.trim()));
  goTo({ view: 'passages' });
  focusTarget('passages-table');
};

/** Opens the passage that a relation starts from, with the pane of related passages, which lists the other one. */
const openPair = ({ id, articleId }: GraphPassage): void =>
  void openPassage(id).then(() => showRelated({ articleId, passageId: id }));

const number = new Intl.NumberFormat('en-GB');

/** What the fills of bars mean. */
const Legend = ({ table: { columns } }: Pick<TableChartProps, 'table'>) =>
  columns.length > 1 && (
    <ul className="plain-list">
      {columns.map(({ id, name }, at) => (
        <li key={id} className={styles.legend}>
          <Swatch fill={fillOf(at)} /> {name}
        </li>
      ))}
    </ul>
  );

const edgeWords = [
  ['thick', 'no memo cites both'],
  ['thin', 'cited together'],
  ['dotted', 'same origin: counts once'],
] as const;

const GraphLegend = () => (
  <ul className="plain-list">
    {edgeWords.map(([look, says]) => (
      <li key={look} className={styles.legend}>
        <i className={styles.edge} data-look={look} /> {says}
      </li>
    ))}
  </ul>
);

type ChartFootProps = Pick<TableChartProps, 'onOpen'> & {
  readonly answer: ChartAnswer;
  readonly look: ChartLook;
  readonly base: InsightBase | undefined;
  /** Whether the table is shown: it has column heads in place of a legend. */
  readonly isTable: boolean;
};

/** What is left out, in a sentence whose parts open their passages. */
const LeftOutWords = ({ answer, onOpen }: Pick<ChartFootProps, 'answer' | 'onOpen'>) => {
  const leftOut = leftOutOf(answer);
  if (leftOut.length === 0) return ALL_SHOWN;
  return (
    <>
      Left out:
      {leftOut.map((left) => {
        const words = `${number.format(left.count)} ${left.says}`;
        return 'clauses' in left ? (
          <Button key={words} isSmall variant="quiet" onPress={() => onOpen(left)}>
            {words}
          </Button>
        ) : (
          ` ${words}`
        );
      })}
    </>
  );
};

/** The legend, a sentence on what the marks do not show, and what is left out. */
const ChartFoot = ({ answer, look, base, isTable, onOpen }: ChartFootProps) => {
  const table = 'table' in answer ? answer.table : null;
  const words = footWords(answer, base);
  return (
    <div className={styles.foot}>
      {table !== null && look !== 'heat' && !isTable && <Legend table={table} />}
      {look === 'graph' && !isTable && <GraphLegend />}
      <p>
        {words !== '' && `${words}. `}
        <LeftOutWords answer={answer} onOpen={onOpen} />
      </p>
    </div>
  );
};

/** One chart with its title, choices, table twin and foot. */
export const ChartPanel = ({ spec, text, base }: ChartPanelProps) => {
  const chart = useChart(spec, text);
  const { answer, error, mode } = chart;
  const [width, measure] = useWidth();
  const [isExporting, setIsExporting] = useState(false);
  const titleId = useId();
  const table = answer !== undefined && 'table' in answer ? answer.table : null;
  // A mark is of one row, or of a row and a column.
  const open = (...asked: readonly Asked[]): void =>
    openPassages(text, ...(table === null ? [] : [table]), ...asked);
  const isEmpty = answer !== undefined && emptyWords(answer) !== null;
  // An empty chart with default choices is listed after those with content.
  const isIdle = isEmpty && equalJson(chart.chosen, unchosen(spec));
  return (
    <section
      className={styles.panel}
      aria-labelledby={titleId}
      data-chart={spec.of}
      data-idle={isIdle || undefined}
    >
      <Head
        spec={spec}
        chart={chart}
        titleId={titleId}
        isIdle={isIdle}
        onExport={() => setIsExporting(true)}
      />
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
