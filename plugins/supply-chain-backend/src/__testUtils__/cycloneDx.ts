/** A CycloneDX document of `names` as `name@version`, all direct dependencies. */
export function cycloneDx(
  root: { name: string; version: string },
  names: string[],
): Buffer {
  const components = names.map(text => {
    const [name, version] = text.split('@');
    return {
      type: 'library',
      'bom-ref': text,
      name,
      version,
      purl: `pkg:npm/${name}@${version}`,
      licenses: [{ license: { id: 'MIT' } }],
    };
  });
  const rootRef = `${root.name}@${root.version}`;
  return Buffer.from(
    JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        timestamp: '2026-01-01T00:00:00Z',
        component: { type: 'application', 'bom-ref': rootRef, ...root },
      },
      components,
      dependencies: [
        { ref: rootRef, dependsOn: names },
        ...names.map(ref => ({ ref })),
      ],
    }),
  );
}
