import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import styles from './field-offers.module.css';

export type FieldOffersProps = {
  /** The name of the field that takes them. */
  readonly label: string;
  readonly offers: readonly string[];
  /** Whether they are shown while the focus is elsewhere. */
  readonly isOpen: boolean;
  readonly onTake: (offer: string) => void;
  readonly children: ReactNode;
};

/** A field with values below it that may be taken into it at a press; the field then has the focus. */
export const FieldOffers = ({ label, offers, isOpen, onTake, children }: FieldOffersProps) => {
  const place = useRef<HTMLDivElement>(null);
  // On the way from the field to an offer what was typed is kept, and the offers have to stay.
  const [isFocusWithin, setIsFocusWithin] = useState(false);
  const take = (offer: string): void => {
    // What is taken is no longer offered: the focus would be lost with its button.
    focusInto(place.current, { into: 'fields' });
    onTake(offer);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees where the focus is.
    <div
      ref={place}
      className={styles.place}
      onFocus={() => setIsFocusWithin(true)}
      onBlur={({ currentTarget, relatedTarget }) =>
        setIsFocusWithin(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
    >
      {children}
      {(isOpen || isFocusWithin) && offers.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form inside the form.
        <div className={styles.offers} role="group" aria-label={`Suggestions for ${label}`}>
          {offers.map((offer) => (
            <Button key={offer} isSmall aria-label={`Use “${offer}” as ${label}`} onPress={() => take(offer)}>
              <span className={styles.offer}>{offer}</span>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
};
