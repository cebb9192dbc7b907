import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { createRandom } from '../texts/made-words.ts';

/** A report with exactly known text, typeset as reports are, to compare the text extracted from its PDF. */
export type KnownReport = {
  readonly pdf: Uint8Array;
  /** Its text in reading order. */
  readonly blocks: readonly KnownBlock[];
  /** Footnotes, without their numbers. */
  readonly notes: readonly string[];
};

export type KnownBlock =
  | { readonly role: 'heading' | 'paragraph'; readonly text: string }
  | { readonly role: 'table'; readonly rows: readonly (readonly string[])[] };

export type ReportLook = {
  readonly columns: 1 | 2;
  readonly sections: number;
  readonly hyphenates: boolean;
};

const WORDS =
  'administration allocation although approximately authorities availability before between cargo classification commission commodities comparison compliance concentration consignment containers corresponding customs declaration destination documentation during embargo enforcement equipment established exporters figures forwarding from harbour identification importers inspection intermediary international inventory investigation jurisdiction licence machinery manufacturers maritime measures ministry monitoring navigation notwithstanding obligations official operators ownership participation percentage permission port procedures quantities quarter registration regulation representatives requirements respondents restriction resulting sanctions semiconductor shipments significant specification subsequent subsidiaries sufficient tankers terminal throughout together transit transparency transport undertaking unprecedented vessels warehouses withdrawal without'.split(
    ' ',
  );

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const NOTE = '\u0001';

const createWriter = (seed: number) => {
  const random = createRandom(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[upTo(WORDS.length)] ?? '').join(' ');
  const sentence = (): string => `${capital(words(8 + upTo(14)))}.`;
  const paragraph = (): string => Array.from({ length: 3 + upTo(4) }, sentence).join(' ');
  return { words, sentence, paragraph, upTo };
};

const literal = (text: string): string => JSON.stringify(text);

/** The running head. */
const HEAD = 'Northern Customs Bulletin';

const setting = ({ columns, hyphenates }: ReportLook): string => `
#set document(title: "Transit figures", author: "Northern Customs", date: datetime(year: 2024, month: 4, day: 9))
#set page(paper: "a4", columns: ${columns}, numbering: "1",
  header: context if counter(page).get().first() > 1 { text(8pt)[#${literal(HEAD)}] })
#set text(font: "Source Serif 4", size: 10pt, lang: "en", hyphenate: ${hyphenates})
#set super(typographic: false)
#set par(justify: true, first-line-indent: 1em, spacing: 0.65em)
`;

type Written = { readonly source: string; readonly blocks: KnownBlock[]; readonly notes: string[] };

/** The part of the report under one heading. */
const writeSection = (number: number, write: ReturnType<typeof createWriter>): Written => {
  const title = `${number} ${capital(write.words(3))}`;
  const blocks: KnownBlock[] = [{ role: 'heading', text: title }];
  const notes: string[] = [];
  let source = `#heading(level: 1, outlined: false)[#${literal(title)}]\n`;
  for (let each = 0; each < 4; each += 1) {
    const text = write.paragraph();
    const noted = each === 1;
    const note = write.sentence();
    if (noted) notes.push(note);
    blocks.push({ role: 'paragraph', text: noted ? text + NOTE : text });
    source += `#${literal(text)}${noted ? `#footnote[#${literal(note)}]` : ''}\n\n`;
  }
  if (number % 3 === 0) {
    const rows = Array.from({ length: 4 }, (_, row) => [
      row === 0 ? 'Month' : capital(write.words(1)),
      row === 0 ? 'In' : String(100 + write.upTo(900)),
      row === 0 ? 'Out' : String(100 + write.upTo(900)),
    ]);
    blocks.push({ role: 'table', rows });
    source += `#table(columns: (auto, 1fr, 1fr), stroke: none, ${rows
      .flat()
      .map((cell) => `[#${literal(cell)}]`)
      .join(', ')})\n\n`;
  }
  return { source, blocks, notes };
};

const fonts = join(import.meta.dirname, '../../../resources/fonts');
const faces = ['source-serif-4-regular.ttf', 'source-serif-4-semibold.ttf'];

/** Typesets a report with known text. The same look gives the same bytes. */
export const typesetReport = (look: ReportLook): KnownReport => {
  const write = createWriter(look.sections);
  const sections = Array.from({ length: look.sections }, (_, at) => writeSection(at + 1, write));
  const fontBlobs = faces.map((face) => readFileSync(join(fonts, face)));
  const compiler = NodeCompiler.create({ workspace: '/report', fontArgs: [{ fontBlobs }] });
  const mainFileContent = setting(look) + sections.map(({ source }) => source).join('');
  const pdf = compiler.pdf({ mainFileContent }, { creationTimestamp: 1_712_620_800 });
  const notes = sections.flatMap((section) => section.notes);
  let noted = 0;
  const blocks = sections.flatMap((section) =>
    section.blocks.map((block) => {
      if (block.role === 'table' || !block.text.endsWith(NOTE)) return block;
      noted += 1;
      return { ...block, text: block.text.replace(NOTE, `[${noted}]`) };
    }),
  );
  return { pdf: new Uint8Array(pdf), blocks, notes };
};
