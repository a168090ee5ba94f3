import { RiBugLine } from '@remixicon/react';
import { Component } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { DataColumn, StatusWord } from '../shared';
import styles from './sections.module.css';

/** Columns of the components table. */
export function useComponentColumns(): DataColumn<Component>[] {
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  return [
    {
      id: 'name',
      label: t('sections.components.name'),
      sortable: true,
      rowHeader: true,
      cell: ({ name, purl }) => (
        <>
          <span className={styles.name}>{name}</span>
          {purl && (
            <div className={`${styles.mono} ${styles.muted}`}>{purl}</div>
          )}
        </>
      ),
    },
    {
      id: 'version',
      label: t('sections.components.version'),
      sortable: true,
      cell: ({ version }) =>
        version ?? (
          <span className={styles.muted}>{t('states.notStated')}</span>
        ),
    },
    {
      id: 'licence',
      label: t('sections.components.licence'),
      sortable: true,
      cell: ({ licence }) =>
        licence ?? (
          <span className={styles.muted}>
            {t('sections.components.noLicence')}
          </span>
        ),
    },
    {
      id: 'relation',
      label: t('sections.components.relation'),
      sortable: true,
      cell: ({ relation }) => t(`sections.components.relationWord.${relation}`),
    },
    {
      id: 'findings',
      label: t('sections.components.findings'),
      sortable: true,
      cell: ({ findings }) =>
        findings ? (
          <StatusWord icon={<RiBugLine />} tone="danger">
            {formatNumber(findings)}
          </StatusWord>
        ) : (
          <span className={styles.muted}>
            {t('sections.components.noFindings')}
          </span>
        ),
    },
  ];
}
