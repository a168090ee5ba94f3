/**
 * The fragment that reading a document of these component versions gives, made
 * without reading one, so that a row about judging measures judging alone.
 */
export function fragmentOf(universe, ids) {
  const licences = [];
  const positions = new Map();
  const components = {
    key: [],
    packageKey: [],
    type: [],
    name: [],
    version: [],
    purl: [],
    licence: [],
    direct: [],
    pointer: [],
  };
  let row = 0;
  for (const id of ids) {
    const item = universe.packageOf(id);
    const purl = universe.purl(id);
    if (item.licence && !positions.has(item.licence)) {
      positions.set(item.licence, licences.push(item.licence) - 1);
    }
    components.key.push(purl);
    components.packageKey.push(universe.packageKey(id));
    components.type.push(item.type);
    components.name.push(item.name);
    components.version.push(universe.versionText(id));
    components.purl.push(purl);
    components.licence.push(positions.get(item.licence) ?? -1);
    components.direct.push(row % 33 === 0 ? 1 : 0);
    components.pointer.push(`/components/${row++}`);
  }
  const total = ids.length;
  const all = { present: total, total };
  return {
    recognised: {
      state: 'recognised',
      format: 'cyclonedx-json',
      version: '1.6',
      mediaType: 'application/vnd.cyclonedx+json',
      kind: 'sbom',
      detectedBy: 'bomFormat == "CycloneDX"',
    },
    valid: {
      state: 'valid',
      schema: 'CycloneDX 1.6',
      defects: [],
      defectCount: 0,
    },
    signed: false,
    generator: { name: 'bench', version: '1.0.0' },
    subjects: [],
    sbom: {
      root: { name: 'svc', version: '1.0.0' },
      rootIsPlaceholder: false,
      authors: 0,
      supplier: false,
      lifecycles: ['build'],
      timestamp: true,
      tool: true,
      counts: {
        producer: { present: 0, total },
        version: all,
        identifier: all,
        hash: all,
        licence: {
          present: components.licence.filter(l => l >= 0).length,
          total,
        },
        relationship: all,
      },
    },
    components,
    licences,
    findings: [],
  };
}
