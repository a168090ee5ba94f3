package supply_chain_test

import data.supply_chain
import data.supply_chain.fixture

codes(decision) := {code | some code, answer in decision; answer.count > 0}

test_a_good_release_breaks_no_rule if {
	decision := supply_chain.decision with input as fixture.facts
	codes(decision) == set()
}

test_every_rule_answers_when_nothing_was_sent if {
	empty := object.union(fixture.facts, {
		"evidence": [], "outputs": [], "sboms": [], "licences": [], "expected": [],
		"components": {"name": [], "version": [], "purl": [], "licence": [], "direct": [], "sbom": [], "pointer": []},
	})
	decision := supply_chain.decision with input as empty
	full := supply_chain.decision with input as fixture.facts
	object.keys(decision) == object.keys(full)
	codes(decision) == set()
}
