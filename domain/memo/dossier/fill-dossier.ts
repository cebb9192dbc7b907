/**
 * A memo in the form of a dossier, begun with what the archive holds about a name. The head and the positions come
 * from the register, not from passages, and the memo says so; events and statements are cited. From then on all of
 * it is the analyst's text.
 */

import type { PartialDate } from '../../dates/partial-date.ts';
import type { EventWords } from '../../event/print-event-date.ts';
import type { PrintedEvent } from '../../event/printed-event.ts';
import type { Source } from '../../source/source.ts';
import { isolated } from '../../text/join-facts.ts';
import { withinLine } from '../../tradecraft/own-terms.ts';
import { chronologyTable, type LineMaterial } from '../chronology/insert-chronology.ts';
import { type EvidencePassage, evidenceBlock } from '../evidence-block.ts';
import { formWordsFor } from '../form/built-in-forms.ts';
import type { FormWords } from '../form/words/form-words.ts';
import type { MemoContent, MemoInline, MemoParagraph, MemoSection, MemoTable } from '../memo-content.ts';
import { type PrintedWords, printLed, wordsFor } from '../print/printed-words.ts';
import { chronologyWords, eventWordsFor } from '../print/when/print-when-in.ts';

/** So many statements are quoted in a section at most; the latest. */
export const MAX_QUOTED = 20;

export type DossierPosition = {
  readonly role: string;
  readonly organisation: string | null;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
};

export type QuotedStatements = {
  /** In the order in which they are printed. */
  readonly passages: readonly EvidencePassage[];
  /** So many older ones are not among them. */
  readonly leftOut: number;
};

export type DossierMaterial = {
  readonly name: Pick<Source, 'name' | 'kind' | 'aliases' | 'reliability'>;
  /** What it stands below, the nearest first. */
  readonly above: readonly string[];
  /** The latest first. */
  readonly positions: readonly DossierPosition[];
  /** The events that a passage reports, in chronological order. */
  readonly events: readonly PrintedEvent[];
  readonly eventMaterial: Omit<LineMaterial, 'language'>;
  readonly says: QuotedStatements;
  readonly spokenOf: QuotedStatements;
};

type Block = MemoSection['content'][number];
type Cell = MemoTable['content'][number]['content'][number];
type DossierWords = FormWords['dossier'];

const paragraph = (content: MemoInline[]): MemoParagraph =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
const words = (text: string): MemoInline[] => (text === '' ? [] : [{ type: 'text', text }]);

/** "**Kind:** Person"; nothing where there is nothing to say. */
const fact = (label: string, text: string, { sign }: Pick<PrintedWords, 'sign'>): readonly Block[] =>
  text === ''
    ? []
    : [
        paragraph([
          { type: 'text', text: printLed(`${label}${sign.colon}`, ''), marks: [{ type: 'bold' }] },
          { type: 'text', text },
        ]),
      ];

const headOf = (
  { name, above }: DossierMaterial,
  { labels, kinds }: DossierWords,
  said: PrintedWords,
): readonly Block[] => {
  const { comma } = said.sign;
  const graded = name.reliability;
  return [
    paragraph([{ type: 'text', text: name.name, marks: [{ type: 'bold' }] }]),
    ...fact(labels.kind, kinds[name.kind], said),
    ...fact(labels.aliases, name.aliases.map(isolated).join(comma), said),
    ...fact(labels.belongsTo, above.map(isolated).join(comma), said),
    ...fact(
      labels.reliability,
      graded === null ? '' : `${graded}${comma}${withinLine(said.terms.reliability[graded], said.terms)}`,
      said,
    ),
  ];
};

const cell = (type: Cell['type'], text: string): Cell => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(words(text))],
});

/** A separate table, labelled as the register's: no passage is cited for it. */
const positionsTable = (
  positions: readonly DossierPosition[],
  { labels, register, positions: [heading] }: DossierWords,
  { when }: EventWords,
): MemoTable => {
  const day = (date: PartialDate | null): string => (date === null ? labels.unknown : when(date));
  const heads = [labels.position, labels.organisation, labels.from, labels.until];
  return {
    type: 'table',
    attrs: { caption: heading, source: register },
    content: [
      { type: 'tableRow', content: heads.map((head) => cell('tableHeader', head)) },
      ...positions.map(({ role, organisation, from, until }) => ({
        type: 'tableRow' as const,
        content: [role, organisation ?? '', day(from), day(until)].map((text) => cell('tableCell', text)),
      })),
    ],
  };
};

const quoted = ({ passages, leftOut }: QuotedStatements, said: DossierWords): readonly Block[] => [
  ...passages.map(evidenceBlock),
  ...(leftOut === 0
    ? []
    : [paragraph([{ type: 'text', text: `${said.leftOut}${leftOut}.`, marks: [{ type: 'italic' }] }])]),
];

/**
 * The content of a memo that is begun in the form of a dossier, with its sections filled. A section about which
 * nothing is known stays as it is, with its prompt.
 * @param language of the memo (BCP 47), in which its sections were laid
 */
export const fillDossier = (
  content: MemoContent,
  material: DossierMaterial,
  language: string,
): MemoContent => {
  const { dossier: said } = formWordsFor(language);
  const { positions, events, eventMaterial } = material;
  const filled = new Map<string, readonly Block[]>([
    [said.name[0], headOf(material, said, wordsFor(language))],
    [
      said.positions[0],
      positions.length === 0 ? [] : [positionsTable(positions, said, eventWordsFor(language))],
    ],
    [
      chronologyWords(language).heading,
      events.length === 0 ? [] : [chronologyTable(events, { ...eventMaterial, language })],
    ],
    [said.says[0], quoted(material.says, said)],
    [said.spokenOf[0], quoted(material.spokenOf, said)],
  ]);
  return {
    ...content,
    content: content.content.map((section) => {
      const blocks = filled.get(section.attrs.heading) ?? [];
      return blocks.length === 0 ? section : { ...section, content: [...blocks] };
    }),
  };
};
