import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ChartAnswer, InsightBase } from '#domain/contract/insights.ts';
import { printInsightTable, printLinks } from '#domain/insights/print-table.ts';
import { safeFileName } from '#domain/memo/export-file-name.ts';
import type { Result } from '#domain/result.ts';
import { finishTyped } from '#domain/search/written/open-ended.ts';
import { act } from '#renderer/bridge/act.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import { ExportFile } from '#renderer/parts/export/ExportFile.tsx';
import { MadeFileDialog } from '#renderer/parts/export/MadeFileDialog.tsx';
import { useExport } from '#renderer/parts/export/use-export.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { useToday } from '#renderer/window/today.ts';
import type { ChartSpec } from '../chart-specs.ts';
import { drawPng, drawSvg } from './draw-file.tsx';
import styles from './export-chart.module.css';

const formats = [
  { id: 'png', name: 'Picture (PNG)', detail: 'for a document or a slide' },
  { id: 'svg', name: 'Drawing (SVG)', detail: 'sharp at every size; holds shapes and words alone' },
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
  if (answer.of === 'contradictions') return printLinks(answer.graph, about);
  return answer.of === 'base' ? '' : printInsightTable(answer.table, about);
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
      'insights:export',
      { fileName, replaces, content: await contentOf(format) },
      { saysFailure: true },
    );
  };
  return { exporting: useExport(make, () => undefined), name: `${today} ${spec.title}` };
};

/** From a chart to a file: as a picture, as a drawing, or as its table. */
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
        onDrag={() => void act('insights:drag-export', {})}
        onReveal={() => void act('insights:reveal-export', {})}
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
