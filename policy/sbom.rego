# Whether the SBOM says what an SBOM is for.
package supply_chain.sbom

import data.supply_chain.evidence
import data.supply_chain.generators
import data.supply_chain.lib

# METADATA
# title: SBOM cannot be relied on
# description: >-
#   The SBOM breaks its own schema, or carries the marks of two formats, so that two
#   readers may see two different lists.
# custom:
#   code: SBOM-001
#   severity: high
#   level: deny
#   collections: [minimal, release]
#   controls: ["S2C2F:AUD-4", "S2C2F:INV-1"]
#   needs: []
#   waivable: true
results["SBOM-001"] := lib.answer_about(
	count(checked), [hit |
		some entry in checked
		evidence.is_unusable(entry)
		hit := object.union(evidence.first_place(entry), {
			"message": sprintf("%s has %d defects%s", [lib.label(entry), entry.defectCount, evidence.first_defect(entry)]),
			"solution": sprintf("Make the SBOM again: `%s`. If the defect stays, correct it at the place shown.", [generators.regenerate(entry)]),
			"command": generators.regenerate(entry),
		})
	],
	why_unchecked,
)

checked := [entry |
	some entry in input.evidence
	entry.kind == "sbom"
	is_checked(entry)
]

is_checked(entry) if entry.valid != "not-checked"

is_checked(entry) if evidence.is_unusable(entry)

why_unchecked := "the sbom is in a format that is not read yet" if {
	some entry in input.evidence
	entry.kind == "sbom"
} else := "no sbom was given"

# METADATA
# title: SBOM is empty
# description: The SBOM lists no component, so nothing is known of what ships.
# custom:
#   code: SBOM-002
#   severity: high
#   level: deny
#   collections: [minimal, release]
#   controls: ["S2C2F:INV-1", "CRA:annex-I-II-1"]
#   needs: [sbom]
#   waivable: true
results["SBOM-002"] := lib.answer([hit |
	some sbom in input.sboms
	sbom.counts.version.total == 0
	entry := input.evidence[sbom.evidence]
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("%s lists no components", [lib.label(entry)]),
		"solution": sprintf("Make the SBOM where the dependencies are installed or locked: `%s`.", [generators.regenerate(entry)]),
		"command": generators.regenerate(entry),
	})
])

# METADATA
# title: Root is named like a placeholder
# description: >-
#   The SBOM is about something called `root`, `app` or the like: nobody can tell
#   later what it described.
# custom:
#   code: SBOM-003
#   severity: low
#   level: deny
#   effective_on: "2027-03-01T00:00:00Z"
#   collections: [release]
#   controls: ["CISA-2025-draft:component-name"]
#   needs: [sbom]
#   waivable: true
results["SBOM-003"] := lib.answer([hit |
	some sbom in input.sboms
	has_placeholder_root(sbom)
	entry := input.evidence[sbom.evidence]
	hit := object.union_n([
		lib.place_of(entry),
		{
			"message": sprintf("%s is about '%s'", [lib.label(entry), sbom.root.name]),
			"place": object.get(root_places, entry.format, ""),
		},
		rename(entry),
	])
])

has_placeholder_root(sbom) if sbom.rootIsPlaceholder

has_placeholder_root(sbom) if lower(sbom.root.name) in data.placeholder_roots

root_places := {"cyclonedx-json": "/metadata/component/name", "spdx2-json": "/name"}

rename(entry) := {
	"solution": sprintf("Name the project and make the SBOM again: `%s`.", [command]),
	"command": command,
} if {
	lib.is_shell_safe(input.subject.name)
	command := generators.rename(entry, input.subject.name)
} else := {"solution": sprintf("Set the name of the SBOM's root component to '%s'.", [input.subject.name])}

# METADATA
# title: SBOM says too little about itself
# description: >-
#   Elements of the CISA 2025 draft that speak of the document are absent: author,
#   tool, timestamp, generation context.
# custom:
#   code: SBOM-004
#   severity: low
#   level: deny
#   effective_on: "2027-12-11T00:00:00Z"
#   collections: [release]
#   controls: ["CISA-2025-draft:sbom-author", "CISA-2025-draft:tool-name", "CISA-2025-draft:timestamp", "CISA-2025-draft:generation-context"]
#   needs: [sbom]
#   waivable: true
results["SBOM-004"] := lib.answer([hit |
	some sbom in input.sboms
	gaps := document_gaps(sbom)
	count(gaps) > 0
	entry := input.evidence[sbom.evidence]
	hit := object.union_n([
		lib.place_of(entry),
		{
			"message": sprintf("%s does not say: %s", [lib.label(entry), concat(", ", [gap[0] | some gap in gaps])]),
			"solution": sprintf("Add to the SBOM: %s.", [concat(", ", [element(gap, entry) | some gap in gaps])]),
			"place": object.get(metadata_places, entry.format, ""),
		},
	])
])

