package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
)

// TestScope holds of which roles a sentence without one speaks, what a pronoun
// at its start stands for, and in what kind of section it stands: a line each
// for what is no heading, "TEXT -> SCOPE; ANTECEDENT; KIND".
func TestScope(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{
			"title of one role", "# What does a nurse do?\n\nThey wash patients.",
			[]string{"They wash patients. -> nurse; nurse; duties"},
		},
		{
			"title of two", "# Nurse vs doctor\n\nThey wash patients.",
			[]string{"They wash patients. -> nurse doctor; nurse doctor; "},
		},
		{
			"subject before", "# Nurse vs doctor\n\nThe doctor decides. They sign. She leaves.",
			[]string{
				"The doctor decides. -> nurse doctor; nurse doctor; ",
				"They sign. -> nurse doctor; doctor; ",
				"She leaves. -> nurse doctor; doctor; ",
			},
		},
		{
			"two subjects before", "# Nurse vs doctor\n\nThe doctor and the nurse talk. They sign.",
			[]string{
				"The doctor and the nurse talk. -> nurse doctor; nurse doctor; ",
				"They sign. -> nurse doctor; doctor nurse; ",
			},
		},
		{
			"object before is no subject", "# Nurse vs doctor\n\nThe doctor instructs the nurse. He signs.",
			[]string{
				"The doctor instructs the nurse. -> nurse doctor; nurse doctor; ",
				"He signs. -> nurse doctor; doctor; ",
			},
		},
		{
			"across paragraphs", "# Nurse vs doctor\n\nThe doctor decides.\n\nThey sign.",
			[]string{
				"The doctor decides. -> nurse doctor; nurse doctor; ",
				"They sign. -> nurse doctor; doctor; ",
			},
		},
		{
			"not across headings", "# Nurse vs doctor\n\nThe doctor decides.\n\n## On the ward\n\nThey sign.",
			[]string{
				"The doctor decides. -> nurse doctor; nurse doctor; ",
				"They sign. -> nurse doctor; nurse doctor; ",
			},
		},
		{
			"heading names a role", "# Nurse vs doctor\n\n## The nurse\n\nThey sign.\n\n## The doctor\n\nThey cut.",
			[]string{
				"They sign. -> nurse; nurse; ",
				"They cut. -> doctor; doctor; ",
			},
		},
		{
			"theme below the role's heading", "# Nurse vs doctor\n\n## The nurse\n\n### Skills\n\nThey listen.\n\n### Duties\n\nThey sign.",
			[]string{
				"They listen. -> nurse; nurse; skills",
				"They sign. -> nurse; nurse; duties",
			},
		},
		{
			"theme beside the role's heading ends its kind", "# Nurse vs doctor\n\n## Duties of a nurse\n\nThey sign.\n\n## Conclusion\n\nAll is well.",
			[]string{
				"They sign. -> nurse; nurse; duties",
				"All is well. -> nurse doctor; nurse doctor; ",
			},
		},
		{
			"lead-in names the role", "# Nurse vs doctor\n\nA nurse does the following:\n\n- washes\n- signs",
			[]string{
				"A nurse does the following: -> nurse doctor; nurse doctor; ",
				"washes -> nurse; nurse; ",
				"signs -> nurse; nurse; ",
			},
		},
		{
			"lead-in by a pronoun", "# Nurse vs doctor\n\nA nurse is busy. Their duties include:\n\n- washing",
			[]string{
				"A nurse is busy. -> nurse doctor; nurse doctor; ",
				"Their duties include: -> nurse doctor; nurse; ",
				"washing -> nurse; nurse; duties",
			},
		},
		{
			"lead-in of skills", "# Nurse vs doctor\n\nA nurse needs these skills:\n\n- listening",
			[]string{
				"A nurse needs these skills: -> nurse doctor; nurse doctor; ",
				"listening -> nurse; nurse; skills",
			},
		},
		{
			"outer item is a role", "# On the ward: nurse vs doctor\n\n- Nurse\n  - washes\n- Doctor\n  - cuts",
			[]string{
				"Nurse -> nurse doctor; nurse doctor; ",
				"washes -> nurse; nurse; ",
				"Doctor -> nurse doctor; nurse doctor; ",
				"cuts -> doctor; doctor; ",
			},
		},
		{
			"label is a role", "# On the ward: nurse vs doctor\n\n- Nurse: washes\n- Doctor: cuts",
			[]string{
				"Nurse -> nurse doctor; ; ",
				"washes -> nurse; nurse; duties",
				"Doctor -> nurse doctor; ; ",
				"cuts -> doctor; doctor; duties",
			},
		},
		{
			"table with roles in its head", "# On the ward: nurse vs doctor\n\n| | Nurse | Doctor |\n| --- | --- | --- |\n| Duties | washes | cuts |\n| Pay | low | high |",
			[]string{
				"Nurse -> nurse doctor; nurse doctor; ",
				"Doctor -> nurse doctor; nurse doctor; ",
				"Duties -> nurse doctor; nurse doctor; ",
				"washes -> nurse; nurse; duties",
				"cuts -> doctor; doctor; duties",
				"Pay -> nurse doctor; nurse doctor; ",
				"low -> nurse; nurse; pay",
				"high -> doctor; doctor; pay",
			},
		},
		{
			"table with roles in its rows", "# On the ward: nurse vs doctor\n\n| Role | Duties | Pay |\n| --- | --- | --- |\n| Nurse | washes | low |\n| Doctor | cuts | high |",
			[]string{
				"Role -> nurse doctor; nurse doctor; ",
				"Duties -> nurse doctor; nurse doctor; ",
				"Pay -> nurse doctor; nurse doctor; ",
				"Nurse -> nurse doctor; nurse doctor; duties",
				"washes -> nurse; nurse; duties",
				"low -> nurse; nurse; pay",
				"Doctor -> nurse doctor; nurse doctor; duties",
				"cuts -> doctor; doctor; duties",
				"high -> doctor; doctor; pay",
			},
		},
	}
	x := newExtractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, reject := decode.Decode(corpus.Page{URI: "page.md", Format: corpus.Markdown, Body: []byte(tt.page)})
			if reject != nil {
				t.Fatal(reject)
			}
			if diff := cmp.Diff(tt.want, x.read(doc).showScopes()); diff != "" {
				t.Errorf("scopes of %q (-want +got):\n%s", tt.page, diff)
			}
		})
	}
}

// showScopes writes a line for each sentence that is no heading.
func (r *reading) showScopes() []string {
	var lines []string
	for i := range r.sentences {
		s := &r.sentences[i]
		if r.doc.Blocks[s.block].Kind == corpus.Heading {
			continue
		}
		kind := r.blocks[s.block].kind
		if s.label {
			kind = "" // that of its gloss
		}
		lines = append(lines, fmt.Sprintf("%s -> %s; %s; %s", r.text(s), strings.Join(s.scope, " "), strings.Join(s.antecedent, " "), kind))
	}
	return lines
}
