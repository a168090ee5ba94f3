# The only entrypoint: every rule's answer, by code. What an answer means for the
# verdict (dates, collections, evidence that was not given) is the engine's part and
# the same for every policy; see README.md.
package supply_chain

import data.supply_chain.checksums
import data.supply_chain.components
import data.supply_chain.evidence
import data.supply_chain.integrity
import data.supply_chain.licences
import data.supply_chain.provenance
import data.supply_chain.sbom
import data.supply_chain.signatures
import data.supply_chain.vulnerabilities

decision := object.union_n([
	checksums.results,
	components.results,
	evidence.results,
	integrity.results,
	licences.results,
	provenance.results,
	sbom.results,
	signatures.results,
	vulnerabilities.results,
])
