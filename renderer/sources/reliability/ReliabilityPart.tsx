import { useRef, useState } from 'react';
import type { Source } from '#domain/source/source.ts';
import { type Reliability, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { ReliabilityPicker } from '#renderer/parts/source/ReliabilityPicker.tsx';
import { PageSection } from '#renderer/ui/pages/PageSection.tsx';
import { useToday } from '#renderer/window/today.ts';
import styles from '../sources.module.css';
import { ChangeReliability } from './ChangeReliability.tsx';
import { ReliabilityTimeline } from './ReliabilityTimeline.tsx';

/** The letter of a source, its wording, and how it came to it. */
export const ReliabilityPart = ({ source }: { readonly source: Source }) => {
  const [to, setTo] = useState<Reliability | null | undefined>(undefined);
  const today = useToday();
  const picker = useRef<HTMLButtonElement>(null);
  useCommand('source.reliability', () => picker.current?.click());
  return (
    <PageSection title="Reliability">
      <div className={styles.reliability}>
        <ReliabilityPicker
          isLabelHidden
          button={picker}
          value={source.reliability}
          onChange={(letter) => letter !== source.reliability && setTo(letter)}
        />
        <p className={styles.quiet}>
          {source.reliability === null
            ? 'No letter yet: nothing is assumed.'
            : reliabilityTable[source.reliability].meaning}
        </p>
      </div>
      {source.reliabilityHistory.length > 1 && <ReliabilityTimeline history={source.reliabilityHistory} />}
      {source.reliabilityHistory.length > 0 && (
        <table className={styles.history}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {source.reliabilityHistory.toReversed().map((change) => (
              <tr key={change.at}>
                <td>{printInstantDay(change.at, today)}</td>
                <td>{change.from ?? '–'}</td>
                <td>{change.to ?? '–'}</td>
                <td>{change.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {to !== undefined && <ChangeReliability source={source} to={to} onClose={() => setTo(undefined)} />}
    </PageSection>
  );
};
