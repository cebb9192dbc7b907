import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  type ChartAnswer,
  type InsightBase,
  insightsDragExport,
  insightsExport,
  insightsRevealExport,
} from '#domain/contract/insights.ts';
import type { LeftOut } from '#domain/insights/insight-table.ts';
import { printInsightTable, printLinks } from '#domain/insights/print-table.ts';
import { safeFileName } from '#domain/memo/export-file-name.ts';
import { printCount } from '#domain/print-count.ts';
import type { Result } from '#domain/result.ts';
import { finishTyped } from '#domain/search/written-conditions.ts';
import { act } from '#renderer/bridge/act.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import { ExportFile } from '#renderer/parts/export/ExportFile.tsx';
import { MadeFileDialog } from '#renderer/parts/export/MadeFileDialog.tsx';
import { useExport } from '#renderer/parts/export/use-export.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { useToday } from '#renderer/window/today.ts';
import { standsInSeveral } from './CountTable.tsx';
import { type ChartSpec, renamedGap } from './chart-specs.ts';
import chartsStyles from './charts/charts.module.css';
import { FilledBar, fillOf } from './charts/fills.tsx';
import { drawnContradictions } from './charts/GraphChart.tsx';
import { textWidth, wrapText } from './clip-text.ts';
import { DrawnChart } from './DrawnChart.tsx';
import styles from './export-chart.module.css';
import { inertSvg } from './inert-svg.ts';

const formats = [
  { id: 'png', name: 'Picture (PNG)', detail: 'for a document or a slide' },
  { id: 'svg', name: 'Drawing (SVG)', detail: 'sharp at any size; shapes and text only' },
  { id: 'csv', name: 'Table (CSV)', detail: 'its numbers, for a spreadsheet' },
] as const;
type Format = (typeof formats)[number]['id'];

export type ExportChartDialogProps = {
  readonly spec: ChartSpec;
  readonly answer: ChartAnswer;
  readonly base: InsightBase | undefined;
  /** The search whose passages are counted. */
  readonly text: string;
  readonly onClose: () => void;
};

type Asked = { readonly format: Format; readonly name: string; readonly replaces: boolean };

const csvOf = (title: string, answer: ChartAnswer, search: string, day: string): string => {
  const about = { title, search: search === '' ? 'all passages' : search, day };
  if (answer.kind === 'contradictions') return printLinks(answer.graph, about, labelsNow());
  return answer.kind === 'base' ? '' : printInsightTable(answer.table, about);
};

/** Pixels of the PNG for each CSS pixel of the drawing. */
const SCALE = 2;

