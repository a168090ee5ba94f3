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

  const decide = async (name: string, ...groups: string[]) => {
    const permission = supplyChainPermissions.find(each => each.name === name)!;
    const { result } = await policy.handle({ permission }, person(...groups));
    return result;
  };

  it('lets devops do everything with evidence, and nothing that compliance decides', async () => {
    const devops = 'group:default/devops';
    for (const what of ['read', 'download', 'submit', 'withdraw']) {
      expect(await decide(`supply-chain.evidence.${what}`, devops)).toBe(
        AuthorizeResult.ALLOW,
      );
    }
    for (const name of [
      'supply-chain.retention.approve',
      'supply-chain.hold.lift',
      'supply-chain.erasure.approve',
      'supply-chain.trust.confirm',
    ]) {
      expect(await decide(name, devops)).toBe(AuthorizeResult.DENY);
    }
  });

  it('leaves it to compliance to lift and approve what others place and propose', async () => {
    // As the demo has them: the guest's teams, and counsel's
    const guest = ['group:default/devops', 'group:default/security'];
    const counsel = 'group:default/compliance';
    for (const [placed, decided] of [
      ['supply-chain.hold.place', 'supply-chain.hold.lift'],
      ['supply-chain.retention.propose', 'supply-chain.retention.approve'],
      ['supply-chain.erasure.request', 'supply-chain.erasure.approve'],
    ]) {
      expect(await decide(placed, ...guest)).toBe(AuthorizeResult.ALLOW);
      expect(await decide(decided, ...guest)).toBe(AuthorizeResult.DENY);
      expect(await decide(decided, counsel)).toBe(AuthorizeResult.ALLOW);
    }
  });

  it('names who may, for every permission of the plugin', async () => {
    const groups = ['devops', 'security', 'compliance'];
    const all = groups.map(name => `group:default/${name}`);
    for (const { name } of supplyChainPermissions) {
      expect([name, await decide(name, ...all)]).toEqual([
        name,
        AuthorizeResult.ALLOW,
      ]);
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

  it('limits everybody else to what they own, and gives nothing that is about all', async () => {
    const visitor = person('user:default/visitor');
    for (const permission of supplyChainPermissions) {
      const decision = await policy.handle({ permission }, visitor);
      expect([permission.name, decision.result]).toEqual([
        permission.name,
        permission.name.startsWith('supply-chain.evidence.')
          ? AuthorizeResult.CONDITIONAL
          : AuthorizeResult.DENY,
      ]);
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
