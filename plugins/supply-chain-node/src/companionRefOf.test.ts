import {
  KubernetesValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';
import { companionRefOf } from './companionRefOf';

const nameOf = (name: string) =>
  parseEntityRef(companionRefOf(`component:default/${name}`)).name;

it('is readable, in the namespace of its entity, and the same for every spelling', () => {
  expect(companionRefOf('component:default/app')).toBe(
    'resource:default/evidence-component-app',
  );
  expect(companionRefOf('Component:Team/App')).toBe(
    companionRefOf('component:team/app'),
  );
  expect(companionRefOf('api:default/app')).not.toBe(
    companionRefOf('component:default/app'),
  );
});

it('always is a name that the catalog takes', () => {
  for (let length = 1; length <= 63; length += 1) {
    for (const end of ['a', '.a', '-a', '_a']) {
      const name = `${'a'.repeat(63)}`.slice(0, length - end.length) + end;
      if (name.length > 63) continue;
      expect(KubernetesValidatorFunctions.isValidObjectName(nameOf(name))).toBe(
        true,
      );
    }
  }
});

it('gives nobody the companion of another one by a clever name', () => {
  const victim = 'b'.repeat(63);
  const taken = nameOf(victim);
  expect(taken).toHaveLength(63);
  const copy = taken.slice('evidence-component-'.length);
  expect(nameOf(copy)).not.toBe(taken);
  expect(nameOf(`${victim.slice(0, 62)}c`)).not.toBe(taken);
});
