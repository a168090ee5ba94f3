package supply_chain.signatures_test

import data.supply_chain.fixture
import data.supply_chain.signatures

# How often a rule is broken once the one piece of evidence says this.
count_of(code, change) := n if {
	entry := object.union(fixture.sbom_entry, change)
	results := signatures.results with input as object.union(fixture.facts, {"evidence": [entry]})
	n := results[code].count
}

test_only_verified_trusted_and_tied_evidence_is_vouched_for if {
	count_of("SIG-003", {}) == 0
	count_of("SIG-003", {"authority": "attested"}) == 0
	every change in [
		{"signature": "none"},
		{"signature": "unchecked"},
		{"signature": "failed"},
		{"trust": "none"},
		{"trust": "none", "revoked": "retired"},
		{"bound": "placed"},
		{"bound": "neither"},
		{"authority": "declared"},
	] {
		count_of("SIG-003", change) == 1
	}
}

test_revoked_signers_are_told_by_their_reason if {
	count_of("SIG-004", {"revoked": "compromised"}) == 1
	count_of("SIG-004", {"revoked": "retired"}) == 0
	count_of("SIG-005", {"revoked": "retired"}) == 1
	count_of("SIG-005", {"revoked": "compromised"}) == 0
}

signing(adoption) := results if {
	results := signatures.results with input as object.union(fixture.facts, {"adoption": adoption})
}

counts(adoption) := [results["SIG-006"].count, results["SIG-007"].count] if results := signing(adoption)

test_signing_is_a_warning_until_its_date if {
	now := fixture.facts.now
	counts({"reached": "digests-only", "expected": "signed", "from": now + 1}) == [1, 0]
	counts({"reached": "digests-only", "expected": "signed", "from": now}) == [0, 1]
	counts({"reached": "signed", "expected": "keyless", "from": now}) == [0, 1]
	counts({"reached": "keyless", "expected": "signed", "from": now}) == [0, 0]
}

test_what_is_not_understood_is_not_reached if {
	counts({"reached": "signed", "expected": "blessed"}) == [0, 1]
	counts({"reached": "blessed", "expected": "signed"}) == [0, 1]
}

test_nothing_expected_is_not_judged if {
	every code in ["SIG-006", "SIG-007"] {
		signing({"reached": "signed"})[code].notJudged
		not signing({"reached": "signed", "expected": "signed", "from": 0})[code].notJudged
	}
}
