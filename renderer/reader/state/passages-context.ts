import { createContext, useContext } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { PictureInText } from '#domain/article/pictures/pictures-in-text.ts';
import type { InputOf } from '#domain/contract/any-request.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import type {
  passageAdd,
  passageDuplicate,
  passageEdit,
  passageSplit,
  RelationCount,
} from '#domain/contract/passage.ts';
import type { passageAddPageRegion, passageAddRegion } from '#domain/contract/passage-region.ts';
import type { PassageId } from '#domain/ids.ts';
import type { FramedOnPage } from '#domain/passage/anchor/describe-selector.ts';
import type { PassageEdit } from '#domain/passage/edit/passage-edit.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { Outcome } from '#renderer/bridge/outcome.ts';
import type { Publication } from '#renderer/parts/passage/card/print-speaker.ts';
import type { PendingAct } from './pending-passages.ts';
import type { PlacedPassage } from './place-passages.ts';

/** An act that changes or makes passages of the open article. */
export type PassageAct =
  | typeof passageAdd
  | typeof passageAddRegion
  | typeof passageAddPageRegion
  | typeof passageEdit
  | typeof passageSplit
  | typeof passageDuplicate;

export type PassagesOfArticle = Pick<OpenArticle, 'about' | 'tasks'> & {
  readonly passages: readonly Passage[];
  /** Those with changes that could not be written yet. */
  readonly unsavedIds: ReadonlySet<PassageId>;
  /** Shows at once how the act changes the passages, and sends it. */
  save<R extends PassageAct>(
    request: R,
    input: InputOf<R>,
    shown: Pick<PendingAct, 'ids' | 'apply'>,
  ): Promise<Outcome>;
};

/** A new passage: its id is final from the start. */
export type MadePassage = { readonly id: PassageId; readonly outcome: Promise<Outcome> };

/** The acts on passages. Each is one step, is shown at once, and returns its outcome. */
export type ReaderActs = {
  /** Makes one passage of `ranges` (in text order), and selects it. */
  make(ranges: readonly TextRange[], label: LabelId): MadePassage;
  /** Makes a passage of a rectangle of a picture, and selects it. */
  makeRegion(picture: PictureInText, xywh: Rectangle, label: LabelId): MadePassage;
  /** Makes a passage of a rectangle of a page whose pixels are already stored, and selects it. */
  makePageRegion(framed: FramedOnPage, label: LabelId): MadePassage;
  edit(id: PassageId, edit: PassageEdit, editId?: string): Promise<Outcome>;
  /** Splits the passage at an offset, and selects the second part. */
  split(id: PassageId, at: number): Promise<Outcome>;
  /** Makes a second passage on the same words, and selects it. */
  duplicate(id: PassageId): Promise<Outcome>;
};

/** The details of the open article at this moment, and the acts that change them. */
export type OpenPassages = Pick<PassagesOfArticle, 'about' | 'tasks' | 'unsavedIds'> & {
  /** The passages placed in the text, in its order. */
  readonly placed: readonly PlacedPassage[];
  readonly acts: ReaderActs;
  /** How many links each passage has; passages without links are left out. */
  readonly relationCounts: ReadonlyMap<PassageId, RelationCount>;
  /** As corrected by the analyst. */
  readonly bibliography: Bibliography;
  readonly publication: Publication | null;
};

export const PassagesContext = createContext<OpenPassages | null>(null);

export const useOpenPassages = (): OpenPassages => {
  const passages = useContext(PassagesContext);
  if (passages === null) throw new Error('A part of the reader stands outside of its passages');
  return passages;
};
