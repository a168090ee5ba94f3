import { useMessages } from '../../hooks/useMessages';
import levels from './levels.module.css';

const STEPS = [1, 2, 3];

/** A level as a small picture with a name: three steps, filled as far as it goes. */
export function LevelSteps(props: { level: number }) {
  const { level } = props;
  const { t } = useMessages();
  return (
    <span
      className={levels.steps}
      role="img"
      aria-label={t('sections.levels.level', { level: String(level) })}
    >
      {STEPS.map(step => (
        <span key={step} className={levels.step} data-reached={step <= level} />
      ))}
      <span aria-hidden="true">L{level}</span>
    </span>
  );
}
