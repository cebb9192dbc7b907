// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { clause, type InsightTable, insightLine } from '#domain/insights/insight-table.ts';
import { CountTable } from '#renderer/insights/CountTable.tsx';
import { ColumnChart } from '#renderer/insights/charts/ColumnChart.tsx';
import type { Asked } from '#renderer/insights/charts/chart-props.ts';
import { HeatMap } from '#renderer/insights/charts/HeatMap.tsx';
import { RowChart } from '#renderer/insights/DrawnChart.tsx';

afterEach(cleanup);

const line = (name: string, count: number) =>
  insightLine({ id: name, name, count, clauses: [clause('tag', name)] });

const table: InsightTable = {
  rowName: 'Tag',
  columnName: 'Follow-up',
  rows: [line('Ports', 5), line('Banks', 0), line('China', 3)],
  columns: [line('With', 4), line('Without', 4)],
  cells: [
    [2, 3],
    [0, 0],
    [2, 1],
  ],
  clauses: [],
  count: 8,
  leftOut: [{ says: 'without a tag', count: 2, clauses: null }],
};

const opened: string[] = [];
const props = {
  table,
  width: 600,
  onOpen: (...asked: readonly Asked[]) =>
    void opened.push(asked.map(({ clauses }) => clauses?.[0]?.values[0] ?? '').join(' × ')),
};
const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

describe('the marks of a chart', () => {
  afterEach(() => {
    opened.length = 0;
  });

  it('are one stop of Tab, which arrows go on from and Enter opens', async () => {
    const keys = userEvent.setup();
    render(<HeatMap {...props} />);
    await keys.tab();
    expect(focused()).toBe('Ports: 5 passages');
    await keys.keyboard('{ArrowLeft}');
    expect(focused()).toBe('Ports, Without: 3 passages');
    // Nothing stands in the row between.
    await keys.keyboard('{ArrowDown}{ArrowLeft}{Enter}');
    expect(focused()).toBe('China, With: 2 passages');
    await keys.keyboard('{End}');
    expect(focused()).toBe('Without: 4 passages');
    await keys.keyboard(' {Home}');
    expect(focused()).toBe('Ports, With: 2 passages');
    expect(opened).toEqual(['China × With', 'Without']);
    await keys.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('can be reached by Tab where the first row has none, and after a search that has less', async () => {
    const keys = userEvent.setup();
    const withoutPorts = { ...table, rows: [line('Ports', 0), line('Banks', 0), line('China', 3)] };
    const [, , china = []] = table.cells;
    const { rerender } = render(
      <RowChart {...props} table={{ ...withoutPorts, cells: [[0, 0], [0, 0], china] }} />,
    );
    await keys.tab();
    expect(focused()).toBe('China: 3 passages');
    await keys.tab();
    rerender(<RowChart {...props} table={{ ...table, rows: [line('Ports', 5)], cells: [[2, 3]] }} />);
    await keys.tab();
    expect(focused()).toBe('Ports: 5 passages');
  });

  it('stand for rows of bars, and for bars beside each other', async () => {
    const keys = userEvent.setup();
    const { unmount } = render(<RowChart {...props} />);
    await keys.click(screen.getByRole('button', { name: 'Ports, without: 3 passages' }));
    unmount();
    render(<ColumnChart {...props} />);
    await keys.click(screen.getByRole('button', { name: 'China: 3 passages (with 2, without 1)' }));
    expect(screen.queryByRole('button', { name: /^Banks/ })).toBeNull();
    expect(opened).toEqual(['Ports × Without', 'China']);
  });

  it('have a twin in a table, which says what is in no row', async () => {
    const keys = userEvent.setup();
    render(<CountTable table={table} onOpen={props.onOpen} />);
    await keys.click(screen.getByRole('button', { name: 'China, Without: 1 passage' }));
    await keys.click(screen.getByRole('button', { name: 'Ports: 5 passages' }));
    expect(opened).toEqual(['China × Without', 'Ports']);
    expect(screen.getByRole('row', { name: 'Not in the rows: without a tag 2' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Banks 0 0 0' })).toBeTruthy();
  });
});
