# What several rules share: how a rule answers, and which evidence it speaks of.
package supply_chain.lib

max_hits := 50

# The answer of a rule with few possible hits. A rule that may find thousands counts
# what it found and words only what is shown: texts are what costs.
answer(hits) := {"count": count(hits), "hits": shown(hits)}

# The answer of a rule that may have had nothing to look at, which is no pass: `seen` is
# how much it looked at, `why` says what was lacking.
answer_about(seen, hits, _) := answer(hits) if seen > 0

answer_about(0, _, why) := {"count": 0, "hits": [], "notJudged": why}

shown(found) := array.slice(found, 0, max_hits)

# Where a hit is, for rules about a whole document.
place_of(entry) := {"evidenceId": entry.id}

# The name by which a person knows a piece of evidence.
label(entry) := name if {
	name := entry.fileName
} else := entry.stream if {
	entry.stream != ""
} else := entry.id

# Whether evidence speaks about an output that somebody trusted attested, or that the
# portal hashed itself. What is merely declared ties nothing.
is_tied(entry) if {
	entry.bound == "bound"
	entry.authority in {"attested", "observed"}
}

# A number of days. Data given by an operator may hold some thresholds only; a rule
# must not fall silent for the others.
threshold(name) := data.thresholds[name] if {
	is_number(data.thresholds[name])
} else := default_thresholds[name]

default_thresholds := {
	"critical_fix_days": 7,
	"high_fix_days": 30,
	"scan_days": 30,
	"database_days": 14,
}

days(seconds) := floor(seconds / 86400)

generator(entry) := lower(entry.generator.name)

default generator(_) := ""

# Text from documents ends up in commands that people paste into a shell: only plain
# words may, and none that an option parser would take for an option.
# `trim` leaves something over as soon as one character is not in the set; unlike a
# regular expression it costs nothing.
is_shell_safe(word) if {
	word != ""
	trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@_./+:~-") == ""
	not substring(word, 0, 1) in {"-", "+", ".", "/", ":", "~"}
}

plural(1, one, _) := one

plural(n, _, many) := many if n != 1

make_checksums := ["sha256sum dist/* > checksums.txt", "checksums.txt"]

# [command that makes a file, the file]: made and sent for the release in question.
# Undefined where the words are not fit for a shell.
then_push([command, file]) := sprintf("%s && supply-chain push %s --entity %s --%s %s", [
	command,
	file,
	input.subject.ref,
	input.release.channel,
	input.release.version,
]) if {
	is_shell_safe(input.subject.ref)
	is_shell_safe(input.release.version)
}

command(words) := {"command": then_push(words)}

default command(_) := {}
