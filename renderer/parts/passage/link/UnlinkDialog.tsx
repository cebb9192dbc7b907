import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { unlinkPassages, useUnlinkWish } from './link-store.ts';

/** Asks before a link is taken back on which a grade 1 rests. */
export const UnlinkDialog = () => {
  const { wish } = useUnlinkWish();
  return (
    <ConfirmDialog
      title="A grade 1 rests on this link"
      isOpen={wish !== null}
      onClose={() => useUnlinkWish.setState({ wish: null })}
      onConfirm={() => {
        if (wish !== null) void unlinkPassages(wish.on, wish.link, true);
      }}
      confirmName="Remove the link"
      isDangerous
    >
      The supported passage is graded 1, confirmed, because this passage of another origin supports it, and no
      other does. Without the link its grade stays, and nothing says why. Give the grade a reason or another
      digit (g) where it no longer holds.
    </ConfirmDialog>
  );
};
