package role

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
)

func TestInventory(t *testing.T) {
	tests := []struct{ name, article, sentence, want string }{
		{"abbreviation after", "The chief happiness officer (CHO) smiles.", "CHOs laugh.", "chief-happiness-officer+"},
		{"abbreviation before", "A CDO (chief data officer) plans.", "The CDO hires.", "chief-data-officer"},
		{"abbreviation against the lexicon", "The Chief Medical Officer (CMO) decides.", "The CMO hires.", "chief-medical-officer"},
		{"abbreviation with colon", "PA: physician assistant", "A PA helps.", "physician-assistant"},
		{"abbreviation used beside the title", "An engineering manager plans. The EM hires.", "EMs plan.", "engineering-manager+"},
		{"abbreviation not introduced", "The PA system is loud.", "A PA helps.", ""},
		{"abbreviation of something else", "An engineer (IBM) spoke.", "IBM hires.", ""},
		{"vp in brackets before of", "A Vice President (VP) of Engineering plans.", "The VP hires.", "vp-of-engineering"},
		{"bare vp", "# CTO vs VP of Engineering", "The VP hires.", "vp-of-engineering"},
		{"bare vp of several", "The VP of Sales and the VP of Product met.", "The VP hires.", "vp"},
		{"bare manager of the title", "# What does an engineering manager do?", "The manager plans.", "engineering-manager"},
		{"bare manager, two in the title", "# Product manager vs project manager", "The manager plans.", ""},
		{"bare manager without a title", "An engineering manager plans.", "The manager plans.", ""},
		{"bare head in a heading", "# What does a producer do?", "The producer plans.", "producer"},
		{"capital as a title of its own", "# IT director or CTO\nA Director may rank higher. Ask a Director or a marketing director, a sales director or an art director.", "A director plans.", "director"},
		{"heading teaches a title", "## Grommet fitter", "Grommet fitters fit.", "grommet-fitter+"},
		{"heading with a question", "## What is a grommet technician?", "A grommet technician fits.", "grommet-technician"},
		{"capitals teach a title", "The Grommet Manager counts.", "A grommet manager counts.", "grommet-manager"},
		{"heading of a sentence teaches none", "## Why running wild engineers", "Running wild engineers are rare.", "engineer+"},
		{"fields against each other", "# Data analytics vs data science", "Data science is harder than data analytics.", "data-scientist data-analyst"},
		{"field with a noun", "# DevOps vs SRE", "DevOps writes tools for a DevOps culture.", "devops-engineer"},
		{"fields without a contrast", "# Data science for all", "Data science is hard.", ""},
		{"adjectives against each other", "# Front-end vs back-end", "Front-end code is not back-end.", "backend-developer"},
		{"shared head", "", "Front-end and back-end developers meet licensed or registered nurses.", "frontend-developer+ backend-developer+ licensed-nurse+ registered-nurse+"},
		{"departments share no head", "", "It works with design and product managers.", "product-manager+"},
		{"named elsewhere share a head", "The design manager left.", "It works with design and product managers.", "design-manager+ product-manager+"},
		{"shared head after brackets", "", "Virtual reality (VR) and augmented reality (AR) designers draw.", "virtual-reality-designer+ augmented-reality-designer+"},
		{"first word of the title", "# How to become a journeyman electrician", "The journeyman works alone.", "journeyman-electrician"},
		{"another name", "Lighting engineers, also known as lighting technicians, hang lamps.", "Lighting technicians climb.", "lighting-engineer+"},
		{"another name in brackets", "A computer support specialist (also called a technical support specialist) helps.", "A technical support specialist", "computer-support-specialist"},
		{"another name after or", "Electric linemen, or power line technicians, climb.", "power line technicians", "electric-lineman+"},
		{"an alternative", "Ask surgeons, pilots, or nurses, and wait.", "nurses and pilots", "nurse+ pilot+"},
		{"the more frequent name", "A system engineer, also called a platform engineer, plans. Platform engineers test. Platform engineers ship.", "A system engineer", "platform-engineer"},
		{"two titles that some mix up", "# Tech lead vs engineering manager\nA tech lead, sometimes called an engineering manager, plans.", "An engineering manager", "engineering-manager"},
		{"short and long form", "HR specialists and human resources specialists", "An HR specialist", "human-resources-specialist"},
		{"a short form alone", "HR specialists", "An HR specialist", "hr-specialist"},
		{"head with duties", "The duties of a director include the plan.", "The director plans.", "director"},
		{"short head", "", "The registrar meets the warden.", "registrar warden"},
		{"short head of the title", "# What does a park ranger do?", "The ranger walks.", "park-ranger"},
		{"label with a verb", "## Why companies need engineers", "companies need engineers", "engineer+"},
		{"asked about", "# What does a closer do?", "Closers sign papers.", "closer+"},
		{"asked about in the plural", "# What do packers actually do all day?", "A packer seals boxes.", "packer"},
		{"asked about in the plural, to the end", "# What do packers do?", "A packer seals boxes.", "packer"},
		{"duties of", "# Duties of a town crier", "The town crier shouts.", "town-crier"},
		{"job description of", "# Flat valuer job description", "Flat valuers price flats.", "flat-valuer+"},
		{"how to become", "# How to become a valuer in Ohio", "Valuers price flats.", "valuer+"},
		{"against a known title", "# Usher vs. nurse", "An usher shows seats.", "usher"},
		{"against an unknown one", "# Usher vs. stage", "An usher shows seats.", ""},
		{"a thing is asked about", "# What does a spreadsheet do?", "A spreadsheet adds.", ""},
		{"described below its heading", "## Closer\nA closer signs papers.\n## Nurse\nA nurse cares.", "The closer waits.", "closer"},
		{"described by its deeds", "## Closer\nSigns the papers and calls sellers.\n## Nurse\nA nurse cares.", "The closer waits.", "closer"},
		{"described among things", "## Closer\nA closer signs papers.\n## Paper\nA paper burns.", "The closer waits.", ""},
		{"abbreviation of the one title with its letters", "# Site\nA project manager plans.\nThe PM signs.", "PMs sign.", "project-manager+"},
		{"abbreviation of the usual title", "# Site\nA project manager and a product manager plan.\nThe PM signs.", "PMs sign.", "product-manager+"},
		{"a word shared across vs", "# School psychologist vs. counselor\nSchool counselors listen.", "School psychologist vs. counselor", "school-psychologist school-counselor"},
		{"no word shared across vs", "# Nurse practitioner vs. doctor", "Nurse practitioner vs. doctor", "nurse-practitioner doctor"},
		{"shared first word", "", "A nurse administrator or manager oversees care.", "nurse-administrator nurse-manager"},
	}
	rec := recognizer(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inv := rec.Inventory(document(tt.article))
			if diff := cmp.Diff(tt.want, keys(inv, tt.sentence)); diff != "" {
				t.Errorf("in an article with %q: keys of %q (-want +got):\n%s", tt.article, tt.sentence, diff)
			}
		})
	}
}

