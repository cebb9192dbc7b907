/** Places of the window that other parts of it may focus. */
import { useMemo } from 'react';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { HeadField } from '#domain/memo/checks/finding.ts';
import { createFocusTargets } from '#renderer/ui/focus/focus-targets.ts';

/** The fields of an article's details that other parts of the window lead to: a check of a memo, a row of Review. */
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

/** The ref that registers an element under that key; without a key it does nothing. */
export const useFocusTarget = (key: FocusKey | null) =>
  useMemo(() => (key === null ? undefined : targets.register(key)), [key]);

export const { register: registerFocusTarget, elementOf: focusTargetElement, focus: focusTarget } = targets;
