import { Button } from 'react-aria-components';
import type { PassageId } from '#domain/ids.ts';
import type { ContradictionGraph, GraphPassage } from '#domain/insights/contradictions.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { linkWord, type OpenPair } from './charts/GraphChart.tsx';
import styles from './table.module.css';

type PassageProps = { readonly passage: GraphPassage; readonly onOpen: (passageId: PassageId) => void };

const Passage = ({ passage, onOpen }: PassageProps) => {
  const labels = useLabels();
  return (
    <Button className={joinClasses(styles.passage)} onPress={() => onOpen(passage.id)}>
      <span className={styles.about}>
        {[
          labels.of(passage.label).name,
          printGrade(passage.grade) || 'not graded',
          passage.speaker ?? passage.publication,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {passage.quote}
    </Button>
  );
};

export type LinkTableProps = {
  readonly graph: ContradictionGraph;
  readonly onOpen: (passageId: PassageId) => void;
  readonly onOpenPair: OpenPair;
};

/** The graph as a table: a row for each relation, which can be opened like its passages. */
export const LinkTable = ({ graph, onOpen, onOpenPair }: LinkTableProps) => {
  const byId = new Map(graph.passages.map((passage) => [passage.id, passage]));
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Contradictions">
        <thead>
          <tr>
            <th scope="col">Passage</th>
            <th scope="col">Relation</th>
            <th scope="col">Passage</th>
            <th scope="col">Memos that cite both</th>
          </tr>
        </thead>
        <tbody>
          {graph.links.map(({ from, to, type, citedIn }) => {
            const [one, other] = [byId.get(from), byId.get(to)];
            if (one === undefined || other === undefined) return null;
            return (
              <tr key={`${from} ${to} ${type}`}>
                <td>
                  <Passage passage={one} onOpen={onOpen} />
                </td>
                <td>
                  <Button className={joinClasses(styles.passage)} onPress={() => onOpenPair(one)}>
                    {linkWord(type)}
                  </Button>
                </td>
                <td>
                  <Passage passage={other} onOpen={onOpen} />
                </td>
                <td>{citedIn.join(', ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
