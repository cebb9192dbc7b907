import { useState } from 'react';
import { act } from '#renderer/bridge/act.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';

type Place = { readonly folder: string; readonly choose: () => Promise<void> };

/** The folder that memos are exported to, and a way to another one. */
export const useExportPlace = (): Place => {
  const answer = useQueryOnce('memo:export-place', {});
  const [chosen, setChosen] = useState<string | null>(null);
  return {
    folder: chosen ?? (answer?.ok === true ? answer.value.folder : ''),
    choose: async () => {
      const place = await act('memo:choose-export-folder', {});
      if (place.ok) setChosen(place.value.folder);
    },
  };
};
