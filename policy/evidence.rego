# What is there, and whether it can be read at all.
package supply_chain.evidence

import data.supply_chain.generators
import data.supply_chain.lib

# METADATA
# title: Required evidence is missing
# description: >-
#   Evidence that this entity is required to have is not there for this release, or
#   is there only with a wrong signature or as a document that cannot be told apart.
# custom:
#   code: EVI-001
#   severity: high
#   level: deny
#   collections: [minimal, release]
#   controls: ["S2C2F:INV-1", "S2C2F:AUD-1"]
#   needs: []
#   waivable: true
results["EVI-001"] := lib.answer([hit |
	some expected in input.expected
	expected.level == "required"
	not expected.present
	hit := missing(expected.kind, "is required")
])

# METADATA
# title: Wanted evidence is missing
# description: Evidence that this entity should have is not there for this release.
# custom:
#   code: EVI-002
#   severity: low
#   level: warn
#   collections: [release]
#   controls: ["S2C2F:AUD-1"]
#   needs: []
#   waivable: true
results["EVI-002"] := lib.answer([hit |
	some expected in input.expected
	expected.level == "wanted"
	not expected.present
	hit := missing(expected.kind, "is wanted")
])

# METADATA
# title: Evidence is not valid
# description: >-
#   A document other than an SBOM breaks the rules of its own format, or carries the
#   marks of two formats, so nothing can rely on what it says.
# custom:
#   code: EVI-003
#   severity: medium
#   level: deny
#   effective_on: "2027-03-01T00:00:00Z"
#   collections: [release]
#   controls: ["S2C2F:AUD-3"]
#   needs: []
#   waivable: true
results["EVI-003"] := lib.answer([hit |
	some entry in input.evidence
	entry.kind != "sbom"
	is_unusable(entry)
	hit := object.union(first_place(entry), {
		"message": sprintf("%s is not valid%s", [lib.label(entry), first_defect(entry)]),
		"solution": sprintf("Make the %s again with the current version of its tool and send it again.", [entry.kind]),
	})
])

# METADATA
# title: Evidence is not read yet
# description: >-
#   The format is recognised and kept, but nothing in it was judged.
# custom:
#   code: EVI-004
#   severity: low
#   level: warn
#   collections: [release]
#   controls: []
#   needs: []
#   waivable: true
results["EVI-004"] := lib.answer([hit |
	some entry in input.evidence
	entry.kind in {"sbom", "provenance", "scan", "checksums"}
	entry.valid == "not-checked"
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("%s is %s, which is kept but not read", [lib.label(entry), entry.format]),
		"solution": sprintf("Send the %s as %s too.", [entry.kind, read_formats[entry.kind]]),
	})
])

read_formats := {
	"sbom": "CycloneDX JSON",
	"provenance": "an in-toto statement with SLSA provenance",
	"scan": "Grype JSON",
	"checksums": "a sha256sum file",
}

is_unusable(entry) if entry.valid == "invalid"

is_unusable(entry) if entry.recognised != "recognised"

missing(kind, how) := object.union_n([
	{"message": sprintf("No usable %s: it %s for this release", [kind, how])},
	object.get(ways, kind, {"solution": sprintf("Send a document of kind '%s' for this release.", [kind])}),
	first_command(kind),
])

ways := {
	"sbom": {"solution": "Make an SBOM in the build and send it."},
	"provenance": {"solution": "Have the build platform make provenance for what it built, such as GitHub's actions/attest-build-provenance, and send the bundle."},
	"checksums": {"solution": "List the digests of what the build produced and send the list."},
	"scan": {"solution": "Scan the SBOM for known vulnerabilities and send the report."},
}

first_commands := {
	"sbom": [generators.regenerate_commands.other, "sbom.cdx.json"],
	"checksums": lib.make_checksums,
	"scan": ["grype sbom:sbom.cdx.json -o json --file grype.json", "grype.json"],
}

first_command(kind) := lib.command(first_commands[kind])

default first_command(_) := {}

first_place(entry) := object.union(lib.place_of(entry), {"place": entry.defects[0].pointer})

first_place(entry) := object.union(lib.place_of(entry), {"place": sprintf("line %d", [entry.defects[0].line])}) if {
	not entry.defects[0].pointer
}

first_place(entry) := lib.place_of(entry) if {
	not entry.defects[0].pointer
	not entry.defects[0].line
}

first_defect(entry) := concat("", [": ", entry.defects[0].message])

default first_defect(_) := ""
