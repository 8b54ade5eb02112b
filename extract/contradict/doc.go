// Package contradict compares what articles claim about roles. In the map
// stage a Reader turns a document's claims into small records; a Fold gathers
// records in any order; Detect reports pairs of sides that can't both hold,
// and what was looked at and not flagged. It reads no text after the map
// stage, writes nothing, and does not decide what is a claim.
package contradict
