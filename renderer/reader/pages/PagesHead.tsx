import { ChevronLeft, ChevronRight, SquareDashed, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { stepZoom } from './page-layout.ts';
import styles from './pages.module.css';
import { usePages } from './pages-context.ts';

export type PagesHeadProps = {
  /** The current page, from 1. */
  readonly page: number;
  readonly zoom: number;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: number) => void;
  /** Whether the pointer draws frames instead of selecting words. */
  readonly isFraming: boolean;
  readonly onFraming: (isFraming: boolean) => void;
  readonly onClose: () => void;
};

/** The page number, a field to go to another. */
const PageNumber = ({ page, onPage }: Pick<PagesHeadProps, 'page' | 'onPage'>) => {
  const { letters, pdf } = usePages();
  const label = letters.labelOf(page);
  const shown = label ?? String(page);
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = typed === null ? null : letters.pageNamed(typed);
    if (wanted !== null) onPage(wanted);
    setTyped(null);
  };
  return (
    <>
      <span>Page</span>
      <TextField
        data-asks
        label="Page"
        isLabelHidden
        value={typed ?? shown}
        onChange={setTyped}
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
      />
      <span>of {pdf.pages.toLocaleString('en-GB')}</span>
      {label !== null && label !== String(page) && <span className={styles.filePage}>file page {page}</span>}
    </>
  );
};

/** The current page, its zoom, and navigation. */
export const PagesHead = (props: PagesHeadProps) => {
  const { page, zoom, isFraming, onPage, onZoom, onFraming, onClose } = props;
  const { pdf } = usePages();
  return (
    <header className={styles.head}>
      <IconButton
        icon={ChevronLeft}
        label="Previous page"
        isSmall
        isDisabled={page <= 1}
        onPress={() => onPage(page - 1)}
      />
      <PageNumber page={page} onPage={onPage} />
      <IconButton
        icon={ChevronRight}
        label="Next page"
        isSmall
        isDisabled={page >= pdf.pages}
        onPress={() => onPage(page + 1)}
      />
      <span className={styles.gap} />
      <IconButton
        icon={SquareDashed}
        label="Frame a region"
        keys={usePrintedKey('article.frame')}
        isSmall
        isOn={isFraming}
        onPress={() => onFraming(!isFraming)}
      />
      <IconButton
        icon={ZoomOut}
        label="Smaller pages"
        isSmall
        isDisabled={stepZoom(zoom, -1) === zoom}
        onPress={() => onZoom(stepZoom(zoom, -1))}
      />
      <Button variant="quiet" isSmall aria-label="Fit the width" onPress={() => onZoom(1)}>
        {zoom === 1 ? 'Fit width' : `${Math.round(zoom * 100)} %`}
      </Button>
      <IconButton
        icon={ZoomIn}
        label="Larger pages"
        isSmall
        isDisabled={stepZoom(zoom, 1) === zoom}
        onPress={() => onZoom(stepZoom(zoom, 1))}
      />
      <IconButton
        icon={X}
        label="Hide the pages"
        keys={usePrintedKey('article.pages')}
        isSmall
        onPress={onClose}
      />
    </header>
  );
};
