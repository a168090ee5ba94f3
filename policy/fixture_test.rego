# A small release that passes every rule; tests change one thing at a time.
package supply_chain.fixture

all_of(n) := {"present": n, "total": n}

digest(letter) := concat("", [letter | some _ in numbers.range(1, 64)])

sbom_entry := {
	"id": "e1",
	"kind": "sbom",
	"stream": "shop",
	"digest": sprintf("sha256:%s", [digest("a")]),
	"fileName": "sbom.cdx.json",
	"format": "cyclonedx-json",
	"recognised": "recognised",
	"valid": "valid",
	"defectCount": 0,
	"defects": [],
	"signature": "verified",
	"bound": "bound",
	"authority": "observed",
	"trust": "trusted",
	"receivedAt": 1795000000,
	"receivedFrom": "pipeline",
	"generator": {"name": "cyclonedx-npm"},
}

facts := {
	"now": 1795000000,
	"subject": {"ref": "component:default/shop", "name": "shop"},
	"release": {"version": "2.4.1", "channel": "release"},
	"expected": [{"kind": "sbom", "level": "required", "present": true}],
	"evidence": [sbom_entry],
	"outputs": [{"name": "shop.tgz", "sha256": digest("1"), "authority": "observed"}],
	"sboms": [{
		"evidence": 0,
		"root": {"name": "shop"},
		"rootIsPlaceholder": false,
		"authors": 1,
		"supplier": true,
		"lifecycles": ["build"],
		"timestamp": true,
		"tool": true,
		"counts": {
			"producer": all_of(2),
			"version": all_of(2),
			"identifier": all_of(2),
			"hash": all_of(2),
			"licence": all_of(2),
			"relationship": all_of(2),
		},
	}],
	"components": {
		"name": ["left-pad", "right-pad"],
		"version": ["1.3.0", "1.0.0"],
		"purl": ["pkg:npm/left-pad@1.3.0", "pkg:npm/%40acme/right-pad@1.0.0"],
		"licence": [0, 1],
		"direct": [1, 0],
		"sbom": [0, 0],
		"pointer": ["/components/0", "/components/1"],
	},
	"licences": [
		{"expression": "MIT", "alternatives": [["MIT"]], "unknownIds": []},
		{"expression": "ISC", "alternatives": [["ISC"]], "unknownIds": []},
	],
	"provenances": [],
	"checksums": [],
	"scans": [],
	"findings": [],
}

with_licence(expression, alternatives, unknown) := json.patch(facts, [{
	"op": "replace",
	"path": "/licences/0",
	"value": {"expression": expression, "alternatives": alternatives, "unknownIds": unknown},
}])

with_outputs(outputs) := json.patch(facts, [{"op": "replace", "path": "/outputs", "value": outputs}])
