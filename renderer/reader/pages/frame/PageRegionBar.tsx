import type { RefObject } from 'react';
import { RegionBar } from '../../regions/RegionBar.tsx';
import { useOpenPassages } from '../../state/passages-context.ts';
import type { PageFraming } from './use-page-frame.ts';

type PageRegionBarProps = {
  readonly framing: PageFraming;
  readonly scroller: RefObject<HTMLElement | null>;
};

/** Below the pages as long as something is framed, or what was made a moment ago is to be described. */
export const PageRegionBar = ({ framing, scroller }: PageRegionBarProps) => {
  const { placed, acts } = useOpenPassages();
  const { current, frame, isOn, madeId, turn } = framing;
  const isDescribed = current !== null && current.id === madeId;
  if (!isOn && frame === null && !isDescribed) return null;
  const passage = isDescribed
    ? (placed.find((each) => each.passage.id === current.id)?.passage ?? null)
    : null;
  return (
    <RegionBar
      framing={framing}
      passage={passage}
      onEdit={(edit, editId) => (passage === null ? Promise.resolve() : acts.edit(passage.id, edit, editId))}
      onDone={() => scroller.current?.focus()}
      onDescribed={() => {
        turn(false);
        scroller.current?.focus();
      }}
    />
  );
};
