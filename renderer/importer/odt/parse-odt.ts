import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { elementsNamed } from '../package/parse-xml.ts';
import { type OdtMarkup, odtMarkup } from './odt-markup.ts';
import { readOdtStyles } from './odt-styles.ts';
import { openOdf } from './open-odf.ts';

const remarksOn = ({ insertions, deletions, comments, hiddenWords }: OdtMarkup): readonly ImportRemark[] =>
  foundRemarks([
    { kind: 'tracked-changes', insertions, deletions },
    { kind: 'comments', count: comments },
    { kind: 'hidden-words', count: hiddenWords },
  ]);

/** An OpenDocument text (.odt); null if it contains no text. Throws a DocumentError if it can't be read. */
export const parseOdt = (bytes: Uint8Array): ParsedArticle | null => {
  const { content, styled, found, pictureAt } = openOdf(bytes);
  const [text] = elementsNamed(content, 'office:text');
  const read = odtMarkup(text, content, readOdtStyles(styled), pictureAt);
  const parsed = articleFromMarkup(read.markup, found);
  return parsed === null ? null : { ...parsed, remarks: remarksOn(read) };
};
