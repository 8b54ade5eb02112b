package role

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"
)

func recognizer(t testing.TB) *Recognizer {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// document makes a document of blocks: lines that begin with # are headings.
func document(text string) *corpus.Document {
	doc := &corpus.Document{Text: text}
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			n = len(text) - at
		}
		line := text[at : at+n]
		body := strings.TrimLeft(line, "# ")
		level := strings.Count(line[:len(line)-len(body)], "#")
		block := corpus.Block{Kind: corpus.Paragraph, Span: corpus.Span{Start: at + len(line) - len(body), End: at + n}}
		if level > 0 {
			block.Kind, block.Level = corpus.Heading, level
		}
		if body != "" {
			doc.Blocks = append(doc.Blocks, block)
		}
		at += n + 1
	}
	return doc
}

// keys returns the keys that an inventory finds in a sentence, each with its
// grade and a plural sign: "senior:software-engineer+".
func keys(inv *Inventory, sentence string) string {
	var out []string
	for _, m := range inv.Mentions(nlp.Tokenize(nil, sentence, corpus.Span{End: len(sentence)})) {
		key := m.Key
		if m.Grade != "" {
			key = strings.ToLower(m.Grade) + ":" + key
		}
		if m.Plural {
			key += "+"
		}
		out = append(out, key)
	}
	return strings.Join(out, " ")
}

