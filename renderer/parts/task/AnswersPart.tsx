import { taskAnswers } from '#domain/contract/task.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { goTo } from '#renderer/window/navigation.ts';
import type { PassageCardProps } from '../passage/card/card-props.ts';
import styles from './answer.module.css';
import { answerTask } from './task-acts.ts';

/** How many open gaps are suggested; the others can be closed from their own menu. */
const MAX_OFFERED = 2;

/** The tasks that the passage answers, and below them open gaps on its tags that it may answer. */
export const AnswersPart = ({ articleId, passage }: Pick<PassageCardProps, 'articleId' | 'passage'>) => {
  const on = { articleId, passageId: passage.id };
  const { data } = useQuery(taskAnswers, on);
  if (data === undefined || data === null) return null;
  return (
    <>
      {data.answered.map(({ task }) => (
        <button
          key={task.id}
          type="button"
          className={joinClasses('word-button', styles.answers)}
          onClick={() => goTo({ view: 'tasks' })}
        >
          Answers “{task.title}”
        </button>
      ))}
      {data.mayAnswer.slice(0, MAX_OFFERED).map((row) => (
        <div key={row.task.id} className={styles.offer}>
          <span>Open gap: {row.task.title}</span>
          <Button isSmall variant="quiet" onPress={() => void answerTask(row, on)}>
            This answers it
          </Button>
        </div>
      ))}
    </>
  );
};
