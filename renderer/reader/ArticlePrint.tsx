import { EditorState } from '@tiptap/pm/state';
import { Decoration, EditorView } from '@tiptap/pm/view';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { keptPictures } from '#domain/article/pictures/pictures-in-text.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { Paper } from '#domain/memo/memo.ts';
import { regionOf } from '#domain/passage/passage.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { printPage } from '#renderer/bridge/print-page.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { printSpeaker } from '#renderer/parts/passage/card/print-speaker.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import styles from './article-print.module.css';
import { decorate } from './drawing/decorate.ts';
import { assignLanes } from './drawing/lay-highlights.ts';
import { machineLayer, numberLayer, pageLayer } from './drawing/paper-layers.ts';
import { passageLayer } from './drawing/passage-layer.ts';
import { beginsWithTitle, printPublished } from './head/head-facts.ts';
import { printedPictureView } from './pictures/picture-view.ts';
import pictureStyles from './pictures/text-pictures.module.css';
import { type PrintedPassage, printPassages } from './print-passages.ts';
import { createRegionBoard } from './regions/region-board.ts';
import { drawnRegions } from './state/drawn-region.ts';
import { lengthOf } from './state/find-passage.ts';
import { useOpenPassages } from './state/passages-context.ts';
import type { PreparedArticle } from './state/prepare-article.ts';
import { useReader } from './state/reader-context.ts';
import textStyles from './text/text.module.css';

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

/** A picture that can't be drawn is missing in print too. */
const drawPictures = (sheet: HTMLElement | null): Promise<unknown> =>
  Promise.allSettled([...(sheet?.querySelectorAll('img') ?? [])].map((image) => image.decode()));

type Facts = Pick<Bibliography, 'byline' | 'publisher' | 'publishedAt' | 'dateCertainty' | 'accessedAt'>;

/** Where the article is from, as far as known: author, publication, date, and date of access. */
const printFacts = (facts: Facts): readonly string[] =>
  [
    facts.byline,
    facts.publisher,
    printPublished(facts),
    facts.accessedAt === null ? null : `accessed ${printDay(facts.accessedAt)}`,
  ].filter((fact) => fact !== null);

const nothingAtHand = { selectedId: null, hotId: null };

/** The number of a passage, after its last word. */
const signOf = (number: number) => (): HTMLElement => {
  const sign = document.createElement('sup');
  sign.className = styles.sign ?? '';
  sign.textContent = String(number);
  return sign;
};

/** Decorates the whole text at once: paragraph numbers, pages of the original, passages with their numbers. */
const decorationsOf = (article: PreparedArticle, passages: readonly PrintedPassage[]) => {
  const ranges = passages.flatMap(({ placed }) => {
    const { id: passageId, label } = placed.passage;
    // A region is drawn on its picture.
    if (regionOf(placed.passage) !== null) return [];
    return placed.ranges.map((range) => ({ ...range, passageId, label, length: lengthOf(placed) }));
  });
  const layers = [
    numberLayer(article),
    pageLayer(article),
    machineLayer(article),
    passageLayer(article, assignLanes(ranges))(nothingAtHand),
  ];
  const { set } = decorate(article, { window: { start: 0, end: article.index.text.length }, layers });
  const signs = passages.flatMap(({ placed, number }) =>
    number === null
      ? []
      : [Decoration.widget(article.map.toPosition(placed.end - 1) + 1, signOf(number), { side: -1 })],
  );
  return set.add(article.doc, signs);
};

/** The text of an article as printed, with its passages. */
const PrintedText = ({
  article,
  passages,
}: {
  readonly article: PreparedArticle;
  readonly passages: readonly PrintedPassage[];
}) => {
  const { load } = useReader();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const decorations = decorationsOf(article, passages);
    const { language } = article.article.bibliography;
    const board = createRegionBoard();
    board.show({ ...nothingAtHand, regions: drawnRegions(passages.map(({ placed }) => placed)) });
    const toOffset = (position: number): number => article.map.toOffset(position, 'start');
    const view = new EditorView(place.current, {
      state: EditorState.create({ doc: article.doc }),
      editable: () => false,
      decorations: () => decorations,
      nodeViews: { picture: printedPictureView({ load, board, toOffset }) },
      attributes: {
        class: joinClasses(textStyles.text, pictureStyles.text),
        dir: textDirection(article.index.text.slice(0, 200), language),
        ...(language === null ? {} : { lang: language }),
      },
    });
    return () => view.destroy();
  }, [article, passages, load]);
  return <div ref={place} className={styles.text} />;
};

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
  // A table head repeats on every page, and so does what is fixed to the foot: the marking has to.
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

/** Prints the open article with its passages and notes: laid out outside the visible window while it is printed. */
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
