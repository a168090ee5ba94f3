package supply_chain.licences_test

import data.supply_chain.fixture
import data.supply_chain.licences

count_of(code, expression, alternatives, unknown) := n if {
	results := licences.results with input as fixture.with_licence(expression, alternatives, unknown)
	n := results[code].count
}

test_denied_only_if_every_alternative_is if {
	count_of("LIC-001", "AGPL-3.0-only", [["AGPL-3.0-only"]], []) == 1
	count_of("LIC-001", "AGPL-3.0-only OR MIT", [["AGPL-3.0-only"], ["MIT"]], []) == 0
	count_of("LIC-001", "AGPL-3.0-only AND MIT", [["AGPL-3.0-only", "MIT"]], []) == 1
	count_of("LIC-001", "SSPL-1.0 OR AGPL-3.0-only", [["SSPL-1.0"], ["AGPL-3.0-only"]], []) == 1
}

test_exceptions_and_later_versions_are_denied_too if {
	count_of("LIC-001", "x", [["AGPL-3.0-only WITH Font-exception-2.0"]], []) == 1
	count_of("LIC-001", "x", [["SSPL-1.0+"]], []) == 1
	count_of("LIC-001", "x", [["AGPL-3.0-only WITH Font-exception-2.0"]], []) == 0 with data.accepted_licences as ["AGPL-3.0-only WITH Font-exception-2.0"]
}

test_unreadable_is_unknown_and_not_denied if {
	count_of("LIC-001", "see file", [], []) == 0
	count_of("LIC-002", "see file", [], []) == 1
}

test_unknown_unless_an_alternative_is_known if {
	count_of("LIC-002", "UNLICENSED", [["UNLICENSED"]], ["UNLICENSED"]) == 1
	count_of("LIC-002", "MIT OR Foo", [["MIT"], ["Foo"]], ["Foo"]) == 0
	count_of("LIC-002", "MIT AND Foo", [["Foo", "MIT"]], ["Foo"]) == 1
	count_of("LIC-002", "MIT WITH Foo", [["MIT WITH Foo"]], ["MIT WITH Foo"]) == 1
	count_of("LIC-002", "LicenseRef-acme", [["LicenseRef-acme"]], ["LicenseRef-acme"]) == 0 with data.accepted_licences as ["LicenseRef-acme"]
	count_of("LIC-002", "our terms", [], []) == 0 with data.accepted_licences as ["Our Terms"]
}
