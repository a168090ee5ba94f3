# What is known to be exploitable. Findings that are `not_affected` or `fixed` do
# not count.
package supply_chain.vulnerabilities

import data.supply_chain.generators
import data.supply_chain.lib
import data.supply_chain.purls

counting := [finding |
	some finding in input.findings
	not finding.status in {"not_affected", "fixed"}
]

# METADATA
# title: Exploited vulnerability with a fix
# description: A component has a vulnerability that is exploited in the wild, and a fixed version exists.
# custom:
#   code: VUL-001
#   severity: critical
#   level: deny
#   collections: [release]
#   controls: ["S2C2F:SCA-1", "S2C2F:UPD-1", "CRA:annex-I-I-2a"]
#   needs: [scan]
#   waivable: true
results["VUL-001"] := {"count": count(found), "hits": hits} if {
	found := [finding |
		some finding in counting
		finding.knownExploited
		count(finding.fixedIn) > 0
	]
	hits := [hit |
		some finding in lib.shown(found)
		hit := fixable(finding, "is exploited in the wild")
	]
}

# METADATA
# title: Exploited vulnerability without a fix
# description: A component has a vulnerability that is exploited in the wild, and no fixed version is known.
# custom:
#   code: VUL-002
#   severity: high
#   level: warn
#   collections: [release]
#   controls: ["S2C2F:SCA-1"]
#   needs: [scan]
#   waivable: true
results["VUL-002"] := {"count": count(found), "hits": hits} if {
	found := [finding |
		some finding in counting
		finding.knownExploited
		count(finding.fixedIn) == 0
	]
	hits := [hit |
		some finding in lib.shown(found)
		hit := object.union(place(finding), {
			"message": sprintf("%s in %s is exploited in the wild and has no known fix", [finding.id, shown(finding)]),
			"solution": sprintf("Remove or replace %s, or state with a VEX document why this release is not affected.", [finding.component.name]),
		})
	]
}

# METADATA
# title: Fix is overdue
# description: >-
#   A critical or high vulnerability has had a known fix in sight for longer than the
#   policy allows, counted from when this release line first showed it.
# custom:
#   code: VUL-003
#   severity: high
#   level: deny
#   effective_on: "2027-06-01T00:00:00Z"
#   collections: [release]
#   controls: ["S2C2F:UPD-1", "S2C2F:SCA-1"]
#   needs: [scan]
#   waivable: true
results["VUL-003"] := {"count": count(found), "hits": hits} if {
	found := [finding |
		some finding in counting
		count(finding.fixedIn) > 0
		lib.days(input.now - finding.firstSeenAt) > lib.threshold(allowances[finding.severity])
	]
	hits := [hit |
		some finding in lib.shown(found)
		age := lib.days(input.now - finding.firstSeenAt)
		allowed := lib.threshold(allowances[finding.severity])
		hit := fixable(finding, sprintf("is %s and known for %d days, %d are allowed", [finding.severity, age, allowed]))
	]
}

allowances := {"critical": "critical_fix_days", "high": "high_fix_days"}

# METADATA
# title: Scan is old
# description: New vulnerabilities became known since the scan ran, or it does not say when it ran.
# custom:
#   code: VUL-004
#   severity: low
#   level: warn
#   collections: [release]
#   controls: ["S2C2F:SCA-1"]
#   needs: [scan]
#   waivable: true
results["VUL-004"] := lib.answer([hit |
	some scan in input.scans
	age := age_words(scan)
	entry := input.evidence[scan.evidence]
	hit := object.union_n([lib.place_of(entry), rescan(scan), {"message": sprintf("%s %s", [lib.label(entry), age])}])
])

age_words(scan) := "does not say when it ran" if not scan.createdAt

age_words(scan) := sprintf("is %d days old", [age]) if {
	age := lib.days(input.now - scan.createdAt)
	age > lib.threshold("scan_days")
}

# METADATA
# title: Vulnerability database is old
# description: The scan used a database that was already old, so it missed what was known.
# custom:
#   code: VUL-005
#   severity: low
#   level: warn
#   collections: [release]
#   controls: ["S2C2F:SCA-1"]
#   needs: [scan]
#   waivable: true
results["VUL-005"] := lib.answer([hit |
	some scan in input.scans
	age := lib.days(input.now - scan.databaseBuiltAt)
	age > lib.threshold("database_days")
	entry := input.evidence[scan.evidence]
	hit := object.union_n([lib.place_of(entry), update(scan), {"message": sprintf("The database of %s is %d days old", [lib.label(entry), age])}])
])

rescan(scan) := {
	"solution": sprintf("Scan again and send the report: `%s`.", [scan_commands[lower(scan.tool)]]),
	"command": scan_commands[lower(scan.tool)],
} if {
	scan_commands[lower(scan.tool)]
} else := {"solution": "Scan again and send the report."}

update(scan) := {
	"solution": "Update the database, scan again and send the report.",
	"command": concat(" && ", [update_commands[lower(scan.tool)], scan_commands[lower(scan.tool)]]),
} if {
	update_commands[lower(scan.tool)]
} else := {"solution": "Update the scanner's database, scan again and send the report."}

scan_commands := {
	"grype": "grype sbom:sbom.cdx.json -o json --file grype.json",
	"trivy": "trivy sbom --format json --output trivy.json sbom.cdx.json",
	"osv-scanner": "osv-scanner scan --format json --output osv.json -L sbom.cdx.json",
}

update_commands := {
	"grype": "grype db update",
	"trivy": "trivy image --download-db-only",
}

fixable(finding, words) := object.union_n([
	place(finding),
	{
		"message": sprintf("%s in %s %s", [finding.id, shown(finding), words]),
		"solution": sprintf("Move %s to %s, make the SBOM again and scan again.", [finding.component.name, concat(" or ", finding.fixedIn)]),
	},
	command(finding),
])

command(finding) := {"command": purls.bump(finding.component.purl, finding.fixedIn[0], direct(finding), manager)}

default command(_) := {}

direct(finding) := 1 if {
	finding.component.purl in direct_purls
} else := 0 if {
	count(direct_purls) > 0
} else := -1

direct_purls := {input.components.purl[row] |
	some row, direct in input.components.direct
	direct == 1
}

# A scanner's report does not say who manages the packages; the SBOM's generator does.
manager := "yarn" if {
	some sbom in input.sboms
	generators.tool(input.evidence[sbom.evidence]) == "yarn"
} else := "other"

place(finding) := {
	"evidenceId": input.evidence[finding.sources[0].evidence].id,
	"place": finding.sources[0].pointer,
	"component": finding.component.key,
	"finding": finding.id,
}

shown(finding) := trim_space(concat(" ", [finding.component.name, object.get(finding.component, "version", "")]))
