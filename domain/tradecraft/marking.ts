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

/** A TLP label or a custom banner; null if nothing is marked. TLP is no formal classification. */
export const markingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tlp'), label: tlpLabelSchema }),
  z.strictObject({ kind: z.literal('banner'), text: z.string().min(1).max(80) }),
]);
export type Marking = z.infer<typeof markingSchema>;

/** The marking as printed: the TLP label without spaces and never translated, or the banner's own text. */
export const printMarking = (marking: Marking): string =>
  marking.kind === 'tlp' ? marking.label : marking.text;

/**
 * The highest TLP label among `markings`, or null if none is a TLP label. A memo is marked at least as high as what it
 * cites. Custom banners have no order and are ignored, except those that spell a label.
 */
export const highestTlp = (markings: readonly (Marking | null)[]): TlpLabel | null =>
  tlpLabels.findLast((label) => markings.some((marking) => tlpOf(marking) === label)) ?? null;

/** A label of the protocol as somebody wrote it. */
export type WrittenTlp = {
  readonly written: string;
  /** Null if no label has such a colour. */
  readonly label: TlpLabel | null;
};

const colours: Readonly<Record<string, TlpLabel>> = {
  RED: 'TLP:RED',
  AMBER: 'TLP:AMBER',
  GREEN: 'TLP:GREEN',
  CLEAR: 'TLP:CLEAR',
  WHITE: 'TLP:CLEAR',
};
/** Letters after TLP are a colour if it is a known one, or if they are written like a label. */
const writtenTlp =
  /\bTLP(?:[\s:_–-]*(?<colour>RED|AMBER|GREEN|CLEAR|WHITE)\b(?<strict>\s*[+_\s–-]\s*STRICT\b)?|:\s?(?<other>\p{Lu}{3,})\b)/giu;

/** The labels in `text`, right or not: "TLP:RED", "tlp:green", "TLP: AMBER", "TLP:ORANGE". */
export const tlpLabelsIn = (text: string): readonly WrittenTlp[] =>
  [...text.matchAll(writtenTlp)].flatMap(({ 0: written, groups = {} }): readonly WrittenTlp[] => {
    const { colour, strict, other } = groups;
    if (colour === undefined)
      return other === other?.toUpperCase() && written.startsWith('TLP') ? [{ written, label: null }] : [];
    const isStrict = strict !== undefined && colour.toUpperCase() === 'AMBER';
    return [{ written, label: isStrict ? 'TLP:AMBER+STRICT' : (colours[colour.toUpperCase()] ?? null) }];
  });

/** The TLP label of a marking, also if its banner spells one in another way. */
export const tlpOf = (marking: Marking | null): TlpLabel | null => {
  if (marking === null) return null;
  return marking.kind === 'tlp' ? marking.label : (tlpLabelsIn(marking.text)[0]?.label ?? null);
};

/** Several markings that all apply: the highest label, and the custom banners side by side. */
export type Markings = { readonly label: TlpLabel | null; readonly banners: readonly string[] };

/** See highestTlp. Own banners have no order: each is kept once, in the order in which they come. */
export const gatherMarkings = (markings: readonly (Marking | null)[]): Markings => ({
  label: highestTlp(markings),
  banners: [...new Set(markings.flatMap((marking) => (marking?.kind === 'banner' ? [marking.text] : [])))],
});

/** Combines sets of markings that all apply. */
export const joinMarkings = (sets: readonly Markings[]): Markings =>
  gatherMarkings(
    sets.flatMap(({ label, banners }): readonly Marking[] => [
      ...(label === null ? [] : [{ kind: 'tlp', label } as const]),
      ...banners.map((text) => ({ kind: 'banner', text }) as const),
    ]),
  );

/** "TLP:AMBER; HOUSE ONLY"; empty if nothing is marked. */
export const printMarkings = ({ label, banners }: Markings): string =>
  [...(label === null ? [] : [label]), ...banners].join('; ');
