import type { ReactNode, Ref } from 'react';
import type { PassageId } from '#domain/ids.ts';
import { useReader } from '../state/reader-context.ts';

type MarginSlotProps = {
  readonly id: PassageId;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLLIElement>;
  readonly place?: { readonly size: number; readonly position: number };
  readonly children: ReactNode;
};

/** The place of a card in a list: hovering or focusing it marks its text. */
export const MarginSlot = ({ id, className, ref, place, children }: MarginSlotProps) => {
  const { store } = useReader();
  const heat = (): void => store.setState({ hotId: id });
  const cool = (): void => store.setState({ hotId: null });
  return (
    <li
      ref={ref}
      id={`card-${id}`}
      className={className}
      aria-setsize={place?.size}
      aria-posinset={place?.position}
      onPointerEnter={heat}
      onPointerLeave={cool}
      onFocus={heat}
      onBlur={cool}
    >
      {children}
    </li>
  );
};
