import { Entity } from '@backstage/catalog-model';
import { ownSourceLocation } from './ownSourceLocation';

const entity = (location?: string, source?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: {
      ...(location && { 'backstage.io/managed-by-location': location }),
      ...(source && { 'backstage.io/source-location': source }),
    },
  },
});
const file = 'url:https://git.example/acme/shop/blob/main/catalog-info.yaml';

describe('ownSourceLocation', () => {
  it.each([
    'url:https://git.example/acme/shop/tree/main/',
    'url:https://git.example/acme/shop/tree/main/packages/api/',
  ])('keeps a source location inside: %s', source => {
    expect(ownSourceLocation(entity(file, source))).toBe(source);
  });

  it.each([
    'url:https://git.example/acme/secret/tree/main/',
    'url:https://git.example/acme/shop-secret/tree/main/',
    'url:https://other.example/acme/shop/tree/main/',
    'url:https://git.example/acme/shop/tree/main/../../../secret/tree/main/',
    'url:https://git.example/acme/shop/tree/main/%2e%2e/secret/',
    'url:https://user@git.example/acme/shop/tree/main/',
  ])('falls back to where the entity came from: %s', source => {
    expect(ownSourceLocation(entity(file, source))).toBe(
      'url:https://git.example/acme/shop/tree/main/',
    );
  });

  it('is where the entity came from when it states none', () => {
    expect(ownSourceLocation(entity(file))).toBe(file);
  });

  it('has none for an entity that came from elsewhere', () => {
    const source = 'url:https://git.example/acme/shop/tree/main/';
    expect(ownSourceLocation(entity('file:/etc/x.yaml', source))).toBe(
      undefined,
    );
    expect(ownSourceLocation(entity(undefined, source))).toBe(undefined);
  });
});
