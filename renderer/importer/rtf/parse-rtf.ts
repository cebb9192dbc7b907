import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { foundInProperties } from '../package/document-properties.ts';
import { readRtf } from './read-rtf.ts';
import { propertiesOf } from './rtf-state.ts';

/** A text in Rich Text Format; null if it contains no text. */
export const parseRtf = (bytes: Uint8Array): ParsedArticle | null => {
  // One character a byte: the file itself declares its encoding as it goes.
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  const { markup, facts } = readRtf(text);
  const parsed = articleFromMarkup(markup, foundInProperties(propertiesOf(facts)));
  if (parsed === null) return null;
  const { insertions, deletions, hiddenWords } = facts;
  return {
    ...parsed,
    remarks: foundRemarks([
      { kind: 'tracked-changes', insertions, deletions },
      { kind: 'hidden-words', count: hiddenWords },
    ]),
  };
};