/** The window's font, embedded in the file: a reader may not have it. */
const readFontFace = async (): Promise<string> => {
  const bytes = new Uint8Array(await (await fetch(interUrl)).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${btoa(letters)}) format("woff2")}`;
};

/** In CSS pixels: a width that suits a page of a document. */
const FILE_WIDTH = 960;
const MARGIN = 28;
const HEAD = 74;
const LINE = 18;
const INNER = FILE_WIDTH - 2 * MARGIN;

type FileChartProps = {
  readonly spec: ChartSpec;
  readonly answer: ChartAnswer;
  readonly base: InsightBase | undefined;
  /** The search and the date: "All passages, as of 21 November 2026". */
  readonly about: string;
  /** The height of the drawing; unknown until it was rendered once. */
  readonly height: number;
};

const number = new Intl.NumberFormat('en-GB');

/** The parts that the chart leaves out, each with its number and description. */
export const leftOutOf = (answer: ChartAnswer): readonly (LeftOut | Omit<LeftOut, 'clauses'>)[] => {
  if ('table' in answer) return answer.table.leftOut;
  if (answer.kind === 'base') return [];
  const { graph } = answer;
  const count = graph.count - drawnContradictions(graph);
  return count === 0 ? [] : [{ count, says: 'in smaller groups' }];
};

/** The last sentence of a chart that leaves out nothing. */
export const ALL_SHOWN = 'Nothing is left out.';

const leftOutWords = (answer: ChartAnswer): string => {
  const parts = leftOutOf(answer).map(({ count, says }) => `${number.format(count)} ${says}`);
  return parts.length === 0 ? ALL_SHOWN : `Left out: ${parts.join(', ')}.`;
};

const Legend = ({ spec, answer, y }: Pick<FileChartProps, 'spec' | 'answer'> & { readonly y: number }) => {
  if (!('table' in answer) || spec.look === 'heat' || answer.table.columns.length < 2) return null;
  let x = MARGIN;
  return answer.table.columns.map(({ id, name }, at) => {
    const left = x;
    x += 24 + textWidth(name) + 22;
    return (
      <g key={id}>
        <FilledBar fill={fillOf(at)} x={left + 0.5} y={y - 10.5} width={17} height={11} />
        <text x={left + 24} y={y}>
          {name}
        </text>
      </g>
    );
  });
};

const share = (count: number, all: number): string => `${number.format(Math.round((count / all) * 100))} %`;

/** The text at a chart's foot; empty if the marks show everything. */
export const footWords = (answer: ChartAnswer, base: InsightBase | undefined): string => {
  switch (answer.kind) {
    case 'base':
      return '';
    case 'time':
      return `${printCount(answer.table.count, 'passage')}, one bar per ${answer.unit}`;
    case 'gaps': {
      const open = answer.table.columns.find(({ id }) => id === 'open')?.count ?? 0;
      const what = renamedGap(labelsNow()) === null ? 'gap' : 'passage';
      return `${printCount(answer.table.count, what)}, ${number.format(open)} without an open task`;
    }
    case 'sources':
      return base?.largest == null
        ? ''
        : `${number.format(base.largest.count)} of ${number.format(base.passages)} (${share(base.largest.count, base.passages)}) rest on ${base.largest.name}`;
    case 'contradictions': {
      const { graph } = answer;
      return printCount(graph.count, 'contradiction');
    }
    default:
      return standsInSeveral(answer.table)
        ? `${printCount(answer.table.count, 'passage')}, some in several rows`
        : printCount(answer.table.count, 'passage');
  }
};

/** A chart for a file: with its title, search, date, legend, and what it leaves out. */
const FileChart = ({ spec, answer, base, about, height }: FileChartProps) => {
  const notes = [footWords(answer, base), leftOutWords(answer)]
    .filter((words) => words !== '')
    .flatMap((words) => wrapText(words, INNER, 4, 12));
  const bottom = HEAD + height + 34;
  const whole = bottom + notes.length * LINE + MARGIN;
  return (
    <svg
      className={chartsStyles.chart}
      width={FILE_WIDTH}
      height={whole}
      viewBox={`0 0 ${FILE_WIDTH} ${whole}`}
      data-file
    >
      <title>{`${spec.title}. ${about}`}</title>
      <rect className={chartsStyles.ground} x={0} y={0} width={FILE_WIDTH} height={whole} />
      <text className={chartsStyles.fileTitle} x={MARGIN} y={36}>
        {spec.title}
      </text>
      <text className={chartsStyles.quietText} x={MARGIN} y={56}>
        {wrapText(`${spec.says}. ${about}`, INNER, 1, 11)[0] ?? ''}
      </text>
      <g transform={`translate(${MARGIN} ${HEAD})`}>
        <DrawnChart
          answer={answer}
          look={spec.look}
          width={INNER}
          onOpen={() => undefined}
          onOpenPassage={() => undefined}
          onOpenPair={() => undefined}
        />
      </g>
      <Legend spec={spec} answer={answer} y={bottom} />
      {notes.map((note, at) => (
        <text key={note} className={chartsStyles.quietText} x={MARGIN} y={bottom + (at + 1) * LINE}>
          {note}
        </text>
      ))}
    </svg>
  );
};

/** Renders a chart off-screen as an SVG file. */
const drawSvg = async (chart: Omit<FileChartProps, 'height'>): Promise<string> => {
  const fontFace = await readFontFace();
  const board = document.createElement('div');
  board.className = chartsStyles.drawingBoard ?? '';
  board.inert = true;
  document.body.append(board);
  const root = createRoot(board);
  const draw = (height: number): void =>
    flushSync(() => root.render(<FileChart {...chart} height={height} />));
  try {
    draw(0);
    const inner = board.querySelector('svg svg')?.getAttribute('height');
    draw(Number(inner ?? 0));
    const drawing = board.querySelector('svg');
    if (drawing === null) throw new Error('Nothing was drawn.');
    return inertSvg(drawing, fontFace);
  } finally {
    root.unmount();
    board.remove();
  }
};

/** Renders a drawing as a PNG. */
const drawPng = async (svg: string): Promise<Uint8Array<ArrayBuffer>> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture could not be created.');
  return new Uint8Array(await blob.arrayBuffer());
};

const useExportChart = ({ spec, answer, base, text }: ExportChartDialogProps) => {
  const today = useToday();
  const search = finishTyped(text);
  const contentOf = async (format: Format): Promise<string | Uint8Array<ArrayBuffer>> => {
    if (format === 'csv') return csvOf(spec.title, answer, search, today);
    const about = `${search === '' ? 'All passages' : search}, as of ${printDay(today)}`;
    const svg = await drawSvg({ spec, answer, base, about });
    return format === 'svg' ? svg : drawPng(svg);
  };
  const make = async ({
    format,
    name,
    replaces,
  }: Asked): Promise<Result<{ fileName: string; bytes: number }, AppError>> => {
    const fileName = safeFileName(name, format);
    return act(
      insightsExport,
      { fileName, replaces, content: await contentOf(format) },
      { saysFailure: true },
    );
  };
  return { exporting: useExport(make, () => undefined), name: `${today} ${spec.title}` };
};

/** Exports a chart to a file: as PNG, as SVG, or as its table. */
export const ExportChartDialog = (props: ExportChartDialogProps) => {
  const { spec, onClose } = props;
  const [format, setFormat] = useState<Format>('png');
  const [typed, setTyped] = useState<string | null>(null);
  const { exporting, name: proposed } = useExportChart(props);
  const name = typed ?? proposed;
  const exportAs = (as: string, replaces: boolean): void => {
    if (safeFileName(as, format) === '' || exporting.isUnderWay) return;
    void exporting.begin({ format, name: as, replaces });
  };
  if (exporting.file !== null) {
    const { fileName, bytes } = exporting.file;
    return (
      <MadeFileDialog
        title="Chart exported"
        fileName={fileName}
        facts={`${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KB`}
        onDrag={() => void act(insightsDragExport, {})}
        onReveal={() => void act(insightsRevealExport, {})}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={`Export: ${spec.title}`}
      isMedium
      isOpen
      onClose={onClose}
      onSubmit={() => exportAs(name, false)}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" autoFocus>
            Export {format.toUpperCase()}
          </Button>
        </>
      }
    >
      <RadioGroup label="Format" options={formats} value={format} onChange={setFormat} />
      <div className={styles.file}>
        <ExportFile
          name={name}
          extension={format}
          error={exporting.error}
          onName={setTyped}
          onExport={exportAs}
        />
      </div>
    </Dialog>
  );
};
