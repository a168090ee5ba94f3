package supply_chain.provenance_test

import data.supply_chain.fixture
import data.supply_chain.provenance

level(reached, minimum) := answer if {
	facts := object.union(fixture.facts, {"buildLevel": reached})
	results := provenance.results with input as facts
		with data.provenance.minimum_level as minimum
	answer := results["PRO-005"]
}

test_a_minimum_level_is_judged_where_one_is_asked_for if {
	level(3, 0).notJudged
	level(1, 2).count == 1
	level(2, 2).count == 0
	level(3, 4).count == 1
}

test_an_unknown_level_is_none if {
	results := provenance.results with input as fixture.facts
		with data.provenance.minimum_level as 1
	results["PRO-005"].count == 1
}

test_each_expectation_that_is_not_met_is_told if {
	statement := {
		"evidence": 0, "subjects": [], "matchedOutputs": 1, "builderId": "b", "source": {"uri": "s"},
		"unmet": [
			{"code": "builder", "message": "The builder is b.", "pointer": "/predicate/builder/id"},
			{"code": "of-tomorrow", "message": "Something else."},
		],
	}
	results := provenance.results with input as object.union(fixture.facts, {"provenances": [statement]})
	results["PRO-004"].count == 2
	[hit.place | some hit in results["PRO-004"].hits; hit.place] == ["/predicate/builder/id"]
}
