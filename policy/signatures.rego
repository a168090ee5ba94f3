# Who vouches for the evidence.
package supply_chain.signatures

import data.supply_chain.lib

# METADATA
# title: Signature of a trusted identity is wrong
# description: >-
#   Evidence says that it was signed by an identity this portal trusts, and the
#   signature does not fit. Someone altered it, or signs in another's name.
# custom:
#   code: SIG-001
#   severity: critical
#   level: deny
#   collections: [minimal, release]
#   controls: ["SLSA:build-l2", "S2C2F:AUD-3"]
#   needs: []
#   waivable: false
results["SIG-001"] := lib.answer([hit |
	some entry in input.evidence
	entry.signature == "failed"
	entry.trust == "trusted"
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("The signature of %s is wrong", [lib.label(entry)]),
		"solution": "Find out where the file was changed, build again, sign again, and send what the signer wrote, byte for byte.",
	})
])

# METADATA
# title: Signature of an unknown identity is wrong
# description: >-
#   Noted only: if it blocked, anyone who may send evidence could block a release.
# custom:
#   code: SIG-002
#   severity: medium
#   level: warn
#   collections: [release]
#   controls: ["S2C2F:AUD-3"]
#   needs: []
#   waivable: true
results["SIG-002"] := lib.answer([hit |
	some entry in input.evidence
	entry.signature == "failed"
	entry.trust != "trusted"
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("The signature of %s is wrong, by a signer that is not trusted", [lib.label(entry)]),
		"solution": "Sign again with an identity that the portal trusts, or send the document without a signature.",
	})
])

# METADATA
# title: Evidence has no verified signature
# description: SBOM or provenance is unsigned, or signed and not checked.
# custom:
#   code: SIG-003
#   severity: low
#   level: warn
#   collections: [release]
#   controls: ["SLSA:build-l2", "S2C2F:REB-4"]
#   needs: []
#   waivable: true
results["SIG-003"] := lib.answer([hit |
	some entry in input.evidence
	entry.kind in {"sbom", "provenance"}
	entry.signature in {"none", "unchecked"}
	hit := object.union_n([
		lib.place_of(entry),
		{"message": sprintf("%s is %s", [lib.label(entry), signature_words[entry.signature]])},
		signing(entry),
	])
])

signature_words := {"none": "not signed", "unchecked": "signed, but the signature was not checked"}

signing(entry) := {"solution": "Attest it in the build, for instance with `cosign attest-blob` or GitHub's artifact attestations, and send the bundle."} if {
	entry.signature == "none"
}

signing(entry) := {"solution": "Ask the portal's operator to add the signer's key or root, so that the signature can be checked."} if {
	entry.signature == "unchecked"
}
