package supply_chain.integrity_test

import data.supply_chain.fixture
import data.supply_chain.integrity

hits(entry) := found if {
	results := integrity.results with input as object.union(fixture.facts, {"evidence": [entry]})
	found := results["INT-001"].hits
}

test_sound_bytes_pass if {
	count(hits(fixture.sbom_entry)) == 0
}

test_bad_bytes_fail if {
	some how in ["corrupt", "missing"]
	[hit] := hits(object.union(fixture.sbom_entry, {"integrity": how}))
	hit.evidenceId == "e1"
	contains(hit.message, how)
	contains(hit.solution, fixture.sbom_entry.digest)
}

test_bytes_that_could_not_be_read_fail_and_are_not_called_wrong if {
	[hit] := hits(object.union(fixture.sbom_entry, {"integrity": "unreadable"}))
	hit.evidenceId == "e1"
	contains(hit.message, "could not be read")
	not contains(hit.message, "corrupt")
	startswith(hit.solution, "Ask the portal's operator to make the artifact store give sha256:")
}
