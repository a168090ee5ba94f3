# Components that may not ship at all.
package supply_chain.components

import data.supply_chain.lib
import data.supply_chain.licences
import data.supply_chain.purls

# METADATA
# title: Component is denied
# description: A component is on the list of packages that may not ship, such as malware.
# custom:
#   code: CMP-001
#   severity: critical
#   level: deny
#   collections: [release]
#   controls: ["S2C2F:ING-3", "S2C2F:SCA-4"]
#   needs: [sbom]
#   waivable: true
results["CMP-001"] := {"count": count(rows), "hits": hits} if {
	rows := [{"row": row, "denied": denied} |
		some denied in candidates
		some row, purl in input.components.purl
		startswith(purl, denied.package)
		is_denied(purl, row, denied)
	]
	hits := [hit |
		some found in lib.shown(rows)
		hit := object.union_n([
			licences.place(found.row),
			{
				"message": sprintf("%s is denied: %s", [licences.shown(found.row), object.get(found.denied, "reason", "it is on the list")]),
				"solution": sprintf("Remove %s from the dependencies%s, then make the SBOM again.", [licences.shown(found.row), licences.hint(found.row)]),
			},
			licences.command(found.row),
		])
	]
}

# One search over all purls at once spares a walk over the components for each
# package of the list.
all_purls := concat("\n", input.components.purl)

candidates := [denied |
	some denied in data.denied_components
	contains(all_purls, denied.package)
]

is_denied(purl, row, denied) if {
	purls.package_of(purl) == denied.package
	is_denied_version(input.components.version[row], object.get(denied, "versions", []))
}

is_denied_version(_, []) := true

is_denied_version(version, versions) if version in versions
