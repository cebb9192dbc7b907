import { type CitedPassage, citationsOfBlock } from '../citations/list-citations.ts';
import {
  inlineOfNote,
  type MemoBlock,
  type MemoContent,
  type MemoInline,
  type MemoJudgement,
  type MemoOwnQuotation,
  type MemoSection,
} from '../memo-content.ts';

/** The analyst's own words of one block of text; the quotes of a citation are not among them. */
export type Prose = {
  readonly text: string;
  readonly inline: readonly MemoInline[];
  /** The citations of the block of which a footnote is a part, which may be meant in it; else empty. */
  readonly citedAround: readonly CitedPassage[];
  /** Whether all of it is quoted: words of a block quotation that was typed, which are not the analyst's own. */
  readonly isQuoted: boolean;
  /** The judgement of which it is the statement, else null. */
  readonly judgement: Extract<MemoBlock, { type: 'judgement' }> | null;
};

/** The own words in inline content: a citation counts as a space, a footnote is listed separately. */
export const inlineText = (inline: readonly MemoInline[]): string =>
  inline.map((node) => (node.type === 'text' ? node.text : ' ')).join('');

const footnotesOf = (inline: readonly MemoInline[]): readonly Prose[] => {
  const citedAround = inline.flatMap((node) => (node.type === 'citation' ? [node.attrs] : []));
  return inline.flatMap((node) => {
    if (node.type !== 'footnote') return [];
    const words = inlineOfNote(node.attrs);
    return [{ text: inlineText(words), inline: words, citedAround, isQuoted: false, judgement: null }];
  });
};

const asProse = (text: string, citedAround: readonly CitedPassage[]): readonly Prose[] =>
  text.trim() === ''
    ? []
    : [{ text, inline: [{ type: 'text' as const, text }], citedAround, isQuoted: false, judgement: null }];

/** @param around the citations of the section: nothing else shows what the words of a figure or a table refer to */
const proseOf = (block: MemoBlock, around: readonly CitedPassage[]): readonly Prose[] => {
  switch (block.type) {
    case 'paragraph':
    case 'judgement': {
      const inline = block.content ?? [];
      const judgement = block.type === 'judgement' ? block : null;
      return [
        { text: inlineText(inline), inline, citedAround: [], isQuoted: false, judgement },
        ...footnotesOf(inline),
      ];
    }
    case 'ownQuotation':
      return proseOfQuotation(block, around);
    // As the heading of a section: it names a subject, and states nothing.
    case 'heading':
    case 'pageBreak':
    case 'quotation':
      return [];
    case 'figure':
      return [block.attrs.alt, block.attrs.caption, block.attrs.source].flatMap((text) =>
        asProse(text, around),
      );
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap((each) => proseOf(each, around)));
    case 'table': {
      const cells = block.content.flatMap((row) => row.content);
      const own = citationsOfBlock(block);
      return [
        ...[block.attrs?.caption ?? '', block.attrs?.source ?? ''].flatMap((text) => asProse(text, around)),
        ...cells
          .flatMap(({ content }) => content.flatMap((each) => proseOf(each, around)))
          .map((prose) => ({ ...prose, citedAround: [...prose.citedAround, ...own] })),
      ];
    }
  }
};

/** Below the words, a line that begins with a dash says whose they are. */
const isAttribution = (text: string): boolean => /^\s*(?:[—–―]|--?\s)/u.test(text);

/** All of a quotation refers to the citations within it; where it has none, to the citation right before it. */
const proseOfQuotation = (quotation: MemoOwnQuotation, before: readonly CitedPassage[]): readonly Prose[] => {
  const own = citationsOfBlock(quotation);
  const last = quotation.content.length - 1;
  return quotation.content.flatMap((paragraph, at) =>
    proseOf(paragraph, []).map((prose, part) => ({
      ...prose,
      citedAround: [...prose.citedAround, ...(own.length > 0 ? own : before)],
      isQuoted: part === 0 && !(at > 0 && at === last && isAttribution(prose.text)),
    })),
  );
};

const citedIn = ({ content }: MemoSection): readonly CitedPassage[] => content.flatMap(citationsOfBlock);

/** All text by the analyst, block by block in reading order, without the text beside a judgement. */
export const listProse = ({ content }: MemoContent): readonly Prose[] =>
  content.flatMap((section) =>
    section.content.flatMap((block, at, blocks) => {
      const before = blocks[at - 1];
      return block.type === 'ownQuotation'
        ? proseOf(block, before === undefined ? [] : citationsOfBlock(before))
        : proseOf(block, citedIn(section));
    }),
  );

/** The same without what is quoted as a block. */
export const listOwnProse = (content: MemoContent): readonly Prose[] =>
  listProse(content).filter(({ isQuoted }) => !isQuoted);

const headingsOf = (section: MemoSection): readonly Prose[] => {
  const headings = section.content.flatMap((block) =>
    block.type === 'heading' ? (block.content ?? []).map(({ text }) => text).join('') : [],
  );
  return [section.attrs.heading, ...headings].flatMap((text) => asProse(text, citedIn(section)));
};

const besideJudgement = (judgement: MemoJudgement, around: readonly CitedPassage[]): readonly Prose[] => {
  const { confidenceReason, assumptions, wouldChange } = judgement.attrs;
  const cited = [...citationsOfBlock(judgement), ...around];
  return [confidenceReason, assumptions, wouldChange].flatMap((text) => asProse(text, cited));
};

/**
 * Text printed beside the prose that cites nothing itself: the title, headings, and the text below a judgement.
 * Each with the citations to which it may refer.
 */
export const listFields = (title: string, content: MemoContent): readonly Prose[] => [
  ...asProse(title, content.content.flatMap(citedIn)),
  ...content.content.flatMap((section) => [
    ...headingsOf(section),
    ...judgementsIn(section.content).flatMap((judgement) => besideJudgement(judgement, citedIn(section))),
  ]),
];

const judgementsIn = (blocks: readonly MemoBlock[]): readonly MemoJudgement[] =>
  blocks.flatMap((block) => {
    if (block.type === 'judgement') return [block];
    const isList = block.type === 'bulletList' || block.type === 'orderedList';
    return isList ? block.content.flatMap(({ content }) => judgementsIn(content)) : [];
  });
