# Whether the provenance says where the outputs come from.
package supply_chain.provenance

import data.supply_chain.lib

# METADATA
# title: Provenance names no builder
# description: Without a builder nobody can say who made the outputs.
# custom:
#   code: PRO-001
#   severity: medium
#   level: deny
#   effective_on: "2027-06-01T00:00:00Z"
#   collections: [release]
#   controls: ["SLSA:build-l1", "S2C2F:AUD-1"]
#   needs: [provenance]
#   waivable: true
results["PRO-001"] := lib.answer([hit |
	some provenance in input.provenances
	object.get(provenance, "builderId", "") == ""
	hit := hit_of(provenance, "names no builder", "Set `runDetails.builder.id` (v0.2: `builder.id`): the build platform's own generator does.", "/predicate/runDetails/builder/id")
])

# METADATA
# title: Provenance names no source
# description: Without a source nobody can rebuild or review what shipped.
# custom:
#   code: PRO-002
#   severity: low
#   level: deny
#   effective_on: "2027-06-01T00:00:00Z"
#   collections: [release]
#   controls: ["SLSA:build-l1", "S2C2F:AUD-1"]
#   needs: [provenance]
#   waivable: true
results["PRO-002"] := lib.answer([hit |
	some provenance in input.provenances
	not provenance.source
	hit := hit_of(provenance, "names no source", "Name the repository and commit among `buildDefinition.resolvedDependencies` (v0.2: `invocation.configSource`).", "/predicate/buildDefinition/resolvedDependencies")
])

# METADATA
# title: Provenance is about something else
# description: >-
#   None of the provenance's subjects is a known output of this release by its full
#   digest: it may well tell the truth about another build.
# custom:
#   code: PRO-003
#   severity: medium
#   level: deny
#   effective_on: "2027-03-01T00:00:00Z"
#   collections: [release]
#   controls: ["SLSA:build-l1", "S2C2F:AUD-1"]
#   needs: [provenance]
#   waivable: true
results["PRO-003"] := lib.answer([hit |
	some provenance in input.provenances
	provenance.matchedOutputs == 0
	hit := hit_of(provenance, unmatched_words, unmatched_solution, "/subject")
])

unmatched_solution := "Send the digests of the files that ship with the push: `--output sha256:<hex>=<name>`." if count(input.outputs) == 0

unmatched_solution := "Make the provenance in the build that made the files that ship: its subjects must be their digests." if count(input.outputs) > 0

unmatched_words := "cannot be compared: no output of this release is known" if count(input.outputs) == 0

unmatched_words := "names no output of this release" if count(input.outputs) > 0

# METADATA
# title: Provenance is not as expected
# description: >-
#   A trusted signer vouches for the provenance, and its builder, build type, source or
#   a parameter is not what the trust line expects: it may be an honest statement about
#   a build that nobody meant to ship.
# custom:
#   code: PRO-004
#   severity: high
#   level: deny
#   effective_on: "2027-06-01T00:00:00Z"
#   collections: [release]
#   controls: ["SLSA:build-l2", "S2C2F:AUD-1"]
#   needs: [provenance]
#   waivable: true
results["PRO-004"] := {"count": count(unmet), "hits": hits} if {
	hits := [hit |
		some [provenance, found] in lib.shown(unmet)
		entry := input.evidence[provenance.evidence]
		hit := object.union_n([
			lib.place_of(entry),
			{
				"message": sprintf("%s: %s", [lib.label(entry), found.message]),
				"solution": object.get(unmet_solutions, found.code, "Build from the source and with the builder that the trust line expects, or ask the portal's operator to change the line."),
			},
			place(found),
		])
	]
}

unmet := [[provenance, found] |
	some provenance in input.provenances
	some found in object.get(provenance, "unmet", [])
]

place(found) := {"place": found.pointer}

default place(_) := {}

unmet_solutions := {
	"builder": "Build with a builder that the trust line names, or ask the portal's operator to add this one.",
	"build-type": "Build in a way that the trust line names, or ask the portal's operator to add this build type.",
	"external-parameter": "Build without this parameter, or ask the portal's operator to add it to the trust line with the values that may ship.",
	"invalid": "Make the provenance with the build platform's own generator and send what it wrote.",
	"unread": "Send the provenance as a Sigstore bundle or a DSSE envelope of its own.",
	"narrowed-repository": "Build from a repository that the entity's annotation names, or change the annotation.",
	"narrowed-ref": "Build from a ref that the entity's annotation allows, or change the annotation.",
}

# METADATA
# title: Build level is too low
# description: >-
#   The release reaches a lower SLSA build level than `provenance.minimum_level` of the
#   policy's data asks for. A release has the lowest level of its outputs.
# custom:
#   code: PRO-005
#   severity: high
#   level: deny
#   collections: [release]
#   controls: ["SLSA:build-l1", "SLSA:build-l2", "SLSA:build-l3"]
#   needs: []
#   waivable: true
results["PRO-005"] := lib.answer_about(
	minimum_level,
	[hit |
		reached := object.get(input, "buildLevel", 0)
		reached < minimum_level
		hit := {
			"message": sprintf("The release reaches SLSA build level %d, and %d is asked for%s", [reached, minimum_level, lowest_output]),
			"solution": sprintf("%s Every output needs it.", [object.get(level_solutions, reached, "Ask for a level that exists: 1, 2 or 3.")]),
		}
	],
	"no minimum level is asked for",
)

default minimum_level := 0

minimum_level := data.provenance.minimum_level

# Of several, the first by name.
lowest_output := sprintf(": %s", [concat("", [min(names), more])]) if {
	names := [output.name |
		some output in input.outputs
		object.get(output, "level", 0) < minimum_level
	]
	count(names) > 0
	more := lib.plural(count(names), "", sprintf(" and %d more", [count(names) - 1]))
}

default lowest_output := ""

level_solutions := {
	0: "Have the build make provenance that names the full digest of what ships, and send it.",
	1: "Have the build platform sign the provenance, with an identity that a trust line names and as that line expects.",
	2: "Build on a platform whose builds are isolated, and have the operator's trust line say so.",
}

hit_of(provenance, words, solution, place) := object.union_n([
	lib.place_of(entry),
	{
		"message": sprintf("%s %s", [lib.label(entry), words]),
		"solution": solution,
		"place": place,
	},
]) if {
	entry := input.evidence[provenance.evidence]
}
