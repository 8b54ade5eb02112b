package extract

import (
	"regexp"
	"strings"

	"roleclaims/corpus"
)

// reportsLabel and leadsLabel are the labels and table heads under which the
// roles above and below stand.
var (
	reportsLabel = regexp.MustCompile(`^(?:(?:typically |usually )?reports? (?:directly )?(?:in)?to|reporting (?:line|to|manager)|line manager|(?:direct |immediate |line )?(?:supervisor|boss|superior)|supervised by|managed by|responsible to|accountable to|answers to)$`)
	leadsLabel   = regexp.MustCompile(`^(?:direct reports?|supervises|line manages|line manager (?:of|for|to)|subordinates)$`)
)

// labelled reads "Reports to: CFO" as an item, a line, or a cell under or
// beside such a head.
func (r *reading) labelled(i int) []Comparison {
	s := &r.sentences[i]
	block := r.doc.Blocks[s.block]
	var label string
	gloss := i
	switch {
	case s.label:
		label, gloss = r.text(s), i+1
	case block.Kind == corpus.Cell && s.first && !block.Header:
		for _, head := range []corpus.Span{block.ColHead, block.RowHead} {
			if !head.Empty() && head != block.Span && r.headAt(head).orders != 0 {
				label = head.Of(r.doc.Text)
			}
		}
	}
	kind := labelKind(label)
	if kind == 0 || r.off["reports-to"] || gloss >= len(r.sentences) || r.sentences[gloss].block != s.block {
		return nil
	}
	g := &r.sentences[gloss]
	own := g.scope
	if len(own) != 1 {
		own = r.rowRole(block)
	}
	if len(own) != 1 || len(g.mentions) == 0 {
		return nil
	}
	line := r.lineOf(g).text
	var found []Comparison
	for _, key := range g.keys {
		a, b := own[0], key
		if kind < 0 {
			a, b = b, a
		}
		if a != b {
			found = append(found, r.order(g, "reports-to", ReportsTo, a, b, g.span, hedges.MatchString(line)))
		}
	}
	return found
}

// labelKind is 1 for a label of those above, -1 for one of those below, else
// 0.
func labelKind(label string) int {
	if label == "" || len(label) > maxLabelText {
		return 0
	}
	label = strings.ToLower(strings.Trim(strings.TrimSpace(label), ":*? "))
	switch {
	case reportsLabel.MatchString(label):
		return 1
	case leadsLabel.MatchString(label):
		return -1
	}
	return 0
}

// maxLabelText is the length in bytes beyond which a text is no label of who
// reports to whom.
const maxLabelText = 100

// rowRole returns the role that a cell's row or column is about.
func (r *reading) rowRole(cell corpus.Block) []string {
	if cell.Kind != corpus.Cell {
		return nil
	}
	for _, head := range []corpus.Span{cell.RowHead, cell.ColHead} {
		if head.Empty() || head == cell.Span {
			continue
		}
		if keys := r.rolesAt(head); len(keys) == 1 {
			return keys
		}
	}
	return nil
}
