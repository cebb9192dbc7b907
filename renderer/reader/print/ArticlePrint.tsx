import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { keptPictures } from '#domain/article/pictures/kept-pictures.ts';
import type { Paper } from '#domain/memo/memo.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { printPage } from '#renderer/bridge/print-page.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { MarkingSign } from '#renderer/parts/marking/MarkingSign.tsx';
import { printSpeaker } from '#renderer/parts/passage/card/speaker/print-speaker.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader } from '../state/reader-context.ts';
import { beginsWithTitle } from '../text/begins-with-title.ts';
import styles from './article-print.module.css';
import { PrintedText } from './PrintedText.tsx';
import { printFacts } from './print-facts.ts';
import { type PrintedPassage, printPassages } from './print-passages.ts';

const usePrintedPassages = (): readonly PrintedPassage[] => {
  const { article } = useReader();
  const { placed, publication } = useOpenPassages();
  const sources = useSources();
  const tags = useTags();
  return useMemo(() => {
    return printPassages(placed, {
      article,
      speakerOf: ({ passage }) => printSpeaker(passage, publication, sources),
      tagPath: (id) => {
        const path = tags.byId.get(id)?.path;
        return path === undefined ? null : printPath(path);
      },
    });
  }, [article, placed, publication, sources, tags]);
};

const PassageEntry = ({ passage }: { readonly passage: PrintedPassage }) => (
  <li className={styles.passage} data-label={passage.placed.passage.label}>
    <span className={styles.number}>{passage.number ?? '–'}</span>
    <p className={styles.facts}>{joinFacts(passage.facts)}</p>
    {passage.isRegion ? (
      <p className={styles.note}>{passage.quote}</p>
    ) : (
      <blockquote className={styles.quote}>{passage.quote}</blockquote>
    )}
    {passage.note !== '' && <p className={styles.note}>{passage.note}</p>}
  </li>
);

/** One that can't be drawn is missing on paper too. */
const drawPictures = (sheet: HTMLElement | null): Promise<unknown> =>
  Promise.allSettled([...(sheet?.querySelectorAll('img') ?? [])].map((image) => image.decode()));

const Sheet = ({ paper, onDone }: { readonly paper: Paper; readonly onDone: () => void }) => {
  const { article, load } = useReader();
  const sheet = useRef<HTMLTableElement>(null);
  const { about, bibliography } = useOpenPassages();
  const passages = usePrintedPassages();
  const title = bibliography.title ?? 'Untitled';
  const print = useLatest(() => void printPage(title, paper).finally(onDone));
  useEffect(() => {
    const loaded = keptPictures(article.body).map(load);
    void Promise.all([document.fonts.ready, ...loaded])
      .then(() => drawPictures(sheet.current))
      .then(() => print.current());
  }, [article, load]);
  const note = about.note === null ? '' : richTextToPlain(about.note).trim();
  // The head of a table stands on every page, and so does what is fixed to the foot: the marking must.
  const band = about.marking !== null && <MarkingSign marking={about.marking} />;
  return (
    <table ref={sheet} className={styles.sheet}>
      <thead>
        <tr>
          <td className={styles.head}>
            <span className={styles.running}>{title}</span>
            {band}
          </td>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td className={styles.foot}>
            <div className={styles.feet}>
              <span className={styles.running}>{printFacts(bibliography).join(', ')}</span>
              {band}
            </div>
          </td>
        </tr>
      </tfoot>
      <tbody>
        <tr>
          <td className={styles.body}>
            {!beginsWithTitle(article, title) && <h1 className={styles.title}>{title}</h1>}
            <p className={styles.facts}>{joinFacts(printFacts(bibliography))}</p>
            {bibliography.url !== null && <p className={styles.facts}>{bibliography.url}</p>}
            {note !== '' && <p className={styles.note}>{note}</p>}
            <PrintedText article={article} passages={passages} />
            {passages.length > 0 && (
              <>
                <h2 className={styles.heading}>Passages</h2>
                <ol className={styles.passages}>
                  {passages.map((passage) => (
                    <PassageEntry key={passage.placed.passage.id} passage={passage} />
                  ))}
                </ol>
              </>
            )}
            <p className={styles.hash}>SHA-256 of the stored text: {article.article.textSha256}</p>
          </td>
        </tr>
      </tbody>
    </table>
  );
};

/** Prints the open article with its passages and notes: laid out for paper beside the window, as long as it is printed. */
export const ArticlePrint = () => {
  const [paper, setPaper] = useState<Paper | null>(null);
  useCommand('print.open', () => setPaper(useAppState.getState().settings.paper), paper === null);
  if (paper === null) return null;
  return createPortal(
    <div className={styles.layer} data-prints data-paper={paper} aria-hidden>
      <Sheet paper={paper} onDone={() => setPaper(null)} />
    </div>,
    document.body,
  );
};
