import { Hold } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { refName, shortDigest } from '../shared';

type QueryMember = keyof NonNullable<Hold['target']['query']>;

/** Says what a hold holds, in one line and by the names that people know. */
export function useTargetWords() {
  const { t } = useMessages();
  return ({ target, about }: Pick<Hold, 'target' | 'about'>): string => {
    const { entityRef, releaseId, digest, query } = target;
    const word = (kind: 'entity' | 'release' | 'digest' | 'query') =>
      t(`retention.holds.of.${kind}`);
    const release = about && [refName(about.entityRef), about.version];
    if (entityRef) return `${word('entity')}: ${entityRef}`;
    if (releaseId) {
      return `${word('release')}: ${release?.join(' ') ?? releaseId}`;
    }
    if (digest) {
      const { kind, fileName } = about ?? {};
      const name = [
        kind && t(`states.kind.${kind}`),
        fileName,
        release && `(${release.join(' ')})`,
        shortDigest(digest),
      ];
      return `${word('digest')}: ${name.filter(Boolean).join(' ')}`;
    }
    const parts = Object.entries(query ?? {}).map(
      ([member, value]) =>
        `${t(`retention.holds.query.${member as QueryMember}`)} ${say(value)}`,
    );
    return `${word('query')}: ${parts.join(' · ')}`;
  };
}

function say(value: string | string[] | Record<string, string>): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(', ');
  return Object.entries(value)
    .map(pair => pair.join('='))
    .join(', ');
}
