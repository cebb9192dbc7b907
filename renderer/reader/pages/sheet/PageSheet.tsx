import { useDrawnPage } from '#renderer/pdf/use-drawn-page.ts';
import { PageRegions } from '../frame/PageRegions.tsx';
import type { PageFraming } from '../frame/use-page-frame.ts';
import { usePages } from '../pages-context.ts';
import type { LaidPage } from '../scroll/page-layout.ts';
import { PageMarks } from './PageMarks.tsx';
import styles from './page-sheet.module.css';

export type PageSheetProps = {
  /** Its place in the file, from 1. */
  readonly page: number;
  readonly laid: LaidPage;
  readonly framing: PageFraming;
};

/** "Page 14", or "Page xii, file page 12". */
export const namePage = (page: number, label: string | null): string =>
  label === null || label === String(page) ? `Page ${page}` : `Page ${label}, file page ${page}`;

/** One page of the original: drawn as pixels, with the passages over it. */
export const PageSheet = ({ page, laid, framing }: PageSheetProps) => {
  const { pdf, letters } = usePages();
  const { canvas, hasFailed } = useDrawnPage({ pdf, number: page, pageKey: String(page) });
  return (
    <div className={styles.sheet} style={laid} data-sheet={page}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${namePage(page, letters.labelOf(page))} of the original`}
      />
      {hasFailed && <p className={styles.failed}>This page could not be drawn. Its text is as it was.</p>}
      <PageMarks page={page} />
      <PageRegions page={page} framing={framing} />
    </div>
  );
};
