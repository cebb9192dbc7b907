/** Tags and labels as codes of REFI-QDA, and groups of tags as its sets. */
import type { OutTag } from '#domain/exchange/material.ts';
import { type Label, labels, labelTable } from '#domain/passage/label.ts';
import { printDefinition } from '#domain/tag/printed-definition.ts';
import { parseNamePath, printNamePath } from '#domain/tree/name-path.ts';
import { description, element, guidOf } from './refi-xml.ts';

export const labelGuid = (label: Label): string => guidOf(`precis label ${label}`);

export const labelCodes = (): string =>
  element(
    'Code',
    { guid: guidOf('precis labels'), name: 'Label', isCodable: 'false' },
    labels
      .map((label) =>
        element(
          'Code',
          { guid: labelGuid(label), name: labelTable[label].name, isCodable: 'true' },
          description(labelTable[label].useWhen),
        ),
      )
      .join(''),
  );

/** Tags with those below them; a parent stands before its children. */
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
