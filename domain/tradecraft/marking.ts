import { z } from 'zod';

/** The labels of the Traffic Light Protocol 2.0 (FIRST), from the least to the most restricted. */
export const tlpLabels = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;
export const tlpLabelSchema = z.enum(tlpLabels);
export type TlpLabel = z.infer<typeof tlpLabelSchema>;

/** Text colour on #000000 and disclosure of each label (TLP 2.0). */
export const tlpTable: Readonly<Record<TlpLabel, { colour: string; disclosure: string }>> = {
  'TLP:RED': { colour: '#FF2B2B', disclosure: 'individual recipients only' },
  'TLP:AMBER+STRICT': { colour: '#FFC000', disclosure: 'need to know, own organisation only' },
  'TLP:AMBER': { colour: '#FFC000', disclosure: 'need to know, organisation and its clients' },
  'TLP:GREEN': { colour: '#33FF00', disclosure: 'the community' },
  'TLP:CLEAR': { colour: '#FFFFFF', disclosure: 'no limit' },
};

/** The background of every TLP label. */
export const TLP_BACKGROUND = '#000000';

/** A TLP label or an own banner; null where nothing is marked. TLP is no formal classification. */
export const markingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tlp'), label: tlpLabelSchema }),
  z.strictObject({ kind: z.literal('banner'), text: z.string().min(1).max(80) }),
]);
export type Marking = z.infer<typeof markingSchema>;

/** The marking as printed: the TLP label without spaces and never translated, or the banner's own text. */
export const printMarking = (marking: Marking): string =>
  marking.kind === 'tlp' ? marking.label : marking.text;

/**
 * The highest TLP label among `markings`, or null where none is a TLP label. A memo is marked at least as high
 * as what it cites. Own banners have no order and are left out.
 */
export const highestTlp = (markings: readonly (Marking | null)[]): TlpLabel | null =>
  tlpLabels.findLast((label) =>
    markings.some((marking) => marking?.kind === 'tlp' && marking.label === label),
  ) ?? null;
