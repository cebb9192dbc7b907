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

/** In the text of a block, or in a judgement's statement. */
const isTextWith =
  (words: string): Matches =>
  ({ type, isTextblock, content, attrs }) => {
    if (words === '') return false;
    if (type.name === 'footnote') return inlineText(inlineOfNote(attrs as FootnoteAttrs)).includes(words);
    // As the checks read it: citations and line breaks count as spaces.
    const own = isTextblock ? content.textBetween(0, content.size, null, ' ') : '';
    const texts = [own, attrs.confidenceReason, attrs.assumptions, attrs.wouldChange];
    return isTextblock && texts.some((text) => typeof text === 'string' && text.includes(words));
  };

/** Stateful: counts the nodes that it is called with. */
const nthFigure = (number: number): Matches => {
  let seen = 0;
  return ({ type }) => {
    if (type.name !== 'figure') return false;
    seen += 1;
    return seen === number;
  };
};

/** Predicates for the node of a place, the best first; none if it is not in the text. */
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

/** The position of the place in the text; null if it is in the head or in an article, or gone. */
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
