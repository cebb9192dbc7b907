import { useMemo, useState } from 'react';
import { bulkTakeNames } from '#domain/contract/source.ts';
import { printCount } from '#domain/print-count.ts';
import { isolated } from '#domain/text/join-facts.ts';
import { act } from '#renderer/bridge/act.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { ConcernedField } from '../../source/ConcernedField.tsx';
import { offersInText, type TakenName } from '../../source/names-in-article.ts';
import { useSources } from '../../source/use-sources.ts';
import type { PassageCardProps } from './card-props.ts';
import styles from './passage-card.module.css';

/** Sets a source on passages and stores its spellings, as one step, and reports it. */
export const takeName = async ({ sourceId, spellings, passageIds }: TakenName): Promise<void> => {
  const input = { sourceId, spellings: [...spellings], passageIds: [...passageIds] };
  const answer = await act(bulkTakeNames, input);
  if (!answer.ok) return;
  const added = spellings.length === 0 ? '' : `, ${printCount(spellings.length, 'spelling')} added`;
  sayDone(`Concerned on ${printCount(answer.value.changed, 'passage')}${added}`);
};

type ConcernedPartProps = Pick<
  PassageCardProps,
  'passage' | 'field' | 'onField' | 'onEdit' | 'findParagraphs'
>;

const noText = { text: '', all: () => [] };

const ConcernedBox = ({ passage, onField, onEdit, findParagraphs }: ConcernedPartProps) => {
  const book = useSources();
  const [around] = useState(() => findParagraphs?.() ?? noText);
  const { id: passageId } = passage;
  const { concernedIds, offered } = useMemo(() => {
    const ids = passage.concernedIds.map((id) => book.byId.get(id)?.id ?? id);
    const asked = { ...around, passageId, concernedIds: ids };
    return { concernedIds: ids, offered: offersInText(book, asked, (taken) => void takeName(taken)) };
  }, [passage.concernedIds, passageId, book, around]);
  return (
    <div className={styles.field}>
      <ConcernedField
        ids={concernedIds}
        offered={offered}
        autoFocus
        onAdd={(id) => void onEdit({ kind: 'concerned', add: [id], remove: [] })}
        onRemove={(id) => void onEdit({ kind: 'concerned', add: [], remove: [id] })}
        onDone={() => onField(null)}
      />
    </div>
  );
};

/** Those concerned by the passage: a line that opens its field. */
export const ConcernedPart = (props: ConcernedPartProps) => {
  const { byId } = useSources();
  const { passage, field, onField } = props;
  if (field === 'concerned') return <ConcernedBox {...props} />;
  const names = [...new Set(passage.concernedIds.flatMap((id) => byId.get(id)?.name ?? []))];
  return names.length === 0 ? null : (
    <button
      type="button"
      className={joinClasses('word-button', styles.related)}
      aria-label={`Concerned: ${names.join(', ')}. Change`}
      onClick={() => onField('concerned')}
    >
      About {names.map(isolated).join(', ')}
    </button>
  );
};
