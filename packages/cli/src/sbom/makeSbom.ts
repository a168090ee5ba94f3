import {
  Contrib,
  Enums,
  Models,
  Serialize,
  Spec,
  SPDX,
} from '@cyclonedx/cyclonedx-library';
import { readLicence } from '@hotpass/supply-chain-evidence';
import { InstalledPackage } from './InstalledPackage';

/** `pkg:npm/%40scope/name@version`. Source: purl-spec, types/npm. */
function purlOf({ name, version }: { name: string; version: string }): string {
  const parts = name.split('/').map(encodeURIComponent);
  return `pkg:npm/${parts.join('/')}@${encodeURIComponent(version)}`;
}

function licenceOf(stated: string): Models.License {
  const id = SPDX.fixupSpdxId(stated);
  if (id) return new Models.SpdxLicense(id);
  const { alternatives, unknownIds } = readLicence(stated);
  return alternatives.length > 0 && unknownIds.length === 0
    ? new Models.LicenseExpression(stated)
    : new Models.NamedLicense(stated);
}

function componentOf(
  installed: InstalledPackage,
  type: Enums.ComponentType,
): Models.Component {
  const { name, version, author, description, licence } = installed;
  const scoped = /^(@[^/]+)\/(.+)$/.exec(name);
  const purl = purlOf(installed);
  const component = new Models.Component(type, scoped?.[2] ?? name, {
    group: scoped?.[1],
    version,
    author,
    publisher: author,
    description,
    purl,
    bomRef: purl,
  });
  if (licence) component.licenses.add(licenceOf(licence));
  return component;
}

export interface MakeSbomOptions {
  root: InstalledPackage;
  tool: { name: string; version: string };
  timestamp: Date;
}

/** A CycloneDX 1.6 document of an installed package: every package once, with the graph. */
export function makeSbom(options: MakeSbomOptions): string {
  const { root, tool } = options;
  // The same version installed at two places is one component.
  const components = new Map<string, Models.Component>();
  const visited = new Set<InstalledPackage>();
  const visit = (installed: InstalledPackage): Models.Component => {
    const key = purlOf(installed);
    const component =
      components.get(key) ??
      componentOf(
        installed,
        installed === root
          ? Enums.ComponentType.Application
          : Enums.ComponentType.Library,
      );
    components.set(key, component);
    if (!visited.has(installed)) {
      visited.add(installed);
      for (const dependency of installed.dependencies) {
        const target = visit(dependency);
        if (target !== component) component.dependencies.add(target.bomRef);
      }
    }
    return component;
  };
  const main = visit(root);
  components.delete(purlOf(root));

  const bom = new Models.Bom({
    serialNumber: Contrib.Bom.Utils.randomSerialNumber(),
    metadata: new Models.Metadata({
      timestamp: options.timestamp,
      tools: new Models.Tools({
        components: new Models.ComponentRepository([
          new Models.Component(Enums.ComponentType.Application, tool.name, {
            version: tool.version,
          }),
        ]),
      }),
      component: main,
    }),
    components: new Models.ComponentRepository(components.values()),
  });
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}
