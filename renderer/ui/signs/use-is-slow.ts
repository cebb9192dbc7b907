import { useEffect, useState } from 'react';

/** What takes no longer is done before anyone asks how far it is. */
const SHOWN_AFTER_MS = 1000;

/** Whether what is under way has taken so long that its progress is to be shown. */
export const useIsSlow = (isUnderWay: boolean): boolean => {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(() => setIsSlow(true), SHOWN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isUnderWay]);
  return isSlow;
};
