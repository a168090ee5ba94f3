import { ReactElement, ReactNode } from 'react';
import { RiErrorWarningLine, RiVerifiedBadgeFill } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { StatusWord } from '../shared';
import picture from './provenance.module.css';
import styles from './sections.module.css';

/** One box of the picture, dashed while nobody we trust has said what is in it. */
export function ProvenanceBox(props: {
  title: string;
  icon: ReactElement;
  declared: boolean;
  /** Said where there is no content. */
  empty: string;
  children?: ReactNode;
}) {
  const { title, icon, declared, empty, children } = props;
  const { t } = useMessages();
  const isEmpty = children === undefined;
  return (
    <li className={picture.box} data-declared={declared || isEmpty}>
      <h4 className={picture.boxTitle}>
        <span className={picture.boxIcon} aria-hidden="true">
          {icon}
        </span>
        {title}
      </h4>
      <div className={picture.boxBody}>
        {isEmpty ? <span className={styles.muted}>{empty}</span> : children}
      </div>
      {!isEmpty && (
        <div className={picture.boxFoot}>
          {declared ? (
            <StatusWord
              icon={<RiErrorWarningLine />}
              tone="warning"
              title={t('sections.provenance.declaredHint')}
            >
              {t('sections.provenance.declared')}
            </StatusWord>
          ) : (
            <StatusWord icon={<RiVerifiedBadgeFill />} tone="success">
              {t('sections.provenance.proven')}
            </StatusWord>
          )}
        </div>
      )}
    </li>
  );
}
