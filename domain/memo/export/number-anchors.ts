import type { AnchorId } from '../../ids.ts';
import type { DocumentSection } from '../memo-document.ts';

/**
 * The sections with the anchors of cross references renamed 1, 2, … in reading order. Their ids in the archive
 * reveal when each was made, and would appear in the file as bookmarks and link addresses.
 */
export const numberAnchors = (sections: readonly DocumentSection[]): readonly DocumentSection[] => {
  const names = new Map<unknown, AnchorId>();
  const nameOf = (anchor: unknown): AnchorId => {
    const name = names.get(anchor) ?? (`${names.size + 1}` as AnchorId);
    names.set(anchor, name);
    return name;
  };
  /** Anchors occur under these two keys only, in blocks and in runs at any depth. */
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        (key === 'anchor' || key === 'target') && typeof each === 'string' ? nameOf(each) : renamed(each),
      ]),
    );
  };
  return sections.map((section) => renamed(section) as DocumentSection);
};
