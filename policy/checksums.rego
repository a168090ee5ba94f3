# Whether all who name the digest of an output name the same one.
package supply_chain.checksums

import data.supply_chain.lib

algorithms := ["sha256", "sha512"]

# METADATA
# title: Digests disagree
# description: >-
#   Two sources name different digests for an output of the same name: the outputs
#   known for the release, a checksums file, or the subject of provenance. Full
#   sha256 and sha512 only.
# custom:
#   code: DIG-001
#   severity: critical
#   level: deny
#   collections: [minimal, release]
#   controls: ["SLSA:build-l1", "S2C2F:AUD-3"]
#   needs: []
#   waivable: false
results["DIG-001"] := lib.answer_about(
	comparisons,
	array.concat(
		array.concat(disagreeing_outputs, disagreeing_checksums),
		disagreeing_subjects,
	),
	"no two sources name the digest of the same output",
)

comparisons := (count(compared_outputs) + count(compared_lines)) + count(compared_subjects)

# Names that more than one source gives a digest to, counted without comparing each
# output with each other one.
compared_outputs := [algorithm |
	some algorithm in algorithms
	names := [output.name | some output in input.outputs; output[algorithm]]
	count(names) > count({name | some name in names})
]

compared_lines := [line.name |
	some list in input.checksums
	some line in list.entries
	is_comparable(line.algorithm, line.name)
]

compared_subjects := [subject.name |
	some provenance in input.provenances
	some subject in provenance.subjects
	some algorithm in algorithms
	subject[algorithm]
	is_comparable(algorithm, subject.name)
]

is_comparable(algorithm, name) if by_name[algorithm][name]

is_comparable(algorithm, name) if {
	not by_name[algorithm][name]
	count(by_base_name[algorithm][base_name(name)]) == 1
}

disagreeing_outputs := [hit |
	some algorithm in algorithms
	some name, digests in by_name[algorithm]
	count(digests) > 1
	hit := {
		"message": sprintf("%s has %d different %s digests in this release", [name, count(digests), algorithm]),
		"solution": "A released output never changes: withdraw the evidence of the build that did not ship, or release the new build as a new version.",
	}
]

disagreeing_checksums := [hit |
	some [list, line] in disagreeing_lines
	entry := input.evidence[list.evidence]
	hit := object.union_n([lib.place_of(entry), lib.command(lib.make_checksums), {
		"message": sprintf("%s names another %s for %s than the release has", [lib.label(entry), line.algorithm, line.name]),
		"solution": "Make the checksums again from the very files that shipped and send them again.",
		"place": sprintf("line %d", [line.line]),
	}])
]

disagreeing_lines := [[list, line] |
	some list in input.checksums
	listed := {[base_name(line.name), lower(line.digest)] | some line in list.entries}
	some line in list.entries
	disagrees(line.algorithm, line.name, line.digest, listed)
]

disagreeing_subjects := [hit |
	some provenance in input.provenances
	named := {[base_name(subject.name), lower(subject[algorithm])] |
		some subject in provenance.subjects
		some algorithm in algorithms
		subject[algorithm]
	}
	some position, subject in provenance.subjects
	some algorithm in algorithms
	disagrees(algorithm, subject.name, subject[algorithm], named)
	entry := input.evidence[provenance.evidence]
	hit := object.union(lib.place_of(entry), {
		"message": sprintf("%s names another %s for %s than the release has", [lib.label(entry), algorithm, subject.name]),
		"solution": "Make the provenance again from the very files that shipped and send it again.",
		"place": sprintf("/subject/%d", [position]),
	})
]

# A file of exactly that name decides. Without one, folders are left out, and then
# only when a single output has the name and nothing else in the list fits it: files
# of one name for several platforms are not a mismatch.
disagrees(algorithm, name, digest, _) if {
	digests := by_name[algorithm][name]
	not lower(digest) in digests
}

disagrees(algorithm, name, digest, listed) if {
	not by_name[algorithm][name]
	digests := by_base_name[algorithm][base_name(name)]
	count(digests) == 1
	not lower(digest) in digests
	every known in digests {
		not [base_name(name), known] in listed
	}
}

