import type { ReactNode } from 'react';
import type { ArticleId, SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Task } from '#domain/task/task.ts';
import type { TextOfPassages } from '../../source/names-in-article.ts';
import type { SpeakerInText } from '../../source/speaker-in-text.ts';
import type { EditPassage } from '../edit-passage-of.ts';
import type { Publication } from './print-speaker.ts';

/** What of a card is being written; each has its key. */
const cardFields = ['note', 'tags', 'source', 'concerned', 'grade', 'manner', 'task', 'translation'] as const;
export type CardField = (typeof cardFields)[number];

export type PassageCardProps = {
  readonly articleId: ArticleId;
  readonly passage: Passage;
  readonly publication: Publication | null;
  /** The tasks on this passage, without deleted ones. */
  readonly tasks: readonly Task[];
  /** As it is printed there; left out where the article has no pages. */
  readonly page?: string | undefined;
  readonly paragraph: number | null;
  readonly isOpen: boolean;
  readonly isHot?: boolean;
  /** The field that is being written; null for none. */
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  /** A press on the closed card. */
  readonly onOpen: () => void;
  readonly onEdit: EditPassage;
  /** How many passages it is linked to, in both directions. */
  readonly relationCount: number;
  /** Whether one of these links is a contradiction. */
  readonly isContradicted?: boolean;
  /** Whether the card before it has another speaker; left out where no card is before it. */
  readonly hasNewSpeaker?: boolean;
  readonly suggestedSources?: readonly SourceId[];
  /** Who says it by the text itself; asked when the speaker is to be set. */
  readonly findSpeaker?: () => SpeakerInText | null;
  /** The paragraphs that it stands in; asked when it is to be said whom it is about. */
  readonly findParagraphs?: () => TextOfPassages;
  /** What the relative dates in it mean, see printDates; empty or left out for none. Never part of the quote. */
  readonly dates?: string;
  /** The text blocks of its parts, by their place among all: their translation is offered for its own. */
  readonly blocks?: readonly number[];
  /** Whether the article is in another language than the analyst’s. */
  readonly isForeign?: boolean;
  /** The words in it that the article strikes out; empty or left out for none. */
  readonly struck?: readonly string[];
  /** What has to be known first of all: that it is not saved, or no longer stands in the text. */
  readonly warning?: ReactNode;
};
