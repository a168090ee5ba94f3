package supply_chain.checksums_test

import data.supply_chain.checksums
import data.supply_chain.fixture

mismatches(outputs, lines) := n if {
	list := {"evidence": 0, "entries": [entry |
		some i, line in lines
		entry := {"name": line[0], "algorithm": "sha256", "digest": line[1], "weak": false, "line": i + 1}
	]}
	results := checksums.results with input as object.union(fixture.with_outputs(outputs), {"checksums": [list]})
	n := results["DIG-001"].count
}

is_judged(outputs, lines) if {
	list := {"evidence": 0, "entries": [entry |
		some i, line in lines
		entry := {"name": line[0], "algorithm": line[2], "digest": line[1], "weak": false, "line": i + 1}
	]}
	results := checksums.results with input as object.union(fixture.with_outputs(outputs), {"checksums": [list]})
	not results["DIG-001"].notJudged
}

test_nothing_to_compare_is_no_pass if {
	not is_judged([], [])
	not is_judged([output("a", one)], [])
	not is_judged([], [["a", one, "sha256"]])
	not is_judged([output("a", one)], [["b", one, "sha256"]])
	not is_judged([output("a", one)], [["a", one, "sha512"]])
	not is_judged([output("linux/app", one), output("darwin/app", two)], [["app", one, "sha256"]])
	is_judged([output("a", one), output("a", one)], [])
	is_judged([output("a", one), output("a", two)], [])
	is_judged([output("dist/a", one)], [["a", one, "sha256"]])
}

one := fixture.digest("1")

two := fixture.digest("2")

output(name, digest) := {"name": name, "sha256": digest, "authority": "observed"}

test_the_same_name_must_have_the_same_digest if {
	mismatches([output("a", one)], [["a", one]]) == 0
	mismatches([output("a", one)], [["a", two]]) == 1
	mismatches([output("a", one)], [["a", upper(one)]]) == 0
	mismatches([output("a", one)], [["b", two]]) == 0
	mismatches([output("a", one), output("a", two)], []) == 1
}

test_folders_are_left_out if {
	mismatches([output("dist/a", one)], [["./a", two]]) == 1
	mismatches([output("a", one)], [["dist\\a", one]]) == 0
}

test_files_of_one_name_for_several_platforms_are_no_mismatch if {
	platforms := [output("linux/app", one), output("darwin/app", two)]
	mismatches(platforms, [["linux/app", one], ["darwin/app", two]]) == 0
	mismatches(platforms, [["linux/app", two]]) == 1
	mismatches(platforms, [["app", one]]) == 0
	mismatches([output("app", one)], [["linux/app", one], ["darwin/app", two]]) == 0
	mismatches([output("app", one)], [["linux/app", two], ["darwin/app", two]]) == 2
}

unattested(outputs, lines) := answer if {
	list := {"evidence": 0, "entries": [entry |
		some i, line in lines
		entry := {"name": line[0], "algorithm": "sha256", "digest": line[1], "weak": false, "line": i + 1}
	]}
	results := checksums.results with input as object.union(fixture.with_outputs(outputs), {"checksums": [list]})
	answer := results["CHK-002"]
}

test_only_attested_digests_may_be_listed if {
	attested := object.union(output("a", one), {"authority": "attested"})
	unattested([attested], [["renamed", upper(one)]]).count == 0
	unattested([attested], [["a", one], ["b", two]]).count == 1
	unattested([attested, output("b", two)], [["b", two]]).count == 1
	unattested([attested], [["sbom.cdx.json", fixture.digest("a")]]).count == 0
	unattested([output("a", one)], [["b", two]]).notJudged
}

test_two_builds_of_one_version_are_a_mismatch if {
	conflict := {"evidence": 0, "name": "shop.tgz", "digest": "sha256:22"}
	results := checksums.results with input as object.union(fixture.facts, {"sealConflicts": [conflict]})
	results["DIG-002"].count == 1
	none := checksums.results with input as fixture.facts
	none["DIG-002"].count == 0
}
