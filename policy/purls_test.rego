package supply_chain.purls_test

import data.supply_chain.purls

test_commands_by_type if {
	purls.bump("pkg:npm/%40acme/a@1.0.0?x=y#z", "2.0.0", 1, "other") == "npm install @acme/a@2.0.0"
	purls.bump("pkg:npm/a.b@1.0.0", "2.0.0", 0, "other") == "npm pkg set 'overrides[a.b]=2.0.0' && npm install"
	purls.bump("pkg:npm/a@1.0.0", "2.0.0", 1, "yarn") == "yarn up a@2.0.0"
	purls.bump("pkg:golang/github.com/acme/a@v1.0.0", "1.2.0", 0, "other") == "go get github.com/acme/a@v1.2.0 && go mod tidy"
	purls.bump("pkg:pypi/a@1", "2", -1, "other") == "pip install a==2"
	not purls.bump("pkg:deb/debian/a@1", "2", 1, "other")
}

test_no_command_with_words_for_a_shell if {
	every name in ["-g", "a;id", "a b", "$(id)", "a'b", "a%20b", ""] {
		not purls.bump(sprintf("pkg:npm/%s@1", [name]), "2", 1, "other")
	}
	not purls.bump("pkg:npm/a@1", "2 || id", 1, "other")
	not purls.bump("pkg:npm/a@1", "--x", 1, "other")
}