func TestInventoryTitle(t *testing.T) {
	tests := []struct{ name, title, article, want string }{
		{"title", "CTO vs VP of Engineering: who does what?", "# Intro\nA nurse.", "chief-technology-officer vp-of-engineering"},
		{"first heading of level 1", "", "# Nurse or doctor\n# Teacher\nA pilot.", "nurse doctor"},
		{"heading with a contrast", "", "# Copywriter\n## Copywriter vs. journalist\n## Editor", "copywriter journalist"},
		{"headings", "", "Jobs.\n## Nurse\n### Pilot\n## Doctor", "nurse doctor"},
		{"text", "", "Jobs: a nurse and a pilot.", "nurse"},
		{"text with two frequent roles", "", "An engineer met a nurse and a pilot. Nurses and pilots rest. Nurses like pilots.", "nurse pilot"},
		{"brand words", "A field guide for engineering executives", "Pilots fly. A pilot rests. Pilots land.", "pilot"},
		{"none", "", "Jobs.", ""},
	}
	rec := recognizer(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := document(tt.article)
			doc.Title = tt.title
			if got := strings.Join(rec.Inventory(doc).Title(), " "); got != tt.want {
				t.Errorf("Title() = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestInventoryKeys(t *testing.T) {
	inv := recognizer(t).Inventory(document("A pilot and a nurse.\nNurses rest."))
	if diff := cmp.Diff([]string{"pilot", "nurse"}, inv.Keys()); diff != "" {
		t.Errorf("Keys() (-want +got):\n%s", diff)
	}
	if got := inv.Count("nurse"); got != 2 {
		t.Errorf("Count(nurse) = %d, want 2", got)
	}
}

func TestRowsOfLabelsTeachTitles(t *testing.T) {
	tests := []struct {
		name   string
		labels []string
		want   string
	}{
		{"bare heads among titles", []string{"Stage manager", "Director", "Producer:"}, "director producer"},
		{"noun for a person among titles", []string{"Stage manager", "Sound designer", "Prompter"}, "prompter"},
		{"no titles", []string{"Budget", "Director", "Prompter"}, ""},
		{"things among titles", []string{"Stage manager", "Sound designer", "Curtain"}, ""},
	}
	rec := recognizer(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := &corpus.Document{}
			for _, label := range tt.labels {
				start := len(doc.Text)
				doc.Text += label + " works.\n"
				doc.Blocks = append(doc.Blocks, corpus.Block{
					Kind: corpus.Item, Group: 1, Level: 1, Span: corpus.Span{Start: start, End: len(doc.Text) - 1},
					Strong: []corpus.Span{{Start: start, End: start + len(label)}},
				})
			}
			if diff := cmp.Diff(tt.want, keys(rec.Inventory(doc), "The director, the producer and the prompter draw the curtain.")); diff != "" {
				t.Errorf("keys after labels %q (-want +got):\n%s", tt.labels, diff)
			}
		})
	}
}

func TestLabelsTeachTitles(t *testing.T) {
	text := "Grommet polisher\tPolishes grommets.\nThe Widget Coordinator: counts."
	doc := &corpus.Document{Text: text, Blocks: []corpus.Block{
		{Kind: corpus.Cell, Span: corpus.Span{Start: 0, End: 16}},
		{Kind: corpus.Cell, Span: corpus.Span{Start: 17, End: 35}, Col: 1},
		{Kind: corpus.Paragraph, Span: corpus.Span{Start: 36, End: len(text)}, Strong: []corpus.Span{{Start: 36, End: 58}}},
	}}
	inv := recognizer(t).Inventory(doc)
	if got, want := keys(inv, "a widget coordinator"), "widget-coordinator"; got != want {
		t.Errorf("keys = %q, want %q", got, want)
	}
}

func TestLongLists(t *testing.T) {
	text := strings.Repeat("network and ", 4000)
	inv := recognizer(t).Inventory(document("# " + text))
	start := time.Now()
	keys(inv, text)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("Mentions of a list of fields took %v", took)
	}
}
