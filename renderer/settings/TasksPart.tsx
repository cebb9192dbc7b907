import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { Part } from './Part.tsx';
import styles from './settings.module.css';

/** Whether the system tells of what is due. */
export const TasksPart = () => {
  const { tellsDueTasks } = useSettings();
  return (
    <Part title="Tasks">
      <Switch isSelected={tellsDueTasks} onChange={(isOn) => void changeSettings({ tellsDueTasks: isOn })}>
        Notify me of tasks that are due
      </Switch>
      <p className={styles.quiet}>
        Once a day, from 8 o’clock on, while Precis runs. One task alone is named, unless the archive is
        encrypted.
      </p>
    </Part>
  );
};
