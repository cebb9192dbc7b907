import type { NodeViewRenderer } from '@tiptap/core';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import { translatedPassage } from '#domain/memo/citations/cited-translation.ts';
import { quotedParagraphs } from '#domain/memo/document/lay-document.ts';
import { blockPartsOf } from '#domain/memo/verbatim/kept/cut-kept.ts';
import type { Kept } from '#domain/memo/verbatim/kept/kept.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { printMaker } from '#domain/translation/print-translation.ts';
import type { CitationBook } from '../state/citation-book.ts';
import { citedNodeView, makeElement, type ShownCitation } from './cited-node-view.ts';
import styles from './nodes.module.css';

/** The attribution, as far as known before main has answered. */
export const attributionOf = ({
  speaker,
  publication,
  articleTitle,
  grade,
  translated,
}: ResolvedCitation): string =>
  joinFacts([
    speaker,
    publication ?? articleTitle,
    printGrade(grade),
    translated === undefined ? null : printMaker(translated.maker),
  ]);

const linesOf = (passage: Passage, kept: Kept | null | undefined): string =>
  quotedParagraphs(blockPartsOf(passage, kept))
    .map((lines) => lines.join('\n'))
    .join(`\n${OMISSION}\n`);

/** As in print: without quotation marks, and each part on its own lines; those of the translation if that is cited. */
export const blockWordsOf = ({
  passage,
  quote,
  kept,
  state,
  translated,
  translation,
}: ResolvedCitation): string => {
  if (translated !== undefined) {
    const { language, texts } = translated;
    if (passage === null) return texts.join(`\n${OMISSION}\n`);
    const shortened = state === 'retranslated' ? null : translation?.kept;
    return linesOf(translatedPassage(passage, texts, language).passage, shortened);
  }
  return passage === null ? quote : linesOf(passage, state === 'changed' ? null : kept);
};

const buildBlock = () => {
  const dom = makeElement('blockquote', styles.quotation);
  const text = makeElement('p', styles.quotationText);
  const attribution = makeElement('footer', styles.attribution);
  const reference = makeElement('span', styles.reference);
  const trouble = makeElement('p', styles.trouble);
  const original = makeElement('p', styles.original);
  original.dir = 'auto';
  dom.append(text, original, attribution, trouble);
  const draw = (shown: ShownCitation): void => {
    text.textContent = shown.known === null ? '' : blockWordsOf(shown.known);
    const translated = shown.known?.translated;
    original.textContent = translated?.original ?? '';
    original.hidden = translated === undefined;
    reference.textContent = shown.reference;
    attribution.replaceChildren(shown.known === null ? '' : attributionOf(shown.known), reference);
    trouble.textContent = shown.trouble;
    trouble.hidden = shown.trouble === '';
  };
  return { dom, draw };
};

/** The block quote of a passage, with speaker and grade, from the data in `book`. */
export const quotationBlock = (book: CitationBook): NodeViewRenderer => citedNodeView(book, buildBlock);
