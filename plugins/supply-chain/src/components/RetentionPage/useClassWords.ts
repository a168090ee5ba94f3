import { RetentionClass } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';

type Definition = RetentionClass['definition'];

/** Says how long a class keeps what, in two short lines. */
export function useClassWords() {
  const { t } = useMessages();
  const days = (count: number) => t('retention.rules.days', { count });
  return {
    howLong: ({ minimumDays, start, latestDays, ...rest }: Definition) =>
      [
        `${days(minimumDays)} ${t(`retention.rules.start.${start}`)}`,
        latestDays !== undefined &&
          t('retention.rules.at_most', { days: days(latestDays) }),
        rest.insteadOfDefault && t('retention.rules.instead'),
      ]
        .filter(Boolean)
        .join(', '),
    forWhat: ({ match }: Definition) =>
      [
        ...(match.kinds ?? []).map(kind => t(`states.kind.${kind}`)),
        ...(match.channels ?? []),
        ...(match.lines ?? []),
        ...Object.entries(match.entities ?? {}).map(
          ([name, glob]) => `${name} ${glob}`,
        ),
      ].join(', ') || t('retention.rules.everything'),
  };
}
