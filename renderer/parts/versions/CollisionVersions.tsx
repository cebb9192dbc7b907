import type { CollidedEdit } from '#renderer/bridge/unsaved-edits.ts';
import { BothVersions } from './BothVersions.tsx';

/** Both versions of an edit that another program has overtaken. */
export const CollisionVersions = ({ edit }: { readonly edit: CollidedEdit }) => {
  const { isGone, collisions, file } = edit.error;
  return (
    <>
      <p>
        {isGone
          ? `${file} is missing. Precis still has its contents and can write it again with your change.`
          : 'Nothing was overwritten. If you keep your version, undo restores the other.'}
      </p>
      {!isGone &&
        collisions.map(({ id, what, field, ours, theirs }) => (
          <BothVersions
            key={`${id} ${field}`}
            of={{ what, field }}
            one={{ name: 'Yours, unsaved', value: ours }}
            other={{ name: 'In the archive, from the other program', value: theirs }}
          />
        ))}
    </>
  );
};
