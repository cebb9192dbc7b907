/** The named styles of a memo in Word, so that those who edit the document can use them. */
import { BorderStyle, type IStylesOptions } from 'docx';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import { colours, letters, mm, pt, sans, serif } from './docx-look.ts';

/** The id under which a paragraph or a run names its style. */
export const styleIds = {
  fact: 'MemoFact',
  bottomLine: 'BottomLine',
  bottomLineHeading: 'BottomLineHeading',
  judgement: 'Judgement',
  judgementNote: 'JudgementNote',
  listItem: 'ListItem',
  quotation: 'Quote',
  attribution: 'Attribution',
  tableText: 'TableText',
  tableHead: 'TableHead',
  figure: 'Figure',
  caption: 'Caption',
  figureSource: 'FigureSource',
  source: 'SourceEntry',
  note: 'MemoNote',
  key: 'ReaderKey',
  evidenceHead: 'EvidenceHead',
  evidence: 'Evidence',
  citedWords: 'CitedWords',
  contents: 'ContentsHeading',
  furniture: 'MemoFurniture',
  citation: 'Citation',
  label: 'MemoLabel',
} as const;

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];
type Look = Pick<ParagraphStyle, 'run' | 'paragraph'>;

const small = (points: number, colour = colours.soft) => ({
  font: sans,
  size: letters(points),
  color: colour,
});
export const barLeft = (color: string, points: number) => ({
  left: { style: BorderStyle.SINGLE, size: points * 8, space: 9, color },
});
const heading = { font: sans, size: letters(12), bold: true, color: colours.accent };
/** A rule in the background colour adds space around the words. */
const padding = { style: BorderStyle.SINGLE, size: 4, space: 6, color: colours.wash };
const lead = {
  shading: { type: 'clear', fill: colours.wash, color: 'auto' },
  border: { ...barLeft(colours.accent, 3), top: padding, bottom: padding },
  indent: { left: mm(4), right: mm(3) },
} as const;
/** The indent of a quotation, on the side where its lines begin. */
export const quotedIndent = mm(5);
const quoted = { border: barLeft(colours.bar, 2), indent: { left: quotedIndent } };

const style = (id: string, name: string, basedOn: string, look: Look): ParagraphStyle => ({
  id,
  name,
  basedOn,
  quickFormat: true,
  ...look,
});

const headStyles = [
  style(styleIds.fact, 'Memo Fact', 'Normal', {
    run: { size: letters(10.5) },
    paragraph: { spacing: { after: pt(2) } },
  }),
  style(styleIds.bottomLineHeading, 'Bottom Line Heading', 'Heading1', {
    run: { size: letters(10) },
    paragraph: { ...lead, spacing: { before: pt(12), after: 0 } },
  }),
  style(styleIds.bottomLine, 'Bottom Line', 'Normal', {
    run: { size: letters(12) },
    paragraph: { ...lead, spacing: { before: 0, after: 0, line: 290 } },
  }),
  style(styleIds.contents, 'Contents Heading', 'Normal', {
    run: heading,
    paragraph: { keepNext: true, spacing: { before: pt(14), after: pt(4) } },
  }),
  style('TOC1', 'toc 1', 'Normal', {
    run: { size: letters(10.5) },
    paragraph: { spacing: { after: pt(2) } },
  }),
  style('TOC2', 'toc 2', 'Normal', {
    run: { size: letters(10.5) },
    paragraph: { indent: { left: mm(6) }, spacing: { after: pt(2) } },
  }),
  style(styleIds.furniture, 'Memo Furniture', 'Normal', {
    run: small(9),
    paragraph: { spacing: { before: 0, after: 0 } },
  }),
];

