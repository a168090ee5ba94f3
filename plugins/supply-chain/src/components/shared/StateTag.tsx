import { PostureState } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { verdictLooks } from '../verdict';
import { StatusWord } from './StatusWord';

/** The word for a posture, with the icon that the verdict has everywhere. */
export function StateTag(props: { state: PostureState; strong?: boolean }) {
  const { t } = useMessages();
  const { icon, status, quiet } = verdictLooks[props.state];
  return (
    <StatusWord
      icon={icon}
      tone={quiet ? 'neutral' : status}
      strong={props.strong}
    >
      {t(`states.posture.${props.state}`)}
    </StatusWord>
  );
}
