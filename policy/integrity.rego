# Whether the stored bytes are still those that were received.
package supply_chain.integrity

import data.supply_chain.lib

# METADATA
# title: Stored evidence is corrupt or missing
# description: >-
#   The portal re-read the bytes of this evidence, and they no longer have the digest
#   that was recorded, or are not there. What was read from them may have been right,
#   but nobody can check it any more.
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
		"message": sprintf("The stored bytes of %s are %s", [lib.label(entry), how]),
		"solution": sprintf("Ask the portal's operator to restore %s from a copy with the same digest: supply-chain restore <file>.", [entry.digest]),
	})
])

words := {"corrupt": "corrupt", "missing": "missing"}
