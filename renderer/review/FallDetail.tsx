import type { GraphNode } from '#domain/contract/graph.ts';
import type { FallToReview, UnsupportedToReview } from '#domain/contract/review.ts';
import { keyOfThing } from '#domain/graph/thing.ts';
import { printCount } from '#domain/print-count.ts';
import { deleteEvent } from '#renderer/parts/event/delete-event.ts';
import { GraphLine } from '#renderer/parts/graph/GraphTree.tsx';
import { goToNode } from '#renderer/parts/graph/go-to-thing.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { ReviewFoot } from './ReviewFoot.tsx';
import styles from './review.module.css';
import { openItem, settleFall } from './settle-item.ts';

type OfFall = { readonly item: FallToReview };

/** What rests on it, grouped by judgement or passage. */
const Parts = ({ nodes, root }: { readonly nodes: readonly GraphNode[]; readonly root: GraphNode }) =>
  nodes.length === 0 ? null : (
    <ul className={styles.parts}>
      {nodes.map((node) => (
        <li key={keyOfThing(node.thing)}>
          <button type="button" className={styles.part} onClick={() => goToNode(node, root.thing)}>
            <GraphLine node={node} />
          </button>
          <Parts nodes={node.children} root={root} />
        </li>
      ))}
    </ul>
  );

const Touched = ({ item, node }: OfFall & { readonly node: GraphNode }) => (
  <li className={styles.touched}>
    <GraphLine node={node} />
    <Parts nodes={node.children} root={item.fallen} />
    <div className={styles.acts}>
      <Button isSmall onPress={() => goToNode(node, item.fallen.thing)}>
        Open
      </Button>
      <Button isSmall onPress={() => void settleFall(item, [node])}>
        Still right
      </Button>
    </div>
  </li>
);

/** Weakened evidence, with everything that rests on it; each can be opened or confirmed as still right. */
export const FallDetail = ({ item }: OfFall) => (
  <>
    <p className={styles.outcome}>
      {item.touched.length === 1 ? 'One thing rests on it.' : `${item.touched.length} things rest on it.`}{' '}
      Open each, or mark it as still right.
    </p>
    <ul className={styles.evidence}>
      {item.touched.map((node) => (
        <Touched key={keyOfThing(node.thing)} item={item} node={node} />
      ))}
    </ul>
    <ReviewFoot>
      <Button variant="primary" onPress={() => openItem(item)}>
        Open what changed <Kbd keys="Enter" />
      </Button>
      <Button onPress={() => void settleFall(item, item.touched)}>
        All are still right <CommandKbd command="needs.see" />
      </Button>
      <p>You can undo this.</p>
    </ReviewFoot>
  </>
);

/** An event that no passage reports any more. */
export const UnsupportedDetail = ({ item }: { readonly item: UnsupportedToReview }) => (
  <>
    <p className={styles.outcome}>
      {printCount(item.count, 'passage')} said so. Without a passage the event is not evidence: add one,
      restore what was deleted, or move the event to the trash.
    </p>
    <ReviewFoot>
      <Button variant="primary" onPress={() => openItem(item)}>
        Open the event <Kbd keys="Enter" />
      </Button>
      <Button onPress={() => goTo({ view: 'trash' })}>Look in the trash</Button>
      <Button onPress={() => void deleteEvent(item.eventId, item.title)}>Move the event to trash</Button>
      <p>You can undo this.</p>
    </ReviewFoot>
  </>
);
