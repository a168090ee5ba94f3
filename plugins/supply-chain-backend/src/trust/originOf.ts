import { Entity } from '@backstage/catalog-model';
import { ownSourceLocation } from '../catalog/ownSourceLocation';
import { SubjectRow } from '../database/rows';
import { fit } from '../database/text';

/** What tells whether an entity is still the one that its evidence was trusted for. */
export interface Origin {
  /** The catalog gives an entity that is registered again another one. */
  uid?: string;
  source?: string;
}

export function originOf(entity: Entity): Origin {
  const { uid } = entity.metadata;
  const source = ownSourceLocation(entity);
  return {
    ...(uid && { uid: fit(uid, 64) }),
    ...(source && { source: fit(source, 2000) }),
  };
}

type Confirmed = Pick<SubjectRow, 'catalog_uid' | 'confirmed_source'>;

/** Whether it is not, or was never looked at. */
export function isOther(confirmed: Confirmed, origin: Origin): boolean {
  return (
    confirmed.confirmed_source !== origin.source ||
    (origin.uid !== undefined && confirmed.catalog_uid !== origin.uid)
  );
}

/** In sentences; empty where nothing changed, or nothing was confirmed before. */
export function changesOf(
  confirmed: Confirmed,
  origin: Origin,
  { wasGone }: { wasGone: boolean },
): string[] {
  const { catalog_uid: uid, confirmed_source: source } = confirmed;
  if (uid === undefined && source === undefined) return [];
  const isAnother =
    uid !== undefined && origin.uid !== undefined && uid !== origin.uid;
  return [
    ...(isAnother ? ['The entity was registered again.'] : []),
    ...(wasGone && !isAnother
      ? ['The entity left the catalog and came back.']
      : []),
    ...(source !== origin.source
      ? [
          `Its source location was ${quote(source)} and is ${quote(
            origin.source,
          )} now.`,
        ]
      : []),
  ];
}

function quote(source: string | undefined): string {
  return source === undefined ? 'not known' : `'${source}'`;
}
