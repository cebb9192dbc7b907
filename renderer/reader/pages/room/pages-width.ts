/** Widths of the pages beside the text in CSS pixels, and what the text is left with. */
export const LEAST_WIDTH = 300;
const MOST_WIDTH = 900;
const LEAST_TEXT = 400;
/** What the pages take of the room, where nobody has drawn their edge. */
const USUAL_SHARE = 0.36;

/** The most that pages may take of `room`. */
export const mostWidth = (room: number): number =>
  Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, room - LEAST_TEXT));

/** How wide the pages stand in `room`: as they were drawn (null where nobody has), as far as that leaves room for text. */
export const pagesWidth = (drawn: number | null, room: number): number =>
  Math.round(Math.max(LEAST_WIDTH, Math.min(mostWidth(room), drawn ?? USUAL_SHARE * room)));
