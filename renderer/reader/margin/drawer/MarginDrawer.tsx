import { useEffect } from 'react';
import { Drawer } from '#renderer/ui/overlays/Drawer.tsx';
import { useOpenPassages } from '../../state/passages-context.ts';
import { useReader, useReaderState } from '../../state/reader-context.ts';
import { useLeaveCard } from '../use-leave-card.ts';
import { MarginList } from './MarginList.tsx';

/** The margin where the text leaves no room beside it; it is closed when there is room again. */
export const MarginDrawer = () => {
  const { store } = useReader();
  const { placed } = useOpenPassages();
  const leave = useLeaveCard();
  const isOpen = useReaderState(({ isDrawerOpen }) => isDrawerOpen);
  useEffect(() => () => store.setState({ isDrawerOpen: false }), [store]);
  return (
    <Drawer label={`Passages, ${placed.length}`} side="right" isOpen={isOpen} onClose={leave}>
      <MarginList />
    </Drawer>
  );
};
