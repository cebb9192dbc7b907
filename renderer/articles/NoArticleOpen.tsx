import { runCommand } from '#renderer/bridge/commands.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';

/** Beside the list, while none of it is open. */
export const NoArticleOpen = () => {
  const { data: counts } = useQuery('counts:get', {});
  return (
    <Panel label="Article" kind="page">
      <h1 className="visually-hidden">Articles</h1>
      {counts?.articles === 0 ? (
        <EmptyState
          title="No articles yet"
          actions={
            <>
              <Button variant="primary" onPress={() => runCommand('import.clipboard')}>
                Paste an article
              </Button>
              <Button onPress={() => runCommand('import.files')}>Import files…</Button>
            </>
          }
        >
          Paste text here (<Kbd keys="Mod+V" />
          ), drop files, or press <Kbd keys="Mod+O" />.
        </EmptyState>
      ) : (
        <EmptyState title="Choose an article to read">
          <Kbd keys="F6" /> goes to the list, <Kbd keys="Mod+K" /> finds anything.
        </EmptyState>
      )}
    </Panel>
  );
};