metadata_places := {"cyclonedx-json": "/metadata", "spdx2-json": "/creationInfo"}

document_gaps(sbom) := array.concat(
	array.concat(
		[["its author", "metadata.authors", "a creator `Person: …` or `Organization: …`"] | sbom.authors == 0],
		[["the tool that made it", "metadata.tools", "a creator `Tool: …`"] | not sbom.tool],
	),
	array.concat(
		[["when it was made", "metadata.timestamp", "creationInfo.created"] | not sbom.timestamp],
		[["at which stage it was made", "metadata.lifecycles", "the stage in creationInfo.comment"] | count(sbom.lifecycles) == 0],
	),
)

element(gap, entry) := gap[2] if startswith(entry.format, "spdx")

element(gap, entry) := gap[1] if not startswith(entry.format, "spdx")

# METADATA
# title: Components cannot be identified
# description: >-
#   Elements of the CISA 2025 draft that tools need to find a component again are
#   absent for some: version, software identifier, dependency relationship.
# custom:
#   code: SBOM-005
#   severity: medium
#   level: deny
#   effective_on: "2027-12-11T00:00:00Z"
#   collections: [release]
#   controls: ["CISA-2025-draft:component-version", "CISA-2025-draft:software-identifiers", "CISA-2025-draft:dependency-relationship"]
#   needs: [sbom]
#   waivable: true
results["SBOM-005"] := lib.answer(component_gaps([
	["version", "a version"],
	["identifier", "a purl, CPE or other identifier"],
	["relationship", "a place in the dependency graph"],
]))

# METADATA
# title: Components lack producer or hash
# description: >-
#   Elements of the CISA 2025 draft that few generators can fill today are absent:
#   software producer, component hash.
# custom:
#   code: SBOM-006
#   severity: low
#   level: warn
#   collections: [release]
#   controls: ["CISA-2025-draft:software-producer", "CISA-2025-draft:component-hash"]
#   needs: [sbom]
#   waivable: true
results["SBOM-006"] := lib.answer(component_gaps([
	["producer", "a supplier, manufacturer or publisher"],
	["hash", "a hash"],
]))

component_gaps(elements) := [hit |
	some sbom in input.sboms
	some element in elements
	counted := sbom.counts[element[0]]
	counted.present < counted.total
	entry := input.evidence[sbom.evidence]
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("%s: %d of %d components have %s", [lib.label(entry), counted.present, counted.total, element[1]]),
		"solution": completion(element[0], entry),
	})
]

completion("hash", entry) := sprintf("Give each component %s; cdxgen copies them from the lockfile: `npx @cyclonedx/cdxgen -o sbom.cdx.json`.", [hash_fields[family(entry)]])

hash_fields := {"cyclonedx": "`hashes`", "spdx": "`checksums`"}

completion("producer", entry) := sprintf("Give each component its %s.", [producer_fields[family(entry)]])

completion("version", entry) := sprintf("Install or lock the dependencies, then make the SBOM again: `%s`. A component without a version of its own gets its file's date.", [generators.regenerate(entry)])

completion("identifier", entry) := sprintf("Give each component %s; local packages may use pkg:generic.", [identifier_fields[family(entry)]])

completion("relationship", entry) := sprintf("Name every component in %s; make the SBOM from the lockfile, not from a file listing.", [graph_fields[family(entry)]])

family(entry) := "spdx" if {
	startswith(entry.format, "spdx")
} else := "cyclonedx"

producer_fields := {"cyclonedx": "`supplier`, `manufacturer` or `publisher`", "spdx": "`supplier` or `originator`"}

identifier_fields := {"cyclonedx": "a `purl`", "spdx": "an external reference of type `purl`"}

graph_fields := {"cyclonedx": "`dependencies`", "spdx": "`relationships`"}
