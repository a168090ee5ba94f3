import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  EVIDENCE_OF_ANNOTATION,
  evidenceSubmitPermission,
  healthReadPermission,
  pipelinesReadPermission,
  supplyChainPermissions,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { SamplePolicy } from './SamplePolicy';

const person = (...ownershipEntityRefs: string[]) => ({
  credentials: mockCredentials.user(),
  info: { userEntityRef: 'user:default/mock', ownershipEntityRefs },
});

describe('SamplePolicy', () => {
  const policy = new SamplePolicy();

  it('lets devops do everything with evidence', async () => {
    for (const permission of supplyChainPermissions) {
      await expect(
        policy.handle({ permission }, person('group:default/devops')),
      ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    }
  });

  it('lets compliance read but not send', async () => {
    const compliance = person('user:default/c', 'group:default/compliance');
    await expect(
      policy.handle({ permission: healthReadPermission }, compliance),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    await expect(
      policy.handle({ permission: pipelinesReadPermission }, compliance),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
    await expect(
      policy.handle({ permission: evidenceSubmitPermission }, compliance),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['user:default/c', 'group:default/compliance'] },
      },
    });
  });

  it('limits everybody else to what they own, and hides pipelines and their health', async () => {
    const visitor = person('user:default/visitor');
    for (const permission of supplyChainPermissions) {
      const decision = await policy.handle({ permission }, visitor);
      expect(decision.result).toBe(
        permission === healthReadPermission ||
          permission === pipelinesReadPermission
          ? AuthorizeResult.DENY
          : AuthorizeResult.CONDITIONAL,
      );
    }
  });

  it('lets nobody delete from the catalog', async () => {
    await expect(
      policy.handle(
        { permission: catalogEntityDeletePermission },
        person('group:default/devops'),
      ),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });
});

describe('SamplePolicy on the catalog', () => {
  const policy = new SamplePolicy();

  it('shows all to readers, and to others no companion that they do not own', async () => {
    const query = { permission: catalogEntityReadPermission };
    await expect(
      policy.handle(query, person('group:default/security')),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    await expect(
      policy.handle(query, person('user:default/visitor')),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        anyOf: [
          {
            not: {
              rule: 'HAS_ANNOTATION',
              params: { annotation: EVIDENCE_OF_ANNOTATION },
            },
          },
          {
            rule: 'IS_ENTITY_OWNER',
            params: { claims: ['user:default/visitor'] },
          },
        ],
      },
    });
  });
});
