import type { TextRange } from '#domain/text/selector.ts';
import type { ArticleView } from '../state/reader-context.ts';

/** Lengths in CSS pixels, in the frame of the page that scrolls. */
export type CardConnector =
  /** The card is in sight: a line leads from the text to it. */
  | {
      readonly kind: 'line';
      readonly left: number;
      readonly width: number;
      readonly from: number;
      readonly to: number;
    }
  /** The card is not: it is shown in short where it would stand. */
  | { readonly kind: 'peek'; readonly left: number; readonly top: number; readonly width: number };

export type ConnectorPlace = {
  readonly view: ArticleView;
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly range: TextRange;
  /** Null where there is none. */
  readonly card: HTMLElement | null;
  readonly margin: HTMLElement;
};

/** The middle of a closed card, below its upper edge. */
const CARD_MIDDLE_PX = 17;
const PEEK_GAP_PX = 4;

const isInSight = (box: DOMRect, room: DOMRect): boolean =>
  box.top >= room.top - 1 && Math.min(box.bottom, box.top + 2 * CARD_MIDDLE_PX) <= room.bottom;

/** The line from the first line of a passage to its card, or the place of its peek; null where it is out of sight. */
export const measureConnector = ({
  view,
  scroller,
  page,
  range,
  card,
  margin,
}: ConnectorPlace): CardConnector | null => {
  const origin = page.getBoundingClientRect();
  const room = scroller.getBoundingClientRect();
  const text = view.dom.getBoundingClientRect();
  const cardBox = card?.getBoundingClientRect();
  if (cardBox !== undefined && isInSight(cardBox, room)) {
    const line = view.lineAt(range.start);
    return {
      kind: 'line',
      left: text.right - origin.left,
      width: cardBox.left - text.right,
      from: (line.top + line.bottom) / 2 - origin.top,
      to: cardBox.top + CARD_MIDDLE_PX - origin.top,
    };
  }
  const lines = view.boxesOf(range).filter(({ top, bottom }) => bottom > room.top && top < room.bottom);
  const [first] = lines;
  if (first === undefined) return null;
  const { left, width } = margin.getBoundingClientRect();
  return { kind: 'peek', left: left - origin.left, top: first.top - origin.top - PEEK_GAP_PX, width };
};
