import { useDeferredValue, useRef } from 'react';
import { type InsightBase, insightsChart } from '#domain/contract/insights.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSoFar } from '#renderer/bridge/use-so-far.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { CommandButton } from '#renderer/parts/menu/CommandKbd.tsx';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { NothingFound } from '#renderer/parts/search/NothingFound.tsx';
import { QueryBox } from '#renderer/parts/search/QueryBox.tsx';
import { SavedSearchActs } from '#renderer/parts/search/SavedSearchActs.tsx';
import { SavedSearchPicker } from '#renderer/parts/search/SavedSearchPicker.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useViewScroll, useViewState } from '#renderer/window/view-state.ts';
import { ChartPanel } from './ChartPanel.tsx';
import { chartSpecsFor } from './chart-specs.ts';
import styles from './insights.module.css';

const tellBase = ({ passages, articles, origins }: InsightBase): string =>
  [printCount(passages, 'passage'), printCount(articles, 'article'), printCount(origins, 'origin')].join(
    ', ',
  );

/** The passages that are counted: all of them unless there is a search. */
const useCounted = () => {
  const [text, setText] = useViewState('insights.text', '');
  const asked = useDeferredValue(text.trim() === '' ? '' : text);
  const { data } = useQuery(insightsChart, { text: asked, chart: { kind: 'base' } }, { keepsPrevious: true });
  return { text, setText, asked, base: data?.kind === 'base' ? data.base : undefined };
};

const Empty = ({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) =>
  text === '' ? (
    <EmptyState
      title="Nothing to count yet"
      actions={
        <CommandButton command="view.articles" isPrimary>
          Open articles
        </CommandButton>
      }
    >
      Insights counts your passages by time, source, tag and grade. Label some in an article first.
    </EmptyState>
  ) : (
    <NothingFound title="No passages match" text={text} kind="passage" onChange={onChange} />
  );

/** Charts of the passages that a search finds; every mark opens its passages. */
export const InsightsView = () => {
  const { text, setText, asked, base } = useCounted();
  const header = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const scroll = useViewScroll('insights');
  const soFar = useSoFar();
  const specs = chartSpecsFor(useLabels());
  useFocusCommand('edit.find', header);
  useCommand('search.clear', () => setText(''), text !== '');
  return (
    <Panel
      label="Insights"
      kind="page"
      header={
        <div ref={header} className={styles.header}>
          <h1>Insights</h1>
          <div className={styles.search}>
            <QueryBox
              label="Search the passages that are counted"
              placeholder="All passages"
              text={text}
              onChange={setText}
              input={field}
            />
          </div>
          <SavedSearchPicker text={text} onChange={setText} />
          <SavedSearchActs
            text={text}
            scope="passages"
            onChange={setText}
            onSaved={() => field.current?.focus()}
          />
          {base !== undefined && (
            <p className={styles.base} role="status">
              {tellBase(base)}
              {soFar}
            </p>
          )}
        </div>
      }
    >
      {base?.passages === 0 && soFar === '' ? (
        <Empty text={asked} onChange={setText} />
      ) : (
        <div ref={scroll} className={styles.charts}>
          {specs.map((spec) => (
            <ChartPanel key={spec.of} spec={spec} text={asked} base={base} />
          ))}
        </div>
      )}
    </Panel>
  );
};
