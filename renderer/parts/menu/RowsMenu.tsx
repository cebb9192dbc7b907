import { Rows3 } from 'lucide-react';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';

const heights = [
  { id: 'comfortable', name: 'Comfortable rows' },
  { id: 'compact', name: 'Compact rows' },
] as const;

/** The row height of all lists; a list of articles may be a table of columns instead. */
export const RowsMenu = ({ canHaveColumns = false }: { readonly canHaveColumns?: boolean }) => {
  const { rowHeight, hasArticleColumns } = useSettings();
  const areColumns = canHaveColumns && hasArticleColumns;
  const columns = {
    id: 'columns',
    name: 'Columns',
    isDisabled: areColumns,
    run: () => void changeSettings({ hasArticleColumns: true }),
  };
  return (
    <Menu
      label="Rows"
      trigger={<IconButton icon={Rows3} label="Height of rows" isSmall />}
      entries={[
        ...heights.map(({ id, name }) => ({
          id,
          name,
          isDisabled: id === rowHeight && !areColumns,
          run: () =>
            void changeSettings({ rowHeight: id, ...(canHaveColumns && { hasArticleColumns: false }) }),
        })),
        ...(canHaveColumns ? [columns] : []),
      ]}
    />
  );
};
