import { useState } from 'react';
import { passageAdd, passageDuplicate, passageEdit, passageSplit } from '#domain/contract/passage.ts';
import { passageAddPageRegion, passageAddRegion } from '#domain/contract/passage-region.ts';
import { newPassageIdSchema, type PassageId } from '#domain/ids.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { describePageRegion, describeRegion } from '#domain/passage/anchor/describe-selector.ts';
import { describeRanges, inTextOrder } from '#domain/passage/edit/describe-ranges.ts';
import { duplicatePassage } from '#domain/passage/edit/duplicate-passage.ts';
import { applyPassageEdit, assumedContext } from '#domain/passage/edit/passage-edit.ts';
import { splitPassage } from '#domain/passage/edit/split-passage.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { PassagesOfArticle, ReaderActs } from '../state/passages-context.ts';
import type { PassagesById } from '../state/pending-passages.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import { useReader } from '../state/reader-context.ts';
import { type ReaderStore, selectPassage } from '../state/reader-store.ts';

const now = (): Timestamp => toTimestamp(Date.now());

/** Changes the passage `id`; does nothing if it is gone. */
const onPassage =
  (id: PassageId, change: (passage: Passage) => readonly Passage[]) =>
  (passages: PassagesById): readonly Passage[] => {
    const passage = passages.get(id);
    return passage === undefined ? [] : change(passage);
  };

const createReaderActs = (
  { article: { id: articleId }, index, spans, pages }: PreparedArticle,
  store: ReaderStore,
  save: PassagesOfArticle['save'],
): ReaderActs => ({
  make(ranges, label) {
    const id = newId(newPassageIdSchema);
    const said = { articleId, passageId: id, ranges: [...ranges], label };
    const named = { tagIds: [], sourceId: null, concernedIds: [] };
    const unsaid = { ...named, grade: ungraded, manner: null, basis: null, note: null };
    const described = describeRanges({ index, spans }, ranges);
    const made = described.ok ? [newPassage({ ...described.value, label }, { id, at: now() })] : [];
    const input = { ...said, ...unsaid, tasks: [] };
    const outcome = save(passageAdd, input, { ids: [id], apply: () => made });
    selectPassage(store, id);
    return { id, outcome };
  },

  makeRegion(picture, xywh, label) {
    const id = newId(newPassageIdSchema);
    const selectors: Passage['selectors'] = [describeRegion(index, picture, xywh)];
    const made = newPassage({ selectors, description: '', label }, { id, at: now() });
    const { offset, attrs } = picture;
    const input = { articleId, passageId: id, offset, sha256: attrs.sha256, xywh, label, description: '' };
    const outcome = save(passageAddRegion, input, { ids: [id], apply: () => [made] });
    selectPassage(store, id);
    return { id, outcome };
  },

  makePageRegion(framed, label) {
    const id = newId(newPassageIdSchema);
    const selector = describePageRegion({ index, pages }, framed);
    const said = { description: '', label };
    const made = selector === null ? [] : [newPassage({ ...said, selectors: [selector] }, { id, at: now() })];
    const input = { articleId, passageId: id, ...framed, ...said };
    const outcome = save(passageAddPageRegion, input, { ids: [id], apply: () => made });
    selectPassage(store, id);
    return { id, outcome };
  },

  edit(passageId, edit, editId) {
    const context = assumedContext(now(), { index, spans });
    return save(
      passageEdit,
      { articleId, passageId, edit, editId },
      {
        ids: [passageId],
        apply: onPassage(passageId, (passage) => {
          const after = applyPassageEdit(passage, edit, context);
          return after.ok ? [after.value] : [];
        }),
      },
    );
  },

  split(passageId, at) {
    const part = { id: newId(newPassageIdSchema), at: now() };
    const outcome = save(
      passageSplit,
      { articleId, passageId, at, secondId: part.id },
      {
        ids: [passageId, part.id],
        apply: onPassage(passageId, (passage) => {
          const ranges = inTextOrder(anchorPassage(index, passage.selectors).ranges);
          const parts = splitPassage(passage, { index, ranges }, at, part);
          return parts.ok ? [parts.value.first, parts.value.second] : [];
        }),
      },
    );
    selectPassage(store, part.id);
    return outcome;
  },

  duplicate(passageId) {
    const made = { id: newId(newPassageIdSchema), at: now() };
    const outcome = save(
      passageDuplicate,
      { articleId, passageId, duplicateId: made.id },
      { ids: [made.id], apply: onPassage(passageId, (passage) => [duplicatePassage(passage, made)]) },
    );
    store.setState({ duplicateId: made.id });
    selectPassage(store, made.id);
    return outcome;
  },
});

/** The acts on passages of the open article; the same object while it is open. */
export const usePassageActs = ({ save }: Pick<PassagesOfArticle, 'save'>): ReaderActs => {
  const { article, store } = useReader();
  const latest = useLatest(save);
  const [acts] = useState(() =>
    createReaderActs(article, store, (name, input, shown) => latest.current(name, input, shown)),
  );
  return acts;
};
