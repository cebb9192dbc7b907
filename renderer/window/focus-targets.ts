/** The places of the window that another part of it may send the focus to. */
import { useMemo } from 'react';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { HeadField } from '#domain/memo/checks/finding.ts';
import { createFocusTargets } from '#renderer/ui/focus/focus-targets.ts';

/**
 * The fields of an article's details that another part of the window leads to: a check of a memo, a row of Review.
 */
export const articleFields = ['title', 'publisher', 'publishedAt', 'url'] as const;
export type ArticleField = (typeof articleFields)[number];

export type FocusKey =
  | 'view'
  | 'article-text'
  | 'passages-table'
  | 'chronology-list'
  | 'source-list'
  | 'related-list'
  | 'pad'
  | 'memo-review'
  | 'memo-beside'
  | `card ${PassageId}`
  | `article ${ArticleId} ${ArticleField}`
  | `memo-head ${HeadField | 'number' | 'line'}`;

const targets = createFocusTargets<FocusKey>();

/** The ref that makes what it is put on the place of that key; without a key it is none. */
export const useFocusTarget = (key: FocusKey | null) =>
  useMemo(() => (key === null ? undefined : targets.register(key)), [key]);

export const { register: registerFocusTarget, elementOf: focusTargetElement, focus: focusTarget } = targets;
