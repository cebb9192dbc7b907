/**
 * The parts of a memo for which a Word template can provide a style, and which style serves which part: chosen by
 * hand, otherwise guessed by the names of styles. Word stores the names of its built-in styles in English whatever
 * its language ("heading 1"); styles that an office has named itself are in the language of the office.
 */
import { foldText } from '../../../text/fold-text.ts';
import type { TemplateStyle } from './house-template.ts';

type PartKind = 'paragraph' | 'character';

type WordPart = {
  /** What it is called in the window. */
  readonly name: string;
  readonly kind: PartKind;
  /** The id of the style under which the writer of Word documents sets it. */
  readonly own: string;
  /** Folded names of styles that serve it, the likeliest first. */
  readonly names: readonly string[];
};

const paragraph = (name: string, own: string, ...names: readonly string[]): WordPart => ({
  name,
  kind: 'paragraph',
  own,
  names,
});
const character = (name: string, own: string, ...names: readonly string[]): WordPart => ({
  ...paragraph(name, own, ...names),
  kind: 'character',
});

/** In the order in which they are shown: of the memo from its head to its end. */
export const wordParts = {
  title: paragraph('Title', 'Title', 'title', 'titel', 'titre', 'dokumenttitel', 'titre du document'),
  fact: paragraph(
    'Lines of the head',
    'MemoFact',
    ...['memo head', 'message header', 'kopfdaten', 'nachrichtenkopf', 'en-tete de message'],
  ),
  heading1: paragraph('Section heading', 'Heading1', 'heading 1', 'uberschrift 1', 'titre 1'),
  heading2: paragraph('Sub-heading', 'Heading2', 'heading 2', 'uberschrift 2', 'titre 2'),
  heading3: paragraph('Lower sub-heading', 'Heading3', 'heading 3', 'uberschrift 3', 'titre 3'),
  text: paragraph(
    'Text',
    'Normal',
    ...[
      'body text',
      'textkorper',
      'fliesstext',
      'haupttext',
      'corps de texte',
      'texte courant',
      'corps du texte',
    ],
    ...['normal', 'standard'],
  ),
  bottomLineHeading: paragraph('Heading of the bottom line', 'BottomLineHeading', 'bottom line heading'),
  bottomLine: paragraph(
    'Bottom line',
    'BottomLine',
    ...[
      'bottom line',
      'executive summary',
      'summary',
      'zusammenfassung',
      'kurzfassung',
      'kernaussage',
      'synthese',
    ],
    ...['resume', 'abstract'],
  ),
  judgement: paragraph(
    'Judgement',
    'Judgement',
    'judgement',
    'key judgement',
    'bewertung',
    'jugement',
    'appreciation',
  ),
  judgementNote: paragraph('Note below a judgement', 'JudgementNote', 'judgement note'),
  bullets: paragraph(
    'Bulleted list',
    'ListItem-bullets',
    ...[
      'list bullet',
      'aufzahlungszeichen',
      'aufzahlung',
      'aufzahlung 1',
      'liste a puces',
      'puces',
      'bullet list',
    ],
  ),
  numbered: paragraph(
    'Numbered list',
    'ListItem-numbered',
    ...[
      'list number',
      'listennummer',
      'nummerierung',
      'nummerierung 1',
      'liste a numeros',
      'liste numerotee',
    ],
    'numbered list',
  ),
  quotation: paragraph(
    'Quotation',
    'Quote',
    ...[
      'quote',
      'block text',
      'quotations',
      'zitat',
      'blockzitat',
      'citation',
      'citation longue',
      'intense quote',
    ],
    ...['blockquote', 'block quote'],
  ),
  attribution: paragraph('Attribution of a quotation', 'Attribution', 'attribution', 'zitatquelle'),
  tableHead: paragraph(
    'Table heading',
    'TableHead',
    ...[
      'table heading',
      'table head',
      'table header',
      'tabellenuberschrift',
      'tabellenkopf',
      'titre de tableau',
    ],
    'en-tete de tableau',
  ),
  tableText: paragraph(
    'Table text',
    'TableText',
    ...['table text', 'table contents', 'compact', 'tabellentext', 'tabelleninhalt', 'contenu de tableau'],
    'texte de tableau',
  ),
  figure: paragraph('Figure', 'Figure', 'figure', 'captioned figure', 'abbildung', 'bild'),
  caption: paragraph('Caption', 'Caption', 'caption', 'beschriftung', 'bildunterschrift', 'legende'),
  figureSource: paragraph('Source of a figure', 'FigureSource', 'figure source', 'quelle', 'bildquelle'),
  source: paragraph(
    'Source in the list of sources',
    'SourceEntry',
    ...['bibliography', 'literaturverzeichnis', 'literatur', 'bibliographie', 'references'],
  ),
  note: paragraph('Note', 'MemoNote', 'note', 'anmerkung', 'hinweis', 'remarque'),
  key: paragraph('Key to grades and terms', 'ReaderKey', 'reader key'),
  evidenceHead: paragraph('Evidence heading', 'EvidenceHead', 'evidence head'),
  evidence: paragraph('Evidence', 'Evidence', 'evidence', 'beleg'),
  contents: paragraph(
    'Heading of the contents',
    'ContentsHeading',
    ...['toc heading', 'contents heading', 'inhaltsverzeichnisuberschrift', 'en-tete de table des matieres'],
  ),
  footnote: paragraph(
    'Footnote',
    'FootnoteText',
    ...['footnote text', 'funotentext', 'fussnotentext', 'fussnote', 'note de bas de page'],
  ),
  furniture: paragraph('Lines in header and footer', 'MemoFurniture', 'memo furniture'),
  citation: character('Citation', 'Citation', 'citation mark', 'quellenverweis'),
  label: character('Label', 'MemoLabel', 'memo label'),
  link: character('Link', 'Hyperlink', 'hyperlink', 'internet link', 'lien hypertexte', 'link'),
} as const satisfies Readonly<Record<string, WordPart>>;
export type WordPartName = keyof typeof wordParts;
export const wordPartNames = Object.keys(wordParts) as readonly WordPartName[];

