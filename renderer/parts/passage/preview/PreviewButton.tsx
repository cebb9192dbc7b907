import { PanelRight } from 'lucide-react';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';

/** Shows what is selected in a drawer, where there is no room for it beside the page. */
export const PreviewButton = ({ onPress }: { readonly onPress: () => void }) => (
  <IconButton icon={PanelRight} label="Preview" keys={usePrintedKey('pane.margin')} onPress={onPress} />
);
