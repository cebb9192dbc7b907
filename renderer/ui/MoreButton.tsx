import { Button } from './Button.tsx';

type MoreButtonProps = {
  /** How many of a list are shown, and how many there are. */
  readonly shown: number;
  readonly total: number;
  /** How many each press adds. */
  readonly step: number;
  readonly onMore: () => void;
};

/** At the end of a partly shown list: "50 more of 320". Renders nothing if all is shown. */
export const MoreButton = ({ shown, total, step, onMore }: MoreButtonProps) => {
  const left = total - shown;
  if (left <= 0) return null;
  return (
    <Button variant="quiet" onPress={onMore}>
      {Math.min(step, left).toLocaleString('en-GB')} more of {left.toLocaleString('en-GB')}
    </Button>
  );
};
