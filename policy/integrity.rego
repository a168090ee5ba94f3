# Whether the stored bytes are still those that were received.
package supply_chain.integrity

import data.supply_chain.lib

# METADATA
# title: Stored evidence is corrupt, missing or unreadable
# description: >-
#   The portal re-read the bytes of this evidence, and they no longer have the digest
#   that was recorded, are not there, or could not be read. What was read from them may
#   have been right, but nobody can check it now.
# custom:
#   code: INT-001
#   severity: critical
#   level: deny
#   collections: [minimal, release]
#   controls: ["S2C2F:AUD-3"]
#   needs: []
#   waivable: false
results["INT-001"] := lib.answer([hit |
	some entry in input.evidence
	how := words[entry.integrity]
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("The stored bytes of %s %s", [lib.label(entry), how.found]),
		"solution": sprintf("Ask the portal's operator to %s: supply-chain restore <file>.", [sprintf(how.mend, [entry.digest])]),
	})
])

words := {
	"corrupt": {"found": "are corrupt", "mend": restore},
	"missing": {"found": "are missing", "mend": restore},
	"unreadable": {
		"found": "could not be read; whether they are right is not known",
		"mend": "make the artifact store give %s again, or to restore it from a copy with the same digest",
	},
}

restore := "restore %s from a copy with the same digest"
