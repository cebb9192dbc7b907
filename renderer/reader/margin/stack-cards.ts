/** Positions the margin cards: each as near to its text as the others allow, without overlaps. */

export type CardBox = {
  readonly id: string;
  /** The top of the card if it were alone: aligned with its text, in CSS pixels. */
  readonly desiredTop: number;
  readonly height: number;
};

/** The top of a card of `height` at `top`, moved as little as needed to fit between the two bounds. */
export const keepBetween = (top: number, height: number, from: number, to: number): number =>
  Math.max(from, Math.min(top, to - height));

/** Pushes each card below the previous one. */
const stackDown = (boxes: readonly CardBox[], from: number, gap: number): readonly number[] => {
  let free = from;
  return boxes.map(({ desiredTop, height }) => {
    const top = Math.max(desiredTop, free);
    free = top + height + gap;
    return top;
  });
};

/** Pushes each card above the next one; the last ends at `to` or before. */
const stackUp = (boxes: readonly CardBox[], tops: readonly number[], to: number, gap: number): number[] => {
  let limit = to;
  return boxes
    .map((box, index) => ({ box, top: tops[index] ?? box.desiredTop }))
    .reverse()
    .map(({ box, top }) => {
      const pushed = Math.min(top, limit - gap - box.height);
      limit = pushed;
      return pushed;
    })
    .reverse();
};

/**
 * The tops of `boxes`, which are in text order, by id. The selected card is aligned exactly with its text and pushes
 * the others away, up and down; only if those before it would leave the margin (above 0) does it move itself.
 */
export const stackCards = (
  boxes: readonly CardBox[],
  selectedId: string | null,
  gap: number,
): ReadonlyMap<string, number> => {
  const at = boxes.findIndex(({ id }) => id === selectedId);
  const selected = boxes[at];
  if (selected === undefined) {
    const tops = stackDown(boxes, 0, gap);
    return new Map(boxes.map(({ id }, index) => [id, tops[index] ?? 0]));
  }
  const before = boxes.slice(0, at);
  const raised = stackUp(before, stackDown(before, 0, gap), Math.max(0, selected.desiredTop), gap);
  const shift = Math.max(0, -(raised[0] ?? 0));
  const lowered =
    shift === 0
      ? raised
      : stackDown(
          before.map((box, i) => ({ ...box, desiredTop: raised[i] ?? 0 })),
          0,
          gap,
        );
  const lastBefore = before.at(-1);
  const freeFrom = lastBefore === undefined ? 0 : (lowered.at(-1) ?? 0) + lastBefore.height + gap;
  const tops = [...lowered, ...stackDown(boxes.slice(at), freeFrom, gap)];
  return new Map(boxes.map(({ id }, index) => [id, tops[index] ?? 0]));
};
