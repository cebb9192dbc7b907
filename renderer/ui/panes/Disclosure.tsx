import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../Button.tsx';
import styles from '../button.module.css';

type DisclosureProps = {
  /** The label that opens it. */
  readonly name: ReactNode;
  /** Shown beside the name. */
  readonly beside?: (isOpen: boolean) => ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A part that is collapsed below its name; its content is not rendered until opened. */
export const Disclosure = ({ name, beside, className, children }: DisclosureProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className={className}>
      <div className={styles.disclosure}>
        <Button
          isSmall
          variant="quiet"
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={() => setIsOpen(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden className={styles.chevron} /> {name}
        </Button>
        {beside?.(isOpen)}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </div>
  );
};
