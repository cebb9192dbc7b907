/**
 * The marks that Precis writes into a copy of a PDF, one for each passage and page. A mark has the colour of the label,
 * and says the label in words, since a colour alone says nothing to many readers: on the first line of what it says,
 * with the pages on which its passage begins and goes on. By that line the parts of a passage find each other again.
 */
import { z } from 'zod';
import type { TextRange } from '../../text/selector.ts';
import type { Timestamp } from '../../time.ts';
import { type Label, labels, labelTable } from '../label.ts';
import type { PictureSize, Rectangle } from '../region/rectangle.ts';

/** A passage as it is to be marked. */
export type CopiedPassage = {
  readonly place:
    | { readonly kind: 'words'; readonly ranges: readonly TextRange[] }
    | {
        readonly kind: 'region';
        /** From 1. */
        readonly page: number;
        /** From the left upper corner of the page as it is seen. */
        readonly rectangle: Rectangle;
        /** The size of the page in the units of the rectangle; null where these are points. */
        readonly within: PictureSize | null;
      };
  readonly label: Label;
  /** Empty where none is given away. */
  readonly note: string;
  /** Who made it and when; null where that is not given away. */
  readonly writer: string | null;
  readonly at: Timestamp | null;
};

/** Light enough for black letters below them; each reads back as its label, see labelOfColour. */
export const colourOfLabel: Readonly<Record<Label, string>> = {
  claim: '#ffe066',
  data: '#a8e6b0',
  view: '#a9d3ff',
  context: '#e0c4f7',
  gap: '#ffb3c7',
};

/** Darker, for a line around a region; its hue is that of the label. */
export const frameColour = (label: Label): string =>
  colourOfLabel[label].replace(/[0-9a-f]{2}/gu, (part) =>
    Math.round(Number.parseInt(part, 16) * 0.72)
      .toString(16)
      .padStart(2, '0'),
  );

/** Where the other parts of a passage are: the page before, and the page after; null where it begins or ends here. */
export type MarkPart = { readonly from: number | null; readonly to: number | null };

/** What a mark says: "Claim, continues on page 4", and the note below. */
export const sayCopiedMark = (label: Label, { from, to }: MarkPart, note: string): string => {
  const head = [
    labelTable[label].name,
    ...(from === null ? [] : [`continued from page ${from}`]),
    ...(to === null ? [] : [`continues on page ${to}`]),
  ].join(', ');
  return note === '' ? head : `${head}\n${note}`;
};

const names = labels.map((label) => labelTable[label].name).join('|');
const HEAD = new RegExp(
  `^(?<name>${names})(?:, continued from page (?<from>\\d{1,5}))?(?:, continues on page (?<to>\\d{1,5}))?(?:\\n|$)`,
  'u',
);

/** A mark that Precis has written: its label and its part of the passage, and the note without the line about them. */
export type ReadCopiedMark = MarkPart & { readonly label: Label; readonly note: string };

/** What a mark says of itself in its file. */
type SaidMark = { readonly colour: string | null; readonly note: string };

/** Null of a mark that is none of Precis: of another colour, or without the line. */
export const readCopiedMark = ({ colour, note }: SaidMark): ReadCopiedMark | null => {
  const head = HEAD.exec(note);
  const label = labels.find((each) => labelTable[each].name === head?.groups?.name);
  if (head === null || label === undefined) return null;
  if (colour !== colourOfLabel[label] && colour !== frameColour(label)) return null;
  const pageOf = (digits: string | undefined): number | null =>
    digits === undefined ? null : Number(digits);
  return {
    label,
    from: pageOf(head.groups?.from),
    to: pageOf(head.groups?.to),
    note: note.slice(head[0].length),
  };
};

/** What was written of a copy, behind the bytes of its original. Places are those of the passages that were given. */
export const markedCopySchema = z.strictObject({
  /** Base64. */
  tail: z.string(),
  /** Passages whose letters are not on the pages, such as those of a scan. */
  unplaced: z.array(z.int().min(0)),
  /** Passages whose mark has other letters under it than their words. */
  near: z.array(z.int().min(0)),
  isSigned: z.boolean(),
});
export type MarkedCopy = z.infer<typeof markedCopySchema>;