const textStyles = [
  style(styleIds.judgement, 'Judgement', 'Normal', {
    paragraph: { keepLines: true, spacing: { before: pt(9), after: pt(2) } },
  }),
  style(styleIds.judgementNote, 'Judgement Note', 'Normal', {
    run: small(9.5),
    paragraph: { spacing: { after: pt(2) }, indent: { left: mm(8) } },
  }),
  style(styleIds.listItem, 'List Item', 'Normal', { paragraph: { spacing: { after: pt(3) } } }),
  style(styleIds.quotation, 'Quote', 'Normal', {
    paragraph: { ...quoted, spacing: { before: 0, after: 0, line: 276 }, keepNext: true },
  }),
  style(styleIds.attribution, 'Attribution', 'Normal', {
    run: small(9),
    paragraph: { ...quoted, spacing: { before: 0, after: pt(10) } },
  }),
  style(styleIds.tableText, 'Table Text', 'Normal', {
    run: { size: letters(10) },
    paragraph: { spacing: { before: pt(2), after: pt(2), line: 252 } },
  }),
  style(styleIds.tableHead, 'Table Head', 'TableText', {
    run: { ...small(9, colours.ink), bold: true },
    paragraph: { keepNext: true },
  }),
  style(styleIds.figure, 'Figure', 'Normal', {
    paragraph: { keepNext: true, spacing: { before: pt(10), after: pt(4), line: 240 } },
  }),
  style(styleIds.caption, 'caption', 'Normal', {
    run: small(9, colours.ink),
    paragraph: { keepLines: true, spacing: { after: pt(8) } },
  }),
  style(styleIds.figureSource, 'Figure Source', 'Normal', {
    run: small(9),
    paragraph: { spacing: { before: pt(2), after: pt(12) } },
  }),
  style(styleIds.source, 'Source Entry', 'Normal', {
    run: { size: letters(10) },
    paragraph: { keepLines: true, spacing: { before: pt(5), after: pt(2), line: 260 } },
  }),
  style(styleIds.note, 'Memo Note', 'Normal', {
    run: small(9),
    paragraph: { spacing: { before: pt(6), after: pt(4) } },
  }),
  style(styleIds.key, 'Reader Key', 'Normal', {
    run: { size: letters(10) },
    paragraph: { spacing: { before: pt(7), after: pt(3), line: 252 } },
  }),
  style(styleIds.evidenceHead, 'Evidence Head', 'Normal', {
    run: small(9, colours.ink),
    paragraph: { keepNext: true, spacing: { before: pt(10), after: pt(2) } },
  }),
  style(styleIds.evidence, 'Evidence', 'Normal', {
    run: { size: letters(10), color: colours.soft },
    paragraph: { keepLines: true, spacing: { after: pt(3), line: 252 } },
  }),
];

const wordStyle = (id: string, name: string, run: NonNullable<ParagraphStyle['run']>) => ({
  id,
  name,
  basedOn: 'DefaultParagraphFont',
  run,
});

/** Word sets the languages of complex scripts and of Chinese characters separately. */
const ownScript = (language: string) => ({
  ...(textDirection('', language) === 'rtl' ? { bidirectional: language } : {}),
  ...(/^(?:zh|ja|ko|yue)(?:-|$)/iu.test(language) ? { eastAsia: language } : {}),
});

/** All styles of the document; `language` applies to every run that has none of its own. */
export const docxStyles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: serif,
        size: letters(11),
        color: colours.ink,
        language: { value: language, ...ownScript(language) },
      },
      paragraph: { spacing: { after: pt(6), line: 283 } },
    },
    title: {
      run: { font: serif, size: letters(22), bold: true, color: colours.ink },
      paragraph: { spacing: { before: 0, after: pt(10), line: 252 }, keepNext: true },
    },
    heading1: { run: heading, paragraph: { keepNext: true, spacing: { before: pt(16), after: pt(5) } } },
    heading2: {
      run: { ...heading, size: letters(11), color: colours.ink },
      paragraph: { keepNext: true, spacing: { before: pt(10), after: pt(3) } },
    },
    heading3: {
      run: { ...heading, size: letters(10.5), bold: false, italics: true, color: colours.ink },
      paragraph: { keepNext: true, spacing: { before: pt(8), after: pt(2) } },
    },
    hyperlink: { run: { color: colours.accent } },
    footnoteText: { run: { size: letters(9) }, paragraph: { spacing: { after: pt(2) } } },
    footnoteReference: { run: { superScript: true, font: sans } },
  },
  paragraphStyles: [...headStyles, ...textStyles],
  characterStyles: [
    wordStyle(styleIds.citation, 'Citation', { ...small(8.5, colours.accent), bold: true }),
    wordStyle(styleIds.citedWords, 'Cited Words', {
      color: colours.ink,
      shading: { type: 'clear', fill: colours.faint, color: 'auto' },
    }),
    wordStyle(styleIds.label, 'Memo Label', small(9)),
  ],
});
