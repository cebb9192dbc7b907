/**
 * The pairing of two texts while a person corrects it: each paragraph of the translation belongs to one paragraph of
 * the original, or is left out. Their order is kept, so moving one also moves those that would come before it.
 */
import type { Pairing } from '#domain/translation/pair-paragraphs.ts';

/** The original of each paragraph of the translation; null for one that is left out. */
export type PairingDraft = readonly (number | null)[];

export const draftOf = ({ pairs, translatedCount }: Pairing): PairingDraft => {
  const draft = Array.from<number | null>({ length: translatedCount }).fill(null);
  for (const { originals, translated } of pairs) {
    for (const place of translated) draft[place] = originals[0] ?? null;
  }
  return draft;
};

/** Moves one paragraph to an original; the others move as far as needed to keep the order. */
export const moveTo = (draft: PairingDraft, place: number, original: number): PairingDraft =>
  draft.map((at, index) => {
    if (index === place) return original;
    if (at === null) return null;
    if (index < place) return Math.min(at, original);
    return Math.max(at, original);
  });

/** Moves a paragraph, and all after it, by one original: for texts of which one has an extra paragraph. */
export const shiftFrom = (
  draft: PairingDraft,
  place: number,
  by: 1 | -1,
  originalCount: number,
): PairingDraft => {
  const least = by === -1 ? (draft.slice(0, place).findLast((at) => at !== null) ?? 0) : 0;
  return draft.map((at, index) =>
    index < place || at === null ? at : Math.min(originalCount - 1, Math.max(least, at + by)),
  );
};

/** Leaves a paragraph out, or includes it again next to its neighbours. */
export const toggleLeftOut = (draft: PairingDraft, place: number): PairingDraft =>
  draft.map((at, index) => {
    if (index !== place) return at;
    if (at !== null) return null;
    return draft.slice(0, place).findLast((other) => other !== null) ?? 0;
  });

/** The words of each original that has some; several paragraphs of one are joined by a line feed. */
export const textsOfDraft = (
  draft: PairingDraft,
  translated: readonly string[],
): readonly { readonly original: number; readonly text: string }[] => {
  const texts = new Map<number, string[]>();
  draft.forEach((original, place) => {
    const text = translated[place];
    if (original === null || text === undefined) return;
    texts.set(original, [...(texts.get(original) ?? []), text]);
  });
  return [...texts]
    .map(([original, parts]) => ({ original, text: parts.join('\n') }))
    .sort((a, b) => a.original - b.original);
};
