# The commands of the programs that make SBOMs, so that a solution speaks the
# language of the tool that made the very file.
package supply_chain.generators

import data.supply_chain.lib

# One of the tools below, or "other".
tool(entry) := "cyclonedx-npm" if {
	contains(lib.generator(entry), "cyclonedx-npm")
} else := "yarn" if {
	contains(lib.generator(entry), "yarn")
} else := "cdxgen" if {
	contains(lib.generator(entry), "cdxgen")
} else := "syft" if {
	contains(lib.generator(entry), "syft")
} else := "trivy" if {
	contains(lib.generator(entry), "trivy")
} else := "npm" if {
	startswith(lib.generator(entry), "npm")
} else := "other"

regenerate_commands := {
	"cyclonedx-npm": "npx @cyclonedx/cyclonedx-npm --output-file sbom.cdx.json",
	"yarn": "yarn dlx -q @cyclonedx/yarn-plugin-cyclonedx --output-file sbom.cdx.json",
	"cdxgen": "npx @cyclonedx/cdxgen -o sbom.cdx.json",
	"syft": "syft scan dir:. -o cyclonedx-json=sbom.cdx.json",
	"trivy": "trivy fs --format cyclonedx --output sbom.cdx.json .",
	"npm": "npm sbom --sbom-format cyclonedx > sbom.cdx.json",
	"other": "npx @cyclonedx/cdxgen -o sbom.cdx.json",
}

regenerate(entry) := regenerate_commands[tool(entry)]

rename_commands := {
	"cyclonedx-npm": "npm pkg set name=%s && npx @cyclonedx/cyclonedx-npm --output-file sbom.cdx.json",
	"yarn": "npm pkg set name=%s && yarn dlx -q @cyclonedx/yarn-plugin-cyclonedx --output-file sbom.cdx.json",
	"cdxgen": "npx @cyclonedx/cdxgen --project-name %s -o sbom.cdx.json",
	"syft": "syft scan dir:. --source-name %s -o cyclonedx-json=sbom.cdx.json",
	"npm": "npm pkg set name=%s && npm sbom --sbom-format cyclonedx > sbom.cdx.json",
}

# Undefined for tools that have no such option.
rename(entry, name) := sprintf(rename_commands[tool(entry)], [name])

# How the tool is told to collect licences; undefined where it does so by itself.
licence_commands := {
	"cdxgen": "FETCH_LICENSE=true npx @cyclonedx/cdxgen -o sbom.cdx.json",
	"npm": "npx @cyclonedx/cyclonedx-npm --output-file sbom.cdx.json",
	"syft": "SYFT_GOLANG_SEARCH_REMOTE_LICENSES=true SYFT_JAVASCRIPT_SEARCH_REMOTE_LICENSES=true syft scan dir:. -o cyclonedx-json=sbom.cdx.json",
	"trivy": "trivy fs --format cyclonedx --license-full --output sbom.cdx.json .",
}