by_name[algorithm][output.name] contains lower(output[algorithm]) if {
	some algorithm in algorithms
	some output in input.outputs
}

by_base_name[algorithm][base_name(output.name)] contains lower(output[algorithm]) if {
	some algorithm in algorithms
	some output in input.outputs
}

base_name(path) := parts[count(parts) - 1] if parts := split(replace(path, "\\", "/"), "/")

# METADATA
# title: Another build claims this version
# description: >-
#   The first trusted provenance of a release seals its outputs. Another trusted
#   statement names outputs that are not among them: two builds claim one version, and
#   nobody can say which one shipped.
# custom:
#   code: DIG-002
#   severity: critical
#   level: deny
#   collections: [minimal, release]
#   controls: ["SLSA:build-l1", "S2C2F:AUD-3"]
#   needs: []
#   waivable: false
results["DIG-002"] := {"count": count(conflicts), "hits": hits} if {
	hits := [hit |
		some conflict in lib.shown(conflicts)
		entry := input.evidence[conflict.evidence]
		hit := object.union(lib.place_of(entry), {
			"message": sprintf("%s attests %s (%s), which is not among the sealed outputs", [lib.label(entry), conflict.name, conflict.digest]),
			"solution": "A released output never changes: withdraw the evidence of the build that did not ship, or release the new build as a new version. Let one provenance name all outputs of a build.",
		})
	]
}

conflicts := object.get(input, "sealConflicts", [])

# METADATA
# title: Checksums list what nobody attests
# description: >-
#   Outputs of this release are attested by trusted provenance, and a checksums file
#   lists a digest that is none of them: a file may ship that no build vouches for.
# custom:
#   code: CHK-002
#   severity: medium
#   level: warn
#   collections: [release]
#   controls: ["SLSA:build-l1", "S2C2F:AUD-3"]
#   needs: []
#   waivable: true
results["CHK-002"] := attestation_answer

default attestation_answer := {
	"count": 0,
	"hits": [],
	"notJudged": "no listed digest can be compared with an attested one",
}

attestation_answer := {"count": count(unattested), "hits": hits} if {
	count(attestable) > 0
	hits := [hit |
		some [list, line] in lib.shown(unattested)
		entry := input.evidence[list.evidence]
		hit := object.union(lib.place_of(entry), {
			"message": sprintf("%s lists %s, whose %s no trusted provenance names", [lib.label(entry), line.name, line.algorithm]),
			"solution": "Make the provenance over every file that ships, or leave the file out of the list.",
			"place": sprintf("line %d", [line.line]),
		})
	]
}

attested[algorithm] contains lower(output[algorithm]) if {
	some algorithm in algorithms
	some output in input.outputs
	output.authority == "attested"
}

# Evidence documents are often listed too; they are no outputs.
documents := {trim_prefix(entry.digest, "sha256:") | some entry in input.evidence}

# Lines that trusted provenance could have named.
attestable := [[list, line] |
	some list in input.checksums
	some line in list.entries
	attested[line.algorithm]
	not lower(line.digest) in documents
]

unattested := [[list, line] |
	some [list, line] in attestable
	not lower(line.digest) in attested[line.algorithm]
]

# METADATA
# title: Checksums are weak only
# description: >-
#   A file is listed with MD5 or SHA-1 only. Both can be forged, so they show that a
#   download is complete, not that nobody changed it.
# custom:
#   code: CHK-001
#   severity: low
#   level: warn
#   collections: [release]
#   controls: ["S2C2F:AUD-3"]
#   needs: [checksums]
#   waivable: true
results["CHK-001"] := {"count": count(found), "hits": hits} if {
	found := [[list, line] |
		some list in input.checksums
		strong := {line.name | some line in list.entries; not line.weak}
		some line in list.entries
		line.weak
		not line.name in strong
	]
	hits := [hit |
		some [list, line] in lib.shown(found)
		entry := input.evidence[list.evidence]
		hit := object.union_n([lib.place_of(entry), lib.command(lib.make_checksums), {
			"message": sprintf("%s is listed with %s only", [line.name, line.algorithm]),
			"solution": "List the files with sha256: `sha256sum dist/* > checksums.txt`.",
			"place": sprintf("line %d", [line.line]),
		}])
	]
}
