import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PrintedMemo } from '#domain/contract/memo.ts';
import { memoPreview } from '#domain/contract/memo-export.ts';
import { memoFormatTable } from '#domain/memo/memo-format.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { PdfPage, useOpenPdf } from '../preview/PdfPage.tsx';
import choice from './choice.module.css';
import styles from './export.module.css';

const Pages = ({ printed }: { readonly printed: PrintedMemo }) => {
  const pdf = useOpenPdf(printed);
  const [wanted, setWanted] = useState(1);
  if (pdf === null) return null;
  const page = Math.min(wanted, pdf.pages);
  return (
    <>
      <div className={styles.pager}>
        <span role="status">
          page {page} of {pdf.pages}
        </span>
        <IconButton
          icon={ChevronLeft}
          isSmall
          label="Previous page"
          isDisabled={page === 1}
          onPress={() => setWanted(page - 1)}
        />
        <IconButton
          icon={ChevronRight}
          isSmall
          label="Next page"
          isDisabled={page === pdf.pages}
          onPress={() => setWanted(page + 1)}
        />
      </div>
      <div className={styles.sheet}>
        <PdfPage pdf={pdf} number={page} pageKey={pdf.pageKeys[page - 1] ?? ''} />
      </div>
    </>
  );
};

type Shown = {
  readonly text: string | null;
  readonly pages: PrintedMemo | null;
  readonly failure: AppError | null;
};

/** The displayed pages: the last ones stay until newer ones are ready. */
const useShown = (input: InputOf<typeof memoPreview>): Shown => {
  const { data, error } = useQuery(memoPreview, input, { keepsPrevious: true });
  const [made, setMade] = useState<PrintedMemo | null>(null);
  if (data === undefined) return { text: null, pages: null, failure: error ?? null };
  if (data.kind === 'text') return { text: data.text, pages: null, failure: null };
  const { printed } = data;
  if (printed.ok && printed.value !== made) setMade(printed.value);
  const failure = printed.ok || printed.error.code === 'cancelled' ? null : printed.error;
  return { text: null, pages: made, failure };
};

/** The memo as it would be exported now. */
export const ExportPreview = ({ input }: { readonly input: InputOf<typeof memoPreview> }) => {
  const { format } = input;
  const { text, pages, failure } = useShown(input);
  return (
    <aside className={styles.preview} aria-label="Preview">
      <h3 className={choice.legend}>Preview</h3>
      {failure !== null && <p className={styles.quiet}>{errorWords(failure).text}</p>}
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre className={styles.text} tabIndex={0}>
          {text}
        </pre>
      )}
      {pages !== null && <Pages printed={pages} />}
      {(format === 'docx' || format === 'html') && (
        <p className={styles.quiet}>
          These are the pages of the PDF. Anyone who opens the {memoFormatTable[format].name} file gets a
          different layout.
        </p>
      )}
    </aside>
  );
};
