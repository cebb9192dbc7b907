import type { OutTag } from '#domain/exchange/material.ts';
import { groupSets } from './refi-codes.ts';
import { element, XML_HEAD } from './refi-xml.ts';

const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** A codebook of REFI-QDA (`.qdc`) with those codes; groups of tags are its sets. */
export const printCodebook = (codes: string, tags: readonly OutTag[]): string =>
  `${XML_HEAD}${element('CodeBook', { xmlns: CODEBOOK_NAMESPACE, origin: 'Precis' }, codes + groupSets(tags))}\n`;
