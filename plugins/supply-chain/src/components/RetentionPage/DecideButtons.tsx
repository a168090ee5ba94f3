import { Button } from '@backstage/ui';
import { useState } from 'react';
import { ReasonDialog } from '../shared';

/** What a decision is called, and how it is made. */
export interface Decision {
  action: string;
  title: string;
  hint: string;
  destructive?: boolean;
  act: (reason: string) => Promise<unknown>;
}

/** Approve or reject what somebody else asked for, each with a reason. */
export function DecideButtons(props: {
  decisions: Decision[];
  reasonHint: string;
  failed: string;
  onDecided: () => void;
}) {
  const { decisions, reasonHint, failed, onDecided } = props;
  const [chosen, setChosen] = useState<Decision>();
  return (
    <>
      {decisions.map(decision => (
        <Button
          key={decision.action}
          size="small"
          variant="secondary"
          destructive={decision.destructive}
          onPress={() => setChosen(decision)}
        >
          {decision.action}
        </Button>
      ))}
      {chosen && (
        <ReasonDialog
          title={chosen.title}
          hint={chosen.hint}
          reasonHint={reasonHint}
          action={chosen.action}
          destructive={chosen.destructive}
          failed={failed}
          onAct={chosen.act}
          onClose={done => {
            setChosen(undefined);
            if (done) onDecided();
          }}
        />
      )}
    </>
  );
}
