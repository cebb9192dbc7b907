import { useEffect, useRef } from 'react';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useKeptScroll } from '#renderer/bridge/view-memory.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import type { OpenPdf } from './draw-pdf.ts';
import styles from './preview.module.css';
import type { Preview } from './use-preview.ts';

type PageProps = { readonly pdf: OpenPdf; readonly number: number };

/** One page, drawn anew when the PDF or the width changes. */
const Page = ({ pdf, number }: PageProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const frame = element?.parentElement;
    if (element === null || frame === null || frame === undefined) return;
    let drawing = Promise.resolve();
    const draw = () => {
      // One drawing after another: pdfjs refuses two on one canvas.
      drawing = drawing.then(() => pdf.draw(number, element, frame.clientWidth)).catch(() => undefined);
    };
    const observer = new ResizeObserver(draw);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [pdf, number]);
  return (
    <div className={styles.page}>
      <canvas ref={canvas} role="img" aria-label={`Page ${number} of ${pdf.pages}`} />
    </div>
  );
};

/** The memo as it will be handed over: the same PDF. */
export const PreviewPanel = ({ preview }: { readonly preview: Preview }) => {
  const scroll = useKeptScroll('memo-preview');
  const { pdf, error, isMaking, glyphs, setGlyphs } = preview;
  const words = error === null ? null : errorWords(error);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.preview} aria-label="Preview" aria-busy={isMaking} ref={scroll} tabIndex={0}>
      {words !== null && (
        <div className={styles.failed} role="status">
          <strong>{words.title}</strong> {words.text}
          {error?.code === 'missing-glyphs' && glyphs === 'refuse' && (
            <Button isSmall onPress={() => setGlyphs('code-point')}>
              Print their numbers instead
            </Button>
          )}
        </div>
      )}
      {pdf !== null &&
        Array.from({ length: pdf.pages }, (_, index) => (
          <Page key={index + 1} pdf={pdf} number={index + 1} />
        ))}
    </section>
  );
};
