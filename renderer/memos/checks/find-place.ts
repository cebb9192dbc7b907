import type { Node } from '@tiptap/pm/model';
import type { MemoFinding } from '#domain/contract/memo.ts';
import { inlineText } from '#domain/memo/content/list-prose.ts';
import { type FootnoteAttrs, inlineOfNote } from '#domain/memo/memo-content.ts';

type Place = MemoFinding['place'];
type Matches = (node: Node) => boolean;

const isJudgement =
  (id: string): Matches =>
  ({ type, attrs }) =>
    type.name === 'judgement' && attrs.id === id;

const isCitationOf =
  (passageId: string): Matches =>
  ({ type, attrs }) =>
    type.name === 'footnote'
      ? inlineOfNote(attrs as FootnoteAttrs).some(
          (node) => node.type === 'citation' && node.attrs.passageId === passageId,
        )
      : (type.name === 'figure' ? attrs.cited : attrs)?.passageId === passageId;

/** In the text of a block, or beside the statement of a judgement. */
const isTextWith =
  (words: string): Matches =>
  ({ type, isTextblock, content, attrs }) => {
    if (words === '') return false;
    if (type.name === 'footnote') return inlineText(inlineOfNote(attrs as FootnoteAttrs)).includes(words);
    // As the checks read it: a citation and a line break are a space.
    const own = isTextblock ? content.textBetween(0, content.size, null, ' ') : '';
    const texts = [own, attrs.confidenceReason, attrs.assumptions, attrs.wouldChange];
    return isTextblock && texts.some((text) => typeof text === 'string' && text.includes(words));
  };

/** Counts as it is asked of one node after the other. */
const nthFigure = (number: number): Matches => {
  let seen = 0;
  return ({ type }) => {
    if (type.name !== 'figure') return false;
    seen += 1;
    return seen === number;
  };
};

/** What the node of a place is known by, the best first; none where it is not in the text. */
const matchersOf = (place: Place): readonly Matches[] => {
  switch (place.kind) {
    case 'judgement':
      return [isJudgement(place.judgementId)];
    case 'citation':
      return [isCitationOf(place.passageId)];
    case 'text':
      return [
        isTextWith(place.words),
        ...(place.passageId === undefined ? [] : [isCitationOf(place.passageId)]),
      ];
    case 'event':
      return [({ type, attrs }) => type.name === 'tableRow' && attrs.event?.eventId === place.eventId];
    case 'section':
      return [({ type, attrs }) => type.name === 'section' && attrs.heading === place.heading];
    case 'figure':
      return [nthFigure(place.number)];
    case 'head':
    case 'source':
      return [];
  }
};

/** Where in the text the place is; null where it is in the head or in an article, or is there no more. */
export const findPlace = (doc: Node, place: Place): number | null => {
  let found: number | null = null;
  for (const matches of matchersOf(place)) {
    if (found !== null) break;
    doc.descendants((node, position) => {
      if (found === null && matches(node)) found = position;
      return found === null;
    });
  }
  return found;
};