/** Which style of the template serves a part, by its id; null where Precis adds its own. */
export type StyleChoice = Readonly<Partial<Record<WordPartName, string | null>>>;

const folded = (name: string): string =>
  foldText(name)
    .replace(/[\s_]+/gu, ' ')
    .trim();

/** The style of that kind with one of the names or aliases; the likeliest name decides. */
const byName = ({ kind, names }: WordPart, styles: readonly TemplateStyle[]): TemplateStyle | undefined => {
  const ofKind = styles.filter((style) => style.kind === kind);
  for (const name of names) {
    const found = ofKind.find((style) => style.name.split(',').some((own) => folded(own) === name));
    if (found !== undefined) return found;
  }
  return undefined;
};

const levels: Readonly<Partial<Record<WordPartName, number>>> = { heading1: 0, heading2: 1, heading3: 2 };

/** Headings of an office may have any name: they are recognised by their outline level. */
const byOutline = (part: WordPartName, styles: readonly TemplateStyle[]): TemplateStyle | undefined => {
  const level = levels[part];
  return level === undefined
    ? undefined
    : styles.find(({ kind, outline }) => kind === 'paragraph' && outline === level);
};

/** The style that serves a part as long as nobody has chosen one; null where the template has none. */
export const guessStyle = (part: WordPartName, styles: readonly TemplateStyle[]): string | null =>
  (byName(wordParts[part], styles) ?? byOutline(part, styles))?.id ?? null;

/** The style of each part: as it was chosen, where the template has that style, else guessed. */
export const assignStyles = (
  chosen: StyleChoice,
  styles: readonly TemplateStyle[],
): Readonly<Record<WordPartName, string | null>> => {
  const ids = new Set(styles.map(({ id }) => id));
  const assign = (part: WordPartName): string | null => {
    const choice = chosen[part];
    if (choice === null) return null;
    return choice !== undefined && ids.has(choice) ? choice : guessStyle(part, styles);
  };
  return Object.fromEntries(wordPartNames.map((part) => [part, assign(part)])) as Record<
    WordPartName,
    string | null
  >;
};
