/** Tags and labels as codes of REFI-QDA, and groups of tags as its sets. */

import { createHash } from 'node:crypto';
import type { OutTag } from '#domain/exchange/material.ts';
import { idOfHash } from '#domain/ids.ts';
import { type LabelId, type LabelSet, labelLooks } from '#domain/passage/label.ts';
import { printDefinition } from '#domain/tag/codebook-entry.ts';
import { parseNamePath, printNamePath } from '#domain/tree/name-path.ts';

/** The XML of REFI-QDA, as far as its writers share it. */

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Characters that XML 1.0 does not allow, and unpaired surrogates. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const xml = (text: string): string =>
  text
    .replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');

export const element = (
  name: string,
  values: Readonly<Record<string, string | number>>,
  content: string,
): string =>
  content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;

export const description = (text: string | null): string =>
  text === null || text.trim() === '' ? '' : `<Description>${xml(text)}</Description>`;

/** Derives a stable GUID from the name of something that has no id. */
export const guidOf = (name: string): string => idOfHash(createHash('sha256').update(name).digest('hex'));

export const labelGuid = (label: LabelId): string => guidOf(`precis label ${label}`);

/** The labels that are offered, and those that were. */
export const labelCodes = ({ all }: LabelSet): string =>
  element(
    'Code',
    { guid: guidOf('precis labels'), name: 'Label', isCodable: 'false' },
    all
      .map(({ id, name, useWhen, look }) =>
        element(
          'Code',
          { guid: labelGuid(id), name, isCodable: 'true', color: labelLooks[look].light },
          description(useWhen),
        ),
      )
      .join(''),
  );

/** Tags with those below them; a parent comes before its children. */
export const tagCodes = (tags: readonly OutTag[]): string => {
  const above = (path: string): string => printNamePath(parseNamePath(path).slice(0, -1), '/');
  const below = (parent: string): string =>
    tags
      .filter(({ path }) => above(path) === parent)
      .map((tag) =>
        element(
          'Code',
          { guid: tag.id, name: parseNamePath(tag.path).at(-1) ?? tag.path, isCodable: 'true' },
          description(printDefinition(tag)) + below(tag.path),
        ),
      )
      .join('');
  return below('');
};

/** Each group of tags as a set of its codes; none where no tag has a group. */
export const groupSets = (tags: readonly OutTag[]): string => {
  const groups = [...new Set(tags.flatMap(({ group }) => group ?? []))].toSorted();
  const sets = groups.map((group) =>
    element(
      'Set',
      { guid: guidOf(`precis group ${group}`), name: group },
      tags
        .filter((tag) => tag.group === group)
        .map(({ id }) => element('MemberCode', { targetGUID: id }, ''))
        .join(''),
    ),
  );
  return sets.length === 0 ? '' : `<Sets>${sets.join('')}</Sets>`;
};

const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** A codebook of REFI-QDA (`.qdc`) with those codes; groups of tags are its sets. */
export const printCodebook = (codes: string, tags: readonly OutTag[]): string =>
  `${XML_HEAD}${element('CodeBook', { xmlns: CODEBOOK_NAMESPACE, origin: 'Precis' }, codes + groupSets(tags))}\n`;
