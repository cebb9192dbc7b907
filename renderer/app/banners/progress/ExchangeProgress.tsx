import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { ProgressBanner } from '#renderer/ui/signs/ProgressBanner.tsx';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';

/** An export for another tool that lasts, and the way to end it. */
export const ExchangeProgress = () => {
  const exchange = useAppState((state) => state.exchange);
  const isSlow = useIsSlow(exchange !== null);
  if (exchange === null || !isSlow) return null;
  return (
    <ProgressBanner
      name="Export for another tool"
      doing="Writing"
      done={exchange.done}
      total={exchange.total}
      onCancel={() => void act('exchange:cancel', {})}
    >
      If you cancel, the files that are written stay.
    </ProgressBanner>
  );
};
