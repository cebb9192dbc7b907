import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { ProgressBanner } from '#renderer/ui/signs/ProgressBanner.tsx';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';

const names = {
  writing: {
    name: 'Export for another tool',
    doing: 'Writing',
    says: 'If you cancel, the files that are written stay.',
  },
  comparing: {
    name: 'Comparison with another coder',
    doing: 'Comparing',
    says: 'Nothing is written.',
  },
} as const;

/** An export for another tool or a comparison with another coder that lasts, and the way to end it. */
export const ExchangeProgress = () => {
  const exchange = useAppState((state) => state.exchange);
  const isSlow = useIsSlow(exchange !== null);
  if (exchange === null || !isSlow) return null;
  return (
    <ProgressBanner
      name={names[exchange.doing].name}
      doing={names[exchange.doing].doing}
      done={exchange.done}
      total={exchange.total}
      onCancel={() => void act('exchange:cancel', {})}
    >
      {names[exchange.doing].says}
    </ProgressBanner>
  );
};
