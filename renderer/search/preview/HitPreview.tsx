import { useQuery } from '#renderer/bridge/use-query.ts';
import type { CardField } from '#renderer/parts/passage/card/card-field.ts';
import { PassagePreview } from '#renderer/parts/passage/preview/PassagePreview.tsx';
import { SidePanel } from '#renderer/ui/collections/SidePanel.tsx';
import { ArticleHit } from './ArticleHit.tsx';
import type { HitProps } from './hit-preview-props.ts';
import { RecordHit } from './RecordHit.tsx';

export type HitPreviewProps = HitProps & {
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  /** Back to the list. */
  readonly onLeave: () => void;
  /** Whether it is shown: beside what was found, or as a drawer over it. */
  readonly isShown: boolean;
  /** The drawer was left. */
  readonly onClose: () => void;
};

const PassageHit = ({ hit, ...props }: HitPreviewProps) => {
  const passageIds = hit.passageId === null ? [] : [hit.passageId];
  const { data: rows } = useQuery('passage:rows', { passageIds }, { keepsPrevious: true });
  const row = rows?.find(({ id }) => id === hit.passageId);
  return <PassagePreview row={row} {...props} />;
};

/** What was chosen among what was found, where it stands, with what was sought marked. */
export const HitPreview = (props: HitPreviewProps) => {
  const { hit, terms, onOpen, isShown, onClose } = props;
  if (hit.passageId !== null && (hit.kind === 'passage' || hit.kind === 'note')) {
    return <PassageHit {...props} />;
  }
  return (
    <SidePanel label="Preview" isShown={isShown} onClose={onClose}>
      {hit.kind === 'article' ? (
        <ArticleHit hit={hit} terms={terms} onOpen={onOpen} />
      ) : (
        <RecordHit hit={hit} terms={terms} onOpen={onOpen} />
      )}
    </SidePanel>
  );
};
