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
