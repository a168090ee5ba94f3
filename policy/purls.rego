# How a component is moved to another version, by the type of its purl.
package supply_chain.purls

import data.supply_chain.lib

# `pkg:npm/%40scope/name@1.2?x#y` without version, qualifiers and subpath.
package_of(purl) := split(split(split(purl, "#")[0], "?")[0], "@")[0]

type_of(purl) := trim_prefix(split(purl, "/")[0], "pkg:")

# The name that the package manager of the type uses. Only `%40` is decoded: a name
# with any other escape is not shell-safe, and then no command is offered.
name_of(purl) := replace(without_type, "%40", "@") if {
	versionless := package_of(purl)
	without_type := substring(versionless, indexof(versionless, "/") + 1, -1)
}

# [command for a direct dependency, command for a transitive one]; %[1]s is the
# name, %[2]s the version.
commands := {
	"npm": ["npm install %[1]s@%[2]s", "npm pkg set 'overrides[%[1]s]=%[2]s' && npm install"],
	"yarn": ["yarn up %[1]s@%[2]s", "npm pkg set 'resolutions[%[1]s]=%[2]s' && yarn install"],
	"golang": ["go get %[1]s@%[2]s && go mod tidy", "go get %[1]s@%[2]s && go mod tidy"],
	"pypi": ["pip install %[1]s==%[2]s", "pip install %[1]s==%[2]s"],
	"cargo": ["cargo update -p %[1]s --precise %[2]s", "cargo update -p %[1]s --precise %[2]s"],
	"gem": ["bundle add %[1]s --version %[2]s", "bundle update %[1]s"],
	"composer": ["composer require %[1]s:%[2]s", "composer require %[1]s:%[2]s"],
	"nuget": ["dotnet add package %[1]s --version %[2]s", "dotnet add package %[1]s --version %[2]s"],
}

manager("npm", "yarn") := "yarn"

manager(type, tool) := type if not is_yarn(type, tool)

is_yarn("npm", "yarn")

# go modules take versions with a `v`; advisories often leave it out.
version_for("golang", version) := concat("", ["v", trim_prefix(version, "v")])

version_for(type, version) := version if type != "golang"

# The command that moves a component to `version`. Undefined where the type has no
# command or the words are not fit for a shell. `direct` is 1, 0 or -1.
bump(purl, version, direct, tool) := replace(with_name, "%[2]s", to) if {
	type := type_of(purl)
	name := name_of(purl)
	to := version_for(type, version)
	lib.is_shell_safe(name)
	lib.is_shell_safe(to)
	with_name := replace(commands[manager(type, tool)][way(direct)], "%[1]s", name)
}

way(0) := 1

way(direct) := 0 if direct != 0

# The command that removes a direct dependency.
remove(purl, tool) := concat(" ", [remove_commands[manager(type_of(purl), tool)], name]) if {
	name := name_of(purl)
	lib.is_shell_safe(name)
}

remove_commands := {
	"npm": "npm uninstall",
	"yarn": "yarn remove",
	"pypi": "pip uninstall",
	"cargo": "cargo remove",
	"gem": "bundle remove",
	"composer": "composer remove",
}