func TestMentions(t *testing.T) {
	tests := []struct{ name, sentence, want string }{
		{"spelled out", "The Chief Technology Officer sets the vision.", "chief-technology-officer"},
		{"lower case", "a chief technology officer and a software engineer", "chief-technology-officer software-engineer"},
		{"capitals", "THE CHIEF TECHNOLOGY OFFICER", "chief-technology-officer"},
		{"abbreviation", "The CTO reports to the CEO.", "chief-technology-officer chief-executive-officer"},
		{"possessive", "The CTO's salary", "chief-technology-officer"},
		{"plural abbreviation", "CTOs and VPEs", "chief-technology-officer+ vp-of-engineering+"},
		{"technical officer", "Chief Technical Officers", "chief-technology-officer+"},
		{"chief of any field", "the Chief People Officer and the chief human resources officer", "chief-people-officer chief-human-resources-officer"},
		{"vp of", "the VP of Engineering leads", "vp-of-engineering"},
		{"vp bare field", "the VP Engineering leads", "vp-of-engineering"},
		{"vp comma", "the VP, Engineering leads", "vp-of-engineering"},
		{"field before vp", "an Engineering VP", "vp-of-engineering"},
		{"vice president", "Vice Presidents of Engineering", "vp-of-engineering+"},
		{"vice president for", "the vice president for finance", "vp-of-finance"},
		{"svp", "the SVP of Sales", "senior:vp-of-sales"},
		{"senior vice president", "a senior vice president of sales", "senior:vp-of-sales"},
		{"plural vp", "VPs of Engineering", "vp-of-engineering+"},
		{"head of", "the head of data platform decides", "head-of-data-platform"},
		{"head of unknown", "the Head of Bids and Frameworks", "head-of-bids-and-frameworks"},
		{"head of the department", "the head of the IT department", "head-of-it"},
		{"head and title", "Head of Engineering and CTO", "head-of-engineering chief-technology-officer"},
		{"director of", "Director of IT or IT director", "it-director it-director"},
		{"director of two words", "the director of product management", "product-management-director"},
		{"senior director", "Senior Director of Engineering", "senior:engineering-director"},
		{"manager of", "a manager of operations", "operations-manager"},
		{"slash", "CTO/VP of Engineering", "chief-technology-officer vp-of-engineering"},
		{"spelling", "front-end developers, front end developer, Frontend Developer", "frontend-developer+ frontend-developer frontend-developer"},
		{"full stack", "a full-stack developer and a Full Stack Web Developer", "fullstack-developer fullstack-web-developer"},
		{"ml", "ML engineer or machine learning engineers", "machine-learning-engineer machine-learning-engineer+"},
		{"systems", "systems administrator, sysadmins", "system-administrator system-administrator+"},
		{"ux", "UI/UX designer, UX designers and user experience designer", "ux-designer ux-designer+ ux-designer"},
		{"staff", "a Staff Engineer, a principal SRE, distinguished engineers", "staff-engineer principal-site-reliability-engineer distinguished-engineer+"},
		{"deputy", "the deputy editor and the assistant coach", "deputy-editor assistant-coach"},
		{"grade", "senior front-end developers and junior nurses", "senior:frontend-developer+ junior:nurse+"},
		{"grade with stop", "Sr. Data Scientist", "sr:data-scientist"},
		{"two grades", "an experienced freelance web developer", "experienced freelance:web-developer"},
		{"hyphened grade", "an entry-level accountant", "entry-level:accountant"},
		{"interim", "an interim or fractional CTO", "interim or fractional:chief-technology-officer"},
		{"level", "Software Engineer II", "ii:software-engineer"},
		{"lead bid manager", "a lead bid manager writes", "lead-bid-manager"},
		{"travel nurse", "travel nurses and travel agents", "travel:nurse+ travel-agent+"},
		{"nursing", "RNs, LPNs and licensed practical nurses", "registered-nurse+ licensed-practical-nurse+ licensed-practical-nurse+"},
		{"np", "A family nurse practitioner and a nurse", "family-nurse-practitioner nurse"},
		{"trades", "Master electricians, journeyman electricians and HVAC technicians", "master-electrician+ journeyman-electrician+ hvac-technician+"},
		{"media", "The editor-in-chief and a copywriter", "editor-in-chief copywriter"},
		{"law", "attorneys, paralegals, and an assistant district attorney", "attorney+ paralegal+ assistant-district-attorney"},
		{"kitchen", "The sous chef answers to the head chef.", "sous-chef head-chef"},
		{"school", "headteachers, high school teachers and an adjunct professor", "headteacher+ high-school-teacher+ adjunct-professor"},
		{"hr", "the HR manager, human resources managers", "hr-manager human-resources-manager+"},
		{"engineering manager", "Engineering managers manage engineers.", "engineering-manager+ engineer+"},
		{"unknown capital", "The Bid Manager writes", "bid-manager"},
		{"unknown capital, other head", "The Grommet Manager writes", "grommet-manager"},
		{"general manager", "a general manager", "general-manager"},
		{"policemen", "policemen and salesmen", "policeman+ salesman+"},
		{"coach", "The coach and your life coach", "coach life-coach"},
		{"verb before a title", "They support engineers, and to lead nurses is hard.", "engineer+ nurse+"},
		{"verbs before a title", "We recruit and train nurses.", "nurse+"},
		{"field of the same word", "The support engineers and a training manager", "support-engineer+ training-manager"},
		{"gerund with people", "Recruiting nurses and hiring engineers takes time.", "nurse+ engineer+"},
		{"gerund of a title", "Training managers and teaching assistants met the hiring engineers.", "training-manager+ teaching-assistant+ hiring-engineer+"},
		{"gerund before a grade", "training senior nurses", "senior:nurse+"},
		{"infinitive with people", "She is asked to mentor pilots and to coach surgeons.", "pilot+ surgeon+"},
		{"verb after a comma", "They meet clients, support developers, coach nurses and write code.", "developer+ nurse+"},
		{"list of titles", "data scientists, support engineers and pilots", "data-scientist+ support-engineer+ pilot+"},
		{"joined grades", "entry-level and mid-level developers", "entry-level and mid-level:developer+"},
		{"head before a slash", "VP/Head of Engineering", "vp-of-engineering head-of-engineering"},
		{"head before or", "the director or manager of nursing", "nursing-director nursing-manager"},
		{"two heads of their own", "The VP and the Head of Engineering", "vp head-of-engineering"},
		{"practice", "SRE is a set of practices, and an SRE is an engineer.", "site-reliability-engineer engineer"},
		{"noun that the lexicon lacks", "A jungle survival instructor met the senior plankton technician.", "jungle-survival-instructor senior:plankton-technician"},
		{"press secretary", "the press secretary and the Secretary of State", "press-secretary secretary-of-state"},
		{"lead as a verb", "They plan and lead designers; the lead designers agree.", "designer+ lead-designer+"},
		{"auxiliary in short", "You’ll support developers.", "developer+"},
		{"title and its verb", "The Scrum Master coaches the team.", "scrum-master"},
		{"coaches", "Assistant coaches and head coaches meet life coaches.", "assistant-coach+ head-coach+ life-coach+"},
		{"affairs", "the Vice President for Academic Affairs", "vp-of-academic-affairs"},
		{"accents", "the Résumé Manager", "resume-manager"},
		{"salary noun", "the CTO salary and VP of Engineering job description", "chief-technology-officer vp-of-engineering"},
	}
	inv := recognizer(t).Inventory(&corpus.Document{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, keys(inv, tt.sentence)); diff != "" {
				t.Errorf("keys of %q (-want +got):\n%s", tt.sentence, diff)
			}
		})
	}
}

func TestNoMentions(t *testing.T) {
	inv := recognizer(t).Inventory(&corpus.Document{})
	for _, sentence := range []string{
		"The engineering team ships product management tools.",
		"They lead the team and head to the office.",
		"It takes years to nurse a drink.",
		"She has a doctor's degree and a Master of Arts.",
		"Use a package manager or a password manager.",
		"The manager and the director met the assistant.",
		"Users, customers, stakeholders and team members agree.",
		"Leaders, experts and executives like a role model.",
		"Manager-level employees and engineer-led teams.",
		"Use the text editor of your choice.",
		"The board of directors met.",
		"Direct, coach and support the team.",
		"Recruit and train; they support and lead.",
		"We will coach and guide you to model it.",
		"I am in it for the pay; it helps us.",
		"A competent manager, a local officer and the memory manager.",
		"Read the style guide on a media server with an audio player.",
	} {
		if got := keys(inv, sentence); got != "" {
			t.Errorf("keys(%q) = %q, want none", sentence, got)
		}
	}
}
