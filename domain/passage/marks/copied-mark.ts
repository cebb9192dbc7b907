/**
 * The marks that Precis writes into a copy of a PDF, one for each passage and page. A mark has the colour of the
 * label and also names the label, since colour alone means nothing to many readers: the first line of its text has
 * the label and the pages on which the passage begins and continues. By that line the parts of a passage are
 * joined on import.
 */
import { z } from 'zod';
import type { TextRange } from '../../text/selector.ts';
import type { Timestamp } from '../../time.ts';
import { type LabelLookId, labelLookIds, labelLooks } from '../label.ts';
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
  readonly label: { readonly name: string; readonly look: LabelLookId };
  /** Empty where none is given away. */
  readonly note: string;
  /** Who made it and when; null where that is not given away. */
  readonly writer: string | null;
  readonly at: Timestamp | null;
};

/** The colour of a look as a PDF is marked; each reads back as its label, see labelOfMark. */
export const markerColour = (look: LabelLookId): string => labelLooks[look].marker;

/** Darker, for a line around a region; its hue is that of the label. */
export const frameColour = (look: LabelLookId): string =>
  markerColour(look).replace(/[0-9a-f]{2}/gu, (part) =>
    Math.round(Number.parseInt(part, 16) * 0.72)
      .toString(16)
      .padStart(2, '0'),
  );

/** How wide the line around a region is, in points; its middle is the edge of the region. */
export const FRAME_LINE = 2;

const ownColours: ReadonlySet<string> = new Set(
  labelLookIds.flatMap((look) => [markerColour(look), frameColour(look)]),
);

/** Where the other parts of a passage are: the page before, and the page after; null where it begins or ends here. */
export type MarkPart = { readonly from: number | null; readonly to: number | null };

/** Follows the name of the label; no other program's marks contain it. */
const OURS = '(Precis)';

/** The text of a mark: "Claim (Precis), continues on page 4", and the note below. */
export const sayCopiedMark = (labelName: string, { from, to }: MarkPart, note: string): string => {
  const head = [
    `${labelName} ${OURS}`,
    ...(from === null ? [] : [`continued from page ${from}`]),
    ...(to === null ? [] : [`continues on page ${to}`]),
  ].join(', ');
  return note === '' ? head : `${head}\n${note}`;
};

const HEAD =
  /^(?<name>[^\n]{1,40}) \(Precis\)(?:, continued from page (?<from>\d{1,5}))?(?:, continues on page (?<to>\d{1,5}))?(?:\n|$)/u;

/** A mark that Precis has written: its label and its part of the passage, and the note without the line about them. */
export type ReadCopiedMark = MarkPart & { readonly labelName: string; readonly note: string };

/** What a mark says of itself in its file. */
type SaidMark = { readonly colour: string | null; readonly note: string };

/** Null of a mark that is none of Precis: of another colour, or without the line. */
export const readCopiedMark = ({ colour, note }: SaidMark): ReadCopiedMark | null => {
  const head = HEAD.exec(note);
  if (head === null || colour === null || !ownColours.has(colour)) return null;
  const pageOf = (digits: string | undefined): number | null =>
    digits === undefined ? null : Number(digits);
  return {
    labelName: head.groups?.name ?? '',
    from: pageOf(head.groups?.from),
    to: pageOf(head.groups?.to),
    note: note.slice(head[0].length),
  };
};

/**
 * What was written into a marked copy, after the bytes of the original. Places are indexes into the given
 * passages.
 */
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
