import {
  Posture,
  SubmitOptions,
  SupplyChainApi,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { pagedApi } from './pagedApi';
import { changeRelease, postures } from './postureFixtures';
import { baseRelease, evidence, release } from './releaseFixtures';
import { dependents, trustPolicy, trustTest } from './trustFixtures';

/** The backend in memory, with two handles for `dev/` and for tests. */
export interface InMemoryApi extends SupplyChainApi {
  submitted: SubmitOptions[];
  /** What the entity's posture is from now on; an error is thrown. */
  setPosture(entityRef: string, posture: Posture | Error): void;
}

const releases = [release, baseRelease, changeRelease];

function unused(): never {
  throw new Error('The pages do not ask for this');
}

/** Creates a backend in memory; components have sent nothing until told otherwise. */
export function inMemoryApi(): InMemoryApi {
  const known = new Map<string, Posture | Error>();
  const submitted: SubmitOptions[] = [];
  const setPosture: InMemoryApi['setPosture'] = (ref, posture) =>
    known.set(ref, posture);
  return {
    ...pagedApi,
    submitted,
    setPosture,
    resolveReferences: unused,
    getPosture: async (entityRef, options = {}) => {
      const posture = known.get(entityRef) ?? postures['not-known'];
      if (posture instanceof Error) throw posture;
      const named = releases.find(({ id }) => id === options.release);
      const base = releases.find(({ id }) => id === options.compareWith);
      if (options.release && !named) {
        throw Object.assign(new Error('No such release'), { statusCode: 404 });
      }
      return {
        ...posture,
        entityRef,
        ...(named && { release: named }),
        ...(base &&
          posture.changes && { changes: { ...posture.changes, base } }),
      };
    },
    getReleases: async () => ({ items: releases, totalItems: 3 }),
    submit: async options => {
      submitted.push(options);
      setPosture(options.entityRef, postures['can-ship']);
      return {
        id: 'receipt-1',
        status: 'accepted',
        at: '2026-11-23T12:00:00Z',
        evidence: evidence[0],
        release: { ...release, version: options.release },
      };
    },
    getReceipt: unused,
    getGate: unused,
    getPipelineMappings: unused,
    explainPipeline: unused,
    getTrustPolicy: async () => trustPolicy,
    testTrust: async () => trustTest,
    getTrustDependents: async () => dependents,
    confirmTrust: async entityRef => {
      const posture = known.get(entityRef);
      if (!posture || posture instanceof Error || !posture.trust) return;
      const { held, ...trust } = posture.trust;
      setPosture(entityRef, { ...posture, trust });
    },
    getWhereUsed: unused,
    recordPromotion: unused,
  };
}
