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
		"solution": "Find out where the file was changed, build again, sign again, and send what the signer wrote, byte for byte. A signature beside a document counts until a right one of the same document takes its place; withdraw it where that document is no more.",
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
# title: Nobody vouches for evidence
# description: >-
#   SBOM or provenance is unsigned, its signature was not checked, no trust line lets
#   its signer say this, or it is tied to no output that was attested or observed.
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
	lack := lacking(entry)
	hit := object.union_n([
		lib.place_of(entry),
		{"message": sprintf("%s is %s", [lib.label(entry), lack.words])},
		{"solution": lack.solution},
	])
])

# What lacks first; nothing only where somebody vouches for it. That a signature is wrong
# or its signer revoked is also the matter of rules of their own.
lacking(entry) := {
	"words": "not signed",
	"solution": "Attest it in the build, for instance with `cosign attest-blob` or GitHub's artifact attestations, and send the bundle.",
} if {
	entry.signature == "none"
}

lacking(entry) := {
	"words": "signed, but the signature was not checked",
	"solution": "Ask the portal's operator to add the signer's key or root, and a trust line that names the signer.",
} if {
	entry.signature == "unchecked"
}

lacking(entry) := {
	"words": "signed, and the signature is wrong",
	"solution": "Sign it again, and send what the signer wrote, byte for byte.",
} if {
	entry.signature == "failed"
}

lacking(entry) := {
	"words": "signed by an identity that is revoked",
	"solution": "Sign it again with the identity that is in use now, and send the bundle.",
} if {
	entry.signature == "verified"
	entry.trust != "trusted"
	entry.revoked
}

lacking(entry) := {
	"words": "signed, and no trust line lets its signer say this",
	"solution": "Sign it with an identity that the portal trusts for this entity, or ask the portal's operator to add a trust line for the signer.",
} if {
	entry.signature == "verified"
	entry.trust != "trusted"
	not entry.revoked
}

lacking(entry) := {
	"words": "signed, and tied to no output that was attested or observed",
	"solution": "Attest it over the digest of the output that it is about, and have the build make provenance for that output.",
} if {
	entry.signature == "verified"
	entry.trust == "trusted"
	not lib.is_tied(entry)
}

# METADATA
# title: Signer is compromised
# description: >-
#   Evidence was signed by an identity whose key or account is known to be in wrong
#   hands, and neither a trusted time nor the portal's own receipt proves that it was
#   signed before.
# custom:
#   code: SIG-004
#   severity: critical
#   level: deny
#   collections: [minimal, release]
#   controls: ["SLSA:build-l2", "S2C2F:AUD-3"]
#   needs: []
#   waivable: false
results["SIG-004"] := lib.answer([hit |
	some entry in input.evidence
	entry.revoked == "compromised"
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("%s is signed by a compromised identity", [lib.label(entry)]),
		"solution": "Build again, sign with an identity that is not revoked, send the new evidence, and withdraw this.",
	})
])

# METADATA
# title: Signer is retired
# description: >-
#   Evidence was signed by an identity that is no longer in use, and neither a trusted
#   time nor the portal's own receipt proves that it was signed before. It counts as
#   evidence that nobody vouches for.
# custom:
#   code: SIG-005
#   severity: medium
#   level: warn
#   collections: [release]
#   controls: ["SLSA:build-l2", "S2C2F:AUD-3"]
#   needs: []
#   waivable: true
results["SIG-005"] := lib.answer([hit |
	some entry in input.evidence
	entry.revoked == "retired"
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("%s is signed by a retired identity", [lib.label(entry)]),
		"solution": "Sign it again with the identity that is in use now, and send the bundle.",
	})
])

# METADATA
# title: Signing will not be enough
# description: >-
#   SBOM and provenance are not signed as this entity is expected to sign them from a
#   date on, which is still to come.
# custom:
#   code: SIG-006
#   severity: medium
#   level: warn
#   collections: [release]
#   controls: ["SLSA:build-l2", "S2C2F:REB-4"]
#   needs: []
#   waivable: true
results["SIG-006"] := lib.answer_about(
	count(expectations),
	[hit | some expected in expectations; expected.from > input.now; hit := unreached(expected)],
	"no way of signing is expected of this entity",
)

# METADATA
# title: Signing is not enough
# description: >-
#   SBOM and provenance are not signed as this entity is expected to sign them. Only
#   evidence that somebody trusted vouches for, about an output that was attested or
#   observed, counts as signed.
# custom:
#   code: SIG-007
#   severity: high
#   level: deny
#   collections: [release]
#   controls: ["SLSA:build-l2", "S2C2F:REB-4"]
#   needs: []
#   waivable: true
results["SIG-007"] := lib.answer_about(
	count(expectations),
	[hit | some expected in expectations; expected.from <= input.now; hit := unreached(expected)],
	"no way of signing is expected of this entity",
)

# None or one: what is expected and since when, with what was reached.
expectations := [expected |
	adoption := input.adoption
	adoption.expected
	expected := {
		"reached": adoption.reached,
		"expected": adoption.expected,
		"from": object.get(adoption, "from", 0),
	}
]

steps := {"digests-only": 0, "signed": 1, "keyless": 2}

# A word that is not known here is never reached.
reaches(expected) if {
	steps[expected.reached] >= steps[expected.expected]
}

unreached(expected) := {
	"message": sprintf("SBOM and provenance must be %s, and are %s", [
		object.get(step_words, expected.expected, expected.expected),
		object.get(step_words, expected.reached, expected.reached),
	]),
	"solution": object.get(step_solutions, expected.expected, "Sign as the portal's operator asks."),
} if {
	not reaches(expected)
}

step_words := {
	"digests-only": "known by their digests only",
	"signed": "signed by somebody who is trusted, for an output that is known",
	"keyless": "signed with the pipeline's own identity",
}

step_solutions := {
	"signed": "Sign SBOM and provenance in the build for the digest of the output, for instance with `supply-chain sign` and a key that a trust line names.",
	"keyless": "Sign SBOM and provenance in the build for the digest of the output, with the pipeline's own identity instead of a key.",
}
