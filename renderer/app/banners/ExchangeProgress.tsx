import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ProgressBar } from '#renderer/ui/signs/ProgressBar.tsx';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';
import styles from '../shell.module.css';

/** An export for another tool that lasts, and the way to end it. */
export const ExchangeProgress = () => {
  const exchange = useAppState((state) => state.exchange);
  const isSlow = useIsSlow(exchange !== null);
  if (exchange === null || !isSlow) return null;
  return (
    <section className={styles.importing} aria-label="Export for another tool">
      <div>
        <ProgressBar label="Writing" done={exchange.done} total={exchange.total} />
        <p>If you cancel, the files that are written stay.</p>
      </div>
      <Button isSmall onPress={() => void act('exchange:cancel', {})}>
        Cancel
      </Button>
    </section>
  );
};
