import { errorWords } from '#renderer/bridge/error-words.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { useViewScroll } from '#renderer/window/view-state.ts';
import type { Preview } from '../use-review.ts';
import { PdfPage } from './PdfPage.tsx';
import styles from './preview.module.css';
import { useOpenPdf } from './use-open-pdf.ts';

const Trouble = ({ error, glyphs, setGlyphs }: Preview) => {
  if (error === null) return null;
  const { title, text } = errorWords(error);
  return (
    <div className={styles.failed} role="status">
      <p>
        <strong>{title}</strong> {text}
      </p>
      {error.code === 'missing-glyphs' && glyphs === 'refuse' && (
        <Button isSmall onPress={() => setGlyphs('code-point')}>
          Print [{error.glyphs[0]?.codePoint ?? 'U+…'}] instead
        </Button>
      )}
    </div>
  );
};

/** The memo as it will be exported: the same PDF. */
export const PreviewPanel = ({ preview }: { readonly preview: Preview }) => {
  const scroll = useViewScroll('memo-preview');
  const pdf = useOpenPdf(preview.made);
  return (
    <section
      className={styles.preview}
      aria-label="Preview"
      aria-busy={preview.isMaking}
      ref={scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <Trouble {...preview} />
      {pdf?.pageKeys.map((pageKey, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <PdfPage key={at} pdf={pdf} number={at + 1} pageKey={pageKey} />
      ))}
    </section>
  );
};
