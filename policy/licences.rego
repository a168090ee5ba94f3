# What may not ship for its licence. The rules look at the distinct expressions
# first: there are dozens of them where there are thousands of components.
package supply_chain.licences

import data.supply_chain.generators
import data.supply_chain.lib
import data.supply_chain.purls

# METADATA
# title: Licence is denied
# description: >-
#   A component can only be used under a licence that this portal denies: each
#   alternative that its licence expression offers contains a denied one.
# custom:
#   code: LIC-001
#   severity: high
#   level: deny
#   collections: [release]
#   controls: ["S2C2F:SCA-2", "CISA-2025-draft:license"]
#   needs: [sbom]
#   waivable: true
results["LIC-001"] := {"count": count(rows), "hits": hits} if {
	rows := rows_with(denied_positions)
	hits := [hit |
		some row in lib.shown(rows)
		hit := denied_hit(row)
	]
}

# METADATA
# title: Licence is unknown
# description: >-
#   What a component states as its licence is not an SPDX expression, or leaves no
#   alternative of known licences. An unknown licence is never compliant.
# custom:
#   code: LIC-002
#   severity: medium
#   level: deny
#   effective_on: "2027-09-01T00:00:00Z"
#   collections: [release]
#   controls: ["S2C2F:SCA-2", "CISA-2025-draft:license"]
#   needs: [sbom]
#   waivable: true
results["LIC-002"] := {"count": count(rows), "hits": hits} if {
	rows := rows_with(unknown_positions)
	hits := [hit |
		some row in lib.shown(rows)
		licence := input.licences[input.components.licence[row]]
		hit := object.union(place(row), {
			"message": sprintf("'%s' of %s is not a licence known by SPDX", [licence.expression, shown(row)]),
			"solution": sprintf("State the SPDX id in %s, or have the licence accepted in the policy's `accepted_licences`.", [licence_field(row)]),
		})
	]
}

# METADATA
# title: Licence is not stated
# description: Components for which the SBOM states no licence at all, counted for each SBOM.
# custom:
#   code: LIC-003
#   severity: low
#   level: warn
#   collections: [release]
#   controls: ["S2C2F:SCA-2", "CISA-2025-draft:license"]
#   needs: [sbom]
#   waivable: true
results["LIC-003"] := lib.answer([hit |
	some sbom in input.sboms
	counted := sbom.counts.licence
	counted.present < counted.total
	entry := input.evidence[sbom.evidence]
	hit := object.union(lib.place_of(entry), object.union(
		{"message": sprintf("%s: %d of %d components state a licence", [lib.label(entry), counted.present, counted.total])},
		completion(entry),
	))
])

completion(entry) := {
	"solution": sprintf("Have the licences collected: `%s`.", [command]),
	"command": command,
} if {
	command := generators.licence_commands[generators.tool(entry)]
} else := {"solution": "Add the `license` field to the packages that lack it, or state it in the SBOM."}

denied := {upper(id) | some id in data.denied_licences}

accepted := {upper(id) | some id in data.accepted_licences}

denied_positions := {position |
	some position, licence in input.licences
	count(licence.alternatives) > 0
	every alternative in licence.alternatives {
		has_denied(alternative)
	}
}

has_denied(alternative) if {
	some id in alternative
	is_denied(id)
}

is_denied(id) if upper(id) in denied

# An exception or `or later` does not lift a denial: `X WITH y` and `X+` are denied
# with X, unless the policy accepts the very combination.
is_denied(id) if {
	base := trim_suffix(split(id, " WITH ")[0], "+")
	base != id
	upper(base) in denied
	not upper(id) in accepted
}

unknown_positions := {position |
	some position, licence in input.licences
	not upper(licence.expression) in accepted
	not has_known(licence)
}

has_known(licence) if {
	some alternative in licence.alternatives
	every id in alternative {
		is_known(id, licence.unknownIds)
	}
}

is_known(id, _) if upper(id) in accepted

is_known(id, unknown) if {
	every word in split(id, " WITH ") {
		not word in unknown
	}
	not id in unknown
}

rows_with(positions) := [] if count(positions) == 0

rows_with(positions) := [row |
	some row, position in input.components.licence
	position in positions
] if {
	count(positions) > 0
}

denied_hit(row) := object.union_n([
	place(row),
	{
		"message": sprintf("%s is not allowed: %s", [expression, shown(row)]),
		"solution": sprintf("Replace %s, or move to a version under another licence%s.", [shown(row), hint(row)]),
	},
	command(row),
]) if {
	expression := input.licences[input.components.licence[row]].expression
}

hint(row) := "; it comes in through another package: see who depends on it" if input.components.direct[row] == 0

hint(row) := "" if input.components.direct[row] != 0

command(row) := {"command": purls.remove(input.components.purl[row], generators.tool(entry_of(row)))} if {
	input.components.direct[row] == 1
}

default command(_) := {}

entry_of(row) := input.evidence[input.sboms[input.components.sbom[row]].evidence]

place(row) := {
	"evidenceId": entry_of(row).id,
	"place": input.components.pointer[row],
	"component": key(row),
}

key(row) := purl if {
	purl := input.components.purl[row]
	purl != ""
} else := input.components.name[row]

shown(row) := trim_space(concat(" ", [input.components.name[row], input.components.version[row]]))

licence_field(row) := "`licenses[].license.id` of the component" if {
	not startswith(entry_of(row).format, "spdx")
} else := "`licenseConcluded` of the package"
