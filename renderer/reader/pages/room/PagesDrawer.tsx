import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { Drawer } from '#renderer/ui/overlays/Drawer.tsx';
import { useReader } from '../../state/reader-context.ts';
import { PagesPane } from '../PagesPane.tsx';

type PagesDrawerProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** The pages where there is no room beside the text. What is gone to in the text is seen there: the drawer goes. */
export const PagesDrawer = ({ isOpen, onClose }: PagesDrawerProps) => {
  const { view } = useReader();
  const afterDialog = useAfterDialog(isOpen);
  const leave = (): void => {
    afterDialog(() => view?.focus());
    onClose();
  };
  return (
    <Drawer label="Pages of the original" side="left" isWide isOpen={isOpen} onClose={leave}>
      <PagesPane onClose={leave} onDone={leave} />
    </Drawer>
  );
};
