import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { MissingEvidencePage } from '@hotpass/backstage-plugin-supply-chain-common';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import {
  DataColumn,
  refName,
  RelativeTime,
  ServerTable,
  useEntityTabPath,
  useServerTable,
} from '../shared';
import { Block } from './Block';

type Row = MissingEvidencePage['items'][number];

/** Which entity and release should have evidence and has none. */
export function Missing() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const tabPath = useEntityTabPath();
  const table = useServerTable({
    name: 'lacking',
    filters: [] as const,
    getId: (row: Row) => row.entityRef,
    version: '',
    load: ({ signal, cursor, limit, query }) =>
      api.getMissing({ cursor, limit, query }, { signal }),
  });
  const columns: DataColumn<Row>[] = [
    {
      id: 'entity',
      label: t('retention.entity'),
      rowHeader: true,
      cell: ({ entityRef, title, release }) => (
        <>
          <Link href={tabPath(entityRef)} variant="body-medium">
            {title ?? refName(entityRef)}
          </Link>{' '}
          {release}
        </>
      ),
    },
    {
      id: 'missing',
      label: t('retention.missing.what'),
      cell: ({ missing, level }) =>
        `${missing.map(kind => t(`states.kind.${kind}`)).join(', ')} (${t(
          `retention.missing.${level}`,
        )})`,
    },
    {
      id: 'owner',
      label: t('retention.missing.owner'),
      cell: ({ owner }) => owner && refName(owner),
    },
    {
      id: 'since',
      label: t('retention.missing.since'),
      cell: ({ since }) => since && <RelativeTime at={since} />,
    },
  ];
  return (
    <Block title={t('retention.missing.title')}>
      <ServerTable
        label={t('retention.missing.label')}
        what={t('retention.missing.loading')}
        search={t('retention.missing.search')}
        table={table}
        columns={columns}
        getName={({ entityRef }) => refName(entityRef)}
        emptyTitle={t('retention.missing.emptyTitle')}
        empty={t('retention.missing.empty')}
      />
    </Block>
  );
}
