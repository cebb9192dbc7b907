/** What is drawn over the text: paragraph numbers, passages and the hits of a search, near the window alone. */
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { NumberedParagraph } from '#domain/article/paragraph-numbers.ts';
import type { PassageId } from '#domain/ids.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { cutSegments, type LanedRange, MAX_DEPTH, type Segment } from './lay-highlights.ts';
import type { PreparedArticle } from './prepare-article.ts';
import styles from './text.module.css';

export type Drawn = {
  /** The stretch of text that is decorated: what is seen, and a screen either side. */
  readonly window: TextRange;
  /** In the order of the text, as assignLanes gives them. */
  readonly ranges: readonly LanedRange[];
  readonly selectedId: PassageId | null;
  /** The passage whose card or text the pointer or the focus is on. */
  readonly hotId: PassageId | null;
  readonly hits: readonly TextRange[];
  /** The hit that find stands at; -1 for none. */
  readonly currentHit: number;
};

type Place = Pick<PreparedArticle, 'doc' | 'map' | 'paragraphs'>;

const touches =
  (window: TextRange) =>
  ({ start, end }: TextRange): boolean =>
    start < window.end && end > window.start;

const numberParagraph = ({ map }: Place, { start, end, number }: NumberedParagraph): Decoration =>
  Decoration.node(map.toPosition(start) - 1, map.toPosition(end) + 1, { 'data-number': String(number) });

const drawSegment = ({ map }: Place, drawn: Drawn, { start, end, layers }: Segment): Decoration[] =>
  // ProseMirror wraps the first of several decorations closest around the text.
  layers.toReversed().map(({ passageId, label, lane }) =>
    Decoration.inline(map.toPosition(start), map.toPosition(end), {
      nodeName: 'mark',
      class: joinClasses(
        styles.passage,
        passageId === drawn.selectedId && styles.selected,
        passageId === drawn.hotId && styles.hot,
      ),
      'data-label': label,
      'data-lane': String(lane % MAX_DEPTH),
      'data-passage': passageId,
    }),
  );

const drawHit = ({ map }: Place, { start, end }: TextRange, isCurrent: boolean): Decoration =>
  Decoration.inline(map.toPosition(start), map.toPosition(end), {
    nodeName: 'span',
    class: joinClasses(styles.hit, isCurrent && styles.current),
  });

/** The decorations of what is near the window. */
export const decorate = (place: Place, drawn: Drawn): DecorationSet => {
  const isNear = touches(drawn.window);
  const numbers = place.paragraphs.filter(isNear).map((paragraph) => numberParagraph(place, paragraph));
  const passages = cutSegments(drawn.ranges, drawn.window, drawn.selectedId).flatMap((segment) =>
    drawSegment(place, drawn, segment),
  );
  const hits = drawn.hits.flatMap((hit, index) =>
    isNear(hit) ? [drawHit(place, hit, index === drawn.currentHit)] : [],
  );
  return DecorationSet.create(place.doc, [...numbers, ...passages, ...hits]);
};
