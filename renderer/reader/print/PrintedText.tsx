import { EditorState } from '@tiptap/pm/state';
import { Decoration, EditorView } from '@tiptap/pm/view';
import { useLayoutEffect, useRef } from 'react';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import { regionOf } from '#domain/passage/passage.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { decorate } from '../drawing/decorate.ts';
import { assignLanes } from '../drawing/layers/lay-highlights.ts';
import { machineLayer, numberLayer, pageLayer } from '../drawing/layers/paper-layers.ts';
import { passageLayer } from '../drawing/layers/passage-layer.ts';
import { lengthOf } from '../passages/find-passage.ts';
import { printedPictureView } from '../pictures/picture-view.ts';
import pictureStyles from '../pictures/text-pictures.module.css';
import { drawnRegions } from '../regions/drawn-region.ts';
import { createRegionBoard } from '../regions/region-board.ts';
import { useReader } from '../state/reader-context.ts';
import type { PreparedArticle } from '../text/prepare-article.ts';
import textStyles from '../text/text.module.css';
import styles from './article-print.module.css';
import type { PrintedPassage } from './print-passages.ts';

const nothingAtHand = { selectedId: null, hotId: null };

/** The number of a passage, behind its last word. */
const signOf = (number: number) => (): HTMLElement => {
  const sign = document.createElement('sup');
  sign.className = styles.sign ?? '';
  sign.textContent = String(number);
  return sign;
};

/** All of the text decorated at once: paragraph numbers, pages of the original, passages with their numbers. */
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

/** The text of an article as it is printed, with its passages. */
export const PrintedText = ({
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
