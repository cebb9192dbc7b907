import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';

/** Beside the list, while none of it is open. */
export const NoArticleOpen = () => {
  const { data: counts } = useQuery('counts:get', {});
  return (
    <Panel label="Article" kind="page">
      <h1 className="visually-hidden">Articles</h1>
      {counts?.articles === 0 ? (
        <EmptyState
          title="Nothing to read yet"
          actions={
            <>
              <Button variant="primary" onPress={() => runCommand('import.clipboard')}>
                Paste an article
              </Button>
              <Button onPress={() => runCommand('import.files')}>Import files…</Button>
            </>
          }
        />
      ) : (
        <EmptyState title="Select an article to read">
          <CommandKbd command="pane.next" /> goes to the list, <CommandKbd command="palette.open" /> finds
          anything.
        </EmptyState>
      )}
    </Panel>
  );
};
