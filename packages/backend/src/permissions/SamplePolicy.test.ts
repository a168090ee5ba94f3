import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogEntityDeletePermission } from '@backstage/plugin-catalog-common/alpha';
import {
  artifactRestorePermission,
  evidenceDownloadPermission,
  evidenceReadPermission,
  evidenceSubmitPermission,
  evidenceWithdrawPermission,
  healthReadPermission,
  holdPlacePermission,
  pipelinesReadPermission,
  supplyChainPermissions,
  trustConfirmPermission,
  trustReadPermission,
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

  it('lets compliance keep, and security confirm and restore', async () => {
    const allowed = async (group: string) => {
      const results = [];
      for (const permission of [
        trustReadPermission,
        holdPlacePermission,
        trustConfirmPermission,
        artifactRestorePermission,
      ]) {
        const user = person(`group:default/${group}`);
        const { result } = await policy.handle({ permission }, user);
        results.push(result === AuthorizeResult.ALLOW);
      }
      return results;
    };
    expect(await allowed('compliance')).toEqual([true, true, false, false]);
    expect(await allowed('security')).toEqual([true, false, true, true]);
  });

  it('limits everybody else to evidence that they own, and denies the rest', async () => {
    const visitor = person('user:default/visitor');
    const ofEntities = [
      evidenceReadPermission,
      evidenceDownloadPermission,
      evidenceSubmitPermission,
      evidenceWithdrawPermission,
    ].map(({ name }) => name);
    for (const permission of supplyChainPermissions) {
      const { result } = await policy.handle({ permission }, visitor);
      expect([permission.name, result]).toEqual([
        permission.name,
        ofEntities.includes(permission.name)
          ? AuthorizeResult.CONDITIONAL
          : AuthorizeResult.DENY,
      ]);
    }
  });

  it('denies what it does not know of the plugin', async () => {
    const permission = createPermission({
      name: 'supply-chain.new.thing',
      attributes: {},
    });
    await expect(
      policy.handle({ permission }, person('group:default/devops')),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
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
