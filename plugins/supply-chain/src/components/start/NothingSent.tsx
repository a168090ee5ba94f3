import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  RiFolderOpenLine,
  RiGitMergeLine,
  RiUploadCloud2Line,
} from '@remixicon/react';
import { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { ExpectedKinds } from './ExpectedKinds';
import { FromComputer } from './FromComputer';
import { FromPipeline } from './FromPipeline';
import { FromRepository } from './FromRepository';
import styles from './start.module.css';

function Way(props: {
  icon: ReactElement;
  title: string;
  children: ReactNode;
}) {
  return (
    <Card>
      <CardHeader>
        <div className={styles.wayHead}>
          <span className={styles.wayIcon} aria-hidden>
            {props.icon}
          </span>
          <Text as="h3" variant="title-x-small" weight="bold">
            {props.title}
          </Text>
        </div>
      </CardHeader>
      <CardBody>{props.children}</CardBody>
    </Card>
  );
}

/** A component without evidence: what is expected, and three ways to send it. */
export function NothingSent(props: { posture: Posture; onSent: () => void }) {
  const { posture, onSent } = props;
  const { entityRef, expected } = posture;
  const { t } = useMessages();
  return (
    <div className={styles.root}>
      <div className={styles.ways}>
        <Way icon={<RiGitMergeLine />} title={t('start.ci.title')}>
          <FromPipeline entityRef={entityRef} />
        </Way>
        <div className={styles.side}>
          <ExpectedKinds expected={expected} />
          <Way icon={<RiUploadCloud2Line />} title={t('start.drop.title')}>
            <FromComputer entityRef={entityRef} onSent={onSent} />
          </Way>
          <Way icon={<RiFolderOpenLine />} title={t('start.collect.title')}>
            <FromRepository />
          </Way>
        </div>
      </div>
    </div>
  );
}
