import { type EvidencePassage, evidenceBlock, shownPassageId } from './evidence-block.ts';
import { formWordsFor, isEvidenceHeading } from './form/built-in-forms.ts';
import type { MemoBlock, MemoContent, MemoSection } from './memo-content.ts';

const isEvidence = ({ attrs }: MemoSection): boolean =>
  attrs.role === 'own' && isEvidenceHeading(attrs.heading);

const isEmptyParagraph = (block: MemoBlock): boolean =>
  block.type === 'paragraph' && (block.content ?? []).length === 0;

const isQuoted = ({ content }: MemoSection, { passageId }: EvidencePassage): boolean =>
  content.some((block) => shownPassageId(block) === passageId);

/** Existing text stays above the added passages; an empty line with nothing in it is removed. */
const appendTo = (section: MemoSection, added: readonly EvidencePassage[]): MemoSection => ({
  ...section,
  content: [...section.content.filter((block) => !isEmptyParagraph(block)), ...added.map(evidenceBlock)],
});

const evidenceSection = (cited: readonly EvidencePassage[], language: string): MemoSection => ({
  type: 'section',
  attrs: { role: 'own', heading: formWordsFor(language).evidence },
  content: cited.map(evidenceBlock),
});

/** A memo's evidence follows its background; it is at the end where the memo has no background. */
export const insertSections = (
  sections: readonly MemoSection[],
  added: readonly MemoSection[],
): MemoSection[] => {
  const background = sections.findIndex(({ attrs }) => attrs.role === 'background');
  return sections.toSpliced(background === -1 ? sections.length : background + 1, 0, ...added);
};

/** Returns `content` with its section "Evidence" replaced by `sections`. */
export const layEvidence = (content: MemoContent, sections: readonly MemoSection[]): MemoContent => {
  if (sections.length === 0) return content;
  const at = content.content.findIndex(isEvidence);
  const laid =
    at === -1 ? insertSections(content.content, sections) : content.content.toSpliced(at, 1, ...sections);
  return { ...content, content: laid };
};

export type AppendedEvidence = {
  readonly content: MemoContent;
  /** Those that were not quoted among the evidence already. */
  readonly added: readonly EvidencePassage[];
};

/**
 * Returns `content` with passages as quotations at the end of its section "Evidence". Where that section is
 * missing it is created after the background, with its heading in the language of the memo (BCP 47). Passages
 * already quoted there are not quoted twice; existing text is not changed.
 */
export const appendEvidence = (
  content: MemoContent,
  cited: readonly EvidencePassage[],
  language: string,
): AppendedEvidence => {
  const evidence = content.content.find(isEvidence);
  const added = evidence === undefined ? cited : cited.filter((each) => !isQuoted(evidence, each));
  if (added.length === 0) return { content, added };
  const sections =
    evidence === undefined
      ? insertSections(content.content, [evidenceSection(added, language)])
      : content.content.map((section) => (section === evidence ? appendTo(section, added) : section));
  return { content: { ...content, content: sections }, added };
};
