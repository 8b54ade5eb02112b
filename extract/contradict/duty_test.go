package contradict

import (
	"fmt"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/extract/lexicon"
)

func newReader(t testing.TB) *Reader {
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

// statement writes a document of one claim: "role: a sentence with [its
// phrase]", denied with "!role", a noun phrase with "role=". What a "+" parts
// belongs to two roles.
func statement(t testing.TB, r *Reader, source, s string) (*corpus.Document, *extract.Claims) {
	t.Helper()
	roles, sentence, ok := strings.Cut(s, ": ")
	if !ok {
		t.Fatalf("statement %q has no role", s)
	}
	polarity := extract.Asserted
	if rest, denied := strings.CutPrefix(roles, "!"); denied {
		roles, polarity = rest, extract.Denied
	}
	roles, nominal := strings.CutSuffix(roles, "=")
	start := strings.Index(sentence, "[")
	end := strings.Index(sentence, "]") - 1
	if start < 0 || end < start {
		t.Fatalf("statement %q has no phrase", s)
	}
	text := strings.NewReplacer("[", "", "]", "").Replace(sentence)
	doc := &corpus.Document{URI: source, Source: source, Text: text, Blocks: []corpus.Block{{Kind: corpus.Paragraph, Span: corpus.Span{End: len(text)}}}}
	doc.ID = corpus.DocumentID(doc.URI, text)
	claims := &extract.Claims{}
	for _, role := range strings.Split(roles, "+") {
		c := extract.Responsibility{Role: role, Polarity: polarity}
		c.Span, c.Sentence, c.Confidence = corpus.Span{Start: start, End: end}, corpus.Span{End: len(text)}, 0.9
		c.ID = extract.ClaimID(doc.ID, "responsibility", role, c.Span)
		art := &article{Document: doc, tagger: r.model.NewTagger(), roles: r.roles.Inventory(doc)}
		c.Action = "-" // not in the phrase, which makes it a noun phrase
		if !nominal {
			c.Action = ""
			tokens, _ := r.tokens(art, r.passage(art, c.Sentence), &c)
			c.Action = r.duties.Frame(tokens, false).Action
		}
		claims.Responsibilities = append(claims.Responsibilities, c)
	}
	return doc, claims
}

// detect runs two statements whose roles are compared somewhere.
func detect(t testing.TB, r *Reader, statements ...string) Result {
	t.Helper()
	var f Fold
	var roles []string
	for i, s := range statements {
		doc, claims := statement(t, r, fmt.Sprintf("%c.example", 'a'+i), s)
		for _, c := range claims.Responsibilities {
			roles = append(roles, c.Role)
		}
		for _, a := range roles {
			for _, b := range roles {
				if a < b {
					claims.Compared = append(claims.Compared, [2]string{a, b})
				}
			}
		}
		for _, rec := range r.Records(doc, claims) {
			f.Add(rec)
		}
	}
	return f.Detect(Env{Places: r.places})
}

func TestStatementPairs(t *testing.T) {
	r := newReader(t)
	tests := []struct {
		name, a, b, want string
	}{
		// Ownership.
		{"menu", "head-chef: The head chef [designs the menu].", "restaurant-manager: The restaurant manager [draws up the menu].", "ownership"},
		{"curriculum", "head-teacher: The head teacher is responsible for [setting the curriculum].", "department-head: In most schools the department head [defines the curriculum].", "ownership"},
		{"surgery", "surgeon: The surgeon [performs the operation].", "surgical-assistant: The surgical assistant [carries out the operation].", "ownership"},
		{"medication", "nurse: Nurses [administer medication to patients].", "pharmacist: The pharmacist is in charge of [administering medication].", "ownership"},
		{"prescriptions", "doctor: The doctor [prescribes antibiotics].", "pharmacist: The pharmacist [prescribes antibiotics].", "ownership"},
		{"front page", "editor-in-chief: The editor-in-chief [decides on the front page].", "news-editor: The news editor [chooses the front page].", "gap ownership"},
		{"witnesses", "barrister: A barrister [examines the witnesses in court].", "solicitor: The solicitor [examines the witnesses].", "ownership"},
		{"contracts", "solicitor: A solicitor [drafts contracts].", "paralegal: The paralegal is the one who [draws up contracts].", "ownership"},
		{"harvest date", "winemaker: The winemaker [sets the date of the harvest].", "vineyard-manager: The vineyard manager [determines the harvest date].", "ownership"},
		{"hiring of nurses", "ward-sister: The ward sister [recruits nurses].", "matron: The matron is responsible for [the recruitment of nurses].", "ownership"},
		{"wiring", "electrician: The electrician [wires the building].", "plumber: The plumber [does the wiring of the building].", "ownership"},
		{"marking", "lecturer: The lecturer [marks the exams].", "teaching-assistant: The teaching assistant [grades the exams].", "ownership"},
		{"payroll", "bookkeeper: The bookkeeper [runs the payroll].", "accountant: The accountant [manages the payroll].", "ownership"},
		{"annual accounts", "bookkeeper: The bookkeeper [prepares the annual accounts].", "accountant: Unlike the bookkeeper, the accountant [prepares the annual accounts].", "ownership"},
		{"casting", "casting-director: The casting director [selects the actors].", "producer: The producer [chooses the actors].", "ownership"},
		{"diagnosis", "dermatologist: The dermatologist [diagnoses skin diseases].", "nurse-practitioner: The nurse practitioner [makes the diagnosis of skin diseases].", "ownership"},
		{"vineyard", "estate-manager=: The estate manager is responsible for [the maintenance of the vineyard].", "vintner: The vintner [maintains the vineyard].", "ownership"},
		{"press contacts", "publicist: The publicist [writes the press releases].", "marketing-manager: The marketing manager [writes press releases].", "ownership"},
		{"strategy and direction", "chief-executive: The chief executive [sets the direction of the hospital].", "board-chair: It is the chair who [defines the strategy of the hospital].", "ownership"},
		{"lesson plans", "teacher: The teacher [develops lesson plans].", "instructional-coordinator: The coordinator is responsible for [developing lesson plans].", "ownership"},
		{"budget of the library", "head-librarian: The head librarian [manages the library budget].", "branch-manager: The branch manager [oversees the library budget].", "ownership"},
		{"network", "network-administrator: The administrator [maintains the computer network].", "network-engineer: The engineer [looks after the computer network].", "ownership"},
		{"scene design", "set-designer: The set designer [designs the stage set].", "art-director: The art director [designs the set].", "ownership"},
		{"stock", "store-manager: The store manager [orders the stock].", "buyer: The buyer [purchases the stock].", "ownership"},
		{"site safety", "site-manager=: The site manager is responsible for [safety on site].", "health-and-safety-officer: The officer [oversees safety on the site].", "ownership"},
		{"claims", "claims-adjuster: The adjuster [approves insurance claims].", "underwriter: The underwriter [signs off on insurance claims].", "ownership"},
		{"pull requests", "tech-lead: The tech lead [reviews the code].", "architect: The architect [checks the code].", "ownership"},

		// Polarity.
		{"denied outright", "paralegal: Paralegals [give legal advice].", "!paralegal: A paralegal [does not give legal advice].", "polarity"},
		{"never", "matron: The matron [treats patients].", "!matron: The matron never [treats patients].", "polarity"},
		{"no authority", "project-manager: The project manager [has direct authority over the developers].", "!project-manager: The project manager [has no authority over the developers].", "polarity"},
		{"refrain", "butler: The butler [serves the wine].", "!butler: Butlers [refrain from serving wine].", "polarity"},
		{"not involved", "head-teacher: The head teacher [teaches classes].", "!head-teacher=: The head teacher is [not involved in teaching classes].", "polarity"},
		{"rarely", "editor: The editor [writes articles].", "!editor: Editors rarely [write articles].", "polarity"},
		{"not allowed", "pharmacist: Pharmacists can [prescribe antibiotics].", "!pharmacist: Pharmacists are [not allowed to prescribe antibiotics].", "polarity"},
		{"no say", "production-designer: The production designer [has a say in the casting].", "!production-designer: The production designer [has no say in the casting].", "polarity"},
		{"noun and verb", "it-director=: The IT director is responsible for [the management of the network].", "!it-director: The IT director [does not manage the network].", "polarity"},
		{"routine words", "chief-technology-officer: The CTO [oversees the routine maintenance of hardware and software].", "!chief-technology-officer: A CTO is [not involved in the day-to-day maintenance of hardware and software].", "polarity"},
		{"everything", "caretaker: The caretaker [repairs everything].", "!caretaker: The caretaker [does not repair the boiler].", "polarity"},
		{"supervision", "nurse-practitioner: Nurse practitioners [treat patients without supervision].", "nurse-practitioner: Nurse practitioners [treat patients under supervision].", "polarity"},
		{"independently", "apprentice: Apprentices [install cables independently].", "apprentice: Apprentices [install cables] under the supervision of a journeyman.", "polarity"},
		{"sometimes against never", "conductor: The conductor sometimes [chooses the soloists].", "!conductor: The conductor never [chooses the soloists].", "polarity"},
		{"rejected view", "librarian: It is a myth that librarians [shelve books all day].", "librarian: Librarians [shelve books].", "polarity"},
		{"keeps out", "chairman: The chairman [runs the daily business operations].", "!chairman: The chairman [stays out of daily business operations].", "polarity"},
		{"writes no code", "engineering-manager: The manager [writes production code].", "!engineering-manager: The manager [writes no production code].", "polarity"},
		{"opposite verbs", "plant-manager: Plant managers [encourage job rotation].", "plant-manager: The plant manager [discourages job rotation].", "polarity"},
		{"permission and ban", "head-teacher: The head teacher [permits mobile phones].", "head-teacher: Head teachers [forbid mobile phones].", "polarity"},
		{"ban denied", "coach: The coach [bans late nights].", "!coach: A coach [does not prohibit late nights].", "polarity"},
		{"negated adverb", "ward-sister: The ward sister [supervises the nurses directly].", "ward-sister: Ward sisters [supervise the nurses indirectly].", "polarity"},
		{"permission and may not", "nurse-practitioner: Nurse practitioners are allowed to [prescribe antibiotics].", "!nurse-practitioner: A nurse practitioner may [not prescribe antibiotics].", "polarity"},
		{"takes part and stays away", "police-chief: Police chiefs are closely involved in [individual investigations].", "!police-chief: A police chief [stays well away from individual investigations].", "polarity"},
		{"hands off", "art-director: The art director [takes a hands-on approach to the set design].", "!art-director: Art directors [take a hands-off approach to the set design].", "polarity"},

		// Traps.
		{"trap: antonyms that go together", "shop-manager: The shop manager [opens the shop].", "shop-manager: The shop manager [closes the shop].", ""},
		{"trap: adverbs that go together", "principal: Principals [praise teachers publicly].", "principal: Principals [praise teachers privately].", ""},
		{"trap: opposite verbs of two things", "editor: Editors [encourage criticism].", "editor: Editors [discourage jargon].", ""},
		{"trap: sets and carries out", "chief-executive: The chief executive [sets the strategy].", "operations-manager: The operations manager [carries out the strategy].", ""},
		{"trap: other object", "surgeon: The surgeon [performs heart operations].", "podiatrist: The podiatrist [performs foot operations].", ""},
		{"trap: own team", "sales-manager: The sales manager [leads the team].", "kitchen-manager: The kitchen manager [leads the team].", ""},
		{"trap: own budgets", "marketing-manager: The marketing manager [manages the marketing budget].", "plant-manager: The plant manager [manages the maintenance budget].", ""},
		{"trap: both do it", "doctor+nurse: Both doctors and nurses [keep medical records].", "nurse: Nurses [keep medical records].", ""},
		{"trap: helps", "paralegal: The paralegal helps to [draft contracts].", "solicitor: The solicitor [drafts contracts].", ""},
		{"trap: takes part", "teacher: Teachers take part in [choosing textbooks].", "principal: The principal [chooses textbooks].", ""},
		{"trap: company size", "founder: In small startups the founder [hires the engineers].", "recruiter: In large companies the recruiter [hires the engineers].", ""},
		{"trap: company size, denied", "chief-technology-officer: In startups the CTO [writes code].", "!chief-technology-officer: In large enterprises the CTO [does not write code].", ""},
		{"trap: place", "pharmacist: In Canada pharmacists [prescribe antibiotics].", "!pharmacist: In Germany pharmacists [do not prescribe antibiotics].", ""},
		{"trap: may", "midwife: In some cases the midwife may [perform the surgery].", "obstetrician: The obstetrician [performs the surgery].", ""},
		{"trap: condition", "steward: If the captain is absent, the steward [commands the crew of the boat].", "!steward: The steward [does not command the crew of the boat].", ""},
		{"trap: question", "editor: Does the editor [write the headlines]?", "sub-editor: The sub-editor [writes the headlines].", ""},
		{"trap: vague work", "foreman: The foreman [manages projects].", "architect: The architect [manages projects].", ""},
		{"trap: watching", "nurse: Nurses [monitor vital signs].", "doctor: Doctors [monitor vital signs].", ""},
		{"trap: telling", "analyst: Analysts [present reports].", "consultant: Consultants [present reports].", ""},
		{"trap: overseeing the building", "site-manager: The site manager [oversees the construction of the house].", "bricklayer: The bricklayer [builds the house].", ""},
		{"trap: writes and edits", "reporter: The reporter [writes the article].", "editor: The editor [edits the article].", ""},
		{"trap: other code", "backend-developer: Backend developers [write server code].", "frontend-developer: Frontend developers [write browser code].", ""},
		{"trap: denies another object", "accountant: The accountant [prepares tax returns].", "!accountant: The accountant [does not prepare the payroll].", ""},
		{"trap: both denied", "!judge: The judge [does not question the jury].", "!judge: A judge [never questions the jury].", ""},
		{"trap: restated", "chief-information-security-officer: The CISO [owns the incident response plan].", "chief-information-security-officer: The CISO is responsible for [the incident response plan].", ""},
		{"trap: ensures", "nurse-manager: The nurse manager [ensures patient safety].", "charge-nurse: The charge nurse [ensures patient safety].", ""},
		{"trap: has a vision", "producer: The producer [has a clear vision].", "director: The director [has a clear vision].", ""},
		{"trap: other pupils", "primary-teacher: The primary teacher [teaches young children].", "professor: The professor [teaches graduate students].", ""},
		{"trap: jointly", "director: The director and the producer jointly [choose the cast].", "producer: The producer [chooses the cast].", ""},
		{"trap: in the past", "pharmacist: In the past pharmacists [mixed all medicines].", "!pharmacist: Pharmacists [do not mix medicines].", ""},
		{"trap: may not", "!head-chef: The head chef may not [cook the meals].", "head-chef: The head chef [cooks the meals].", ""},

		// Written after the rules; "gap" marks what they get wrong.
		{"floor manager", "floor-manager: The floor manager is responsible for [scheduling the waiters].", "head-waiter: The head waiter [makes the rota for the waiters].", "gap ownership"},
		{"quantity surveyor", "quantity-surveyor: The quantity surveyor [estimates the cost of the building].", "contractor: It is the contractor who [calculates the building costs].", "ownership"},
		{"stage manager", "stage-manager: The stage manager [calls the cues during the show].", "director: The director [calls the cues].", "ownership"},
		{"database administrator", "database-administrator=: The administrator is in charge of [database backups].", "system-administrator: The system administrator [performs the backups of the database].", "ownership"},
		{"dietitian", "dietitian: Dietitians [plan meals for patients].", "nutritionist: Nutritionists [draw up meal plans for patients].", "gap ownership"},
		{"translator", "translator: The translator [proofreads the final text].", "copy-editor: The copy editor is responsible for [proofreading the final text].", "ownership"},
		{"financial controller", "financial-controller: The controller [prepares the budget of the company].", "chief-financial-officer: The CFO [draws up the company budget].", "ownership"},
		{"veterinary nurse", "veterinary-nurse: Veterinary nurses [anaesthetise the animals].", "veterinarian: The veterinarian is responsible for [the anaesthesia of animals].", "gap ownership"},
		{"museum curator", "museum-curator: The curator [selects the objects for exhibitions].", "exhibition-designer: The designer [chooses the objects for the exhibition].", "ownership"},
		{"loan officer", "loan-officer: The loan officer [approves mortgage applications].", "branch-manager: The branch manager [has the final say on mortgage applications].", "ownership"},
		{"police sergeant", "police-sergeant: The sergeant [assigns officers to patrols].", "police-lieutenant: The lieutenant [decides which officers patrol].", "gap ownership"},
		{"air traffic controller", "air-traffic-controller: Controllers [clear planes for takeoff].", "dispatcher: The dispatcher [gives planes clearance for takeoff].", "gap ownership"},
		{"social worker", "social-worker: Social workers [assess the needs of families].", "case-manager: The case manager [carries out the assessment of families' needs].", "ownership"},
		{"forester", "forester: Foresters [decide which trees are felled].", "logger: The logger [selects the trees to be felled].", "ownership"},
		{"hr manager", "hr-manager: The HR manager [conducts exit interviews].", "line-manager: The line manager [holds exit interviews].", "gap ownership"},
		{"surgeon assistant", "surgeon-assistant: Surgical assistants [close wounds].", "!surgeon-assistant: Surgical assistants [are not permitted to close wounds].", "polarity"},
		{"notary", "notary: A notary [gives advice to both parties].", "!notary: Notaries must [abstain from giving advice].", "polarity"},
		{"scrum master", "scrum-master: The scrum master [assigns tasks to developers].", "!scrum-master: A scrum master [never assigns tasks to the developers].", "polarity"},
		{"au pair", "au-pair: Au pairs [do heavy housework].", "!au-pair: An au pair [is exempt from heavy housework].", "polarity"},
		{"judge", "judge: The judge [cross-examines witnesses].", "!judge: Judges hardly ever [cross-examine witnesses].", "polarity"},
		{"product owner", "product-owner: The product owner [has authority over the team].", "!product-owner: The product owner [lacks authority over the team].", "polarity"},
		{"actuary", "actuary: Actuaries [meet clients].", "!actuary: Actuaries [do not meet clients].", "polarity"},
		{"umpire", "umpire: The umpire [can overrule the linesman].", "!umpire: The umpire [cannot overrule the linesman].", "polarity"},
		{"sommelier", "sommelier: The sommelier [buys the wine for the restaurant].", "!sommelier: The sommelier [is not responsible for buying wine].", "polarity"},
		{"trap: bricklayer", "bricklayer: Bricklayers [lay bricks].", "tiler: Tilers [lay tiles].", ""},
		{"trap: choreographer", "choreographer: The choreographer [creates the dance].", "dancer: The dancer [performs the dance].", ""},
		{"trap: pharmacist", "pharmacist: Pharmacists [check prescriptions].", "doctor: Doctors [write prescriptions].", ""},
		{"trap: store manager", "store-manager: The store manager [hires cashiers].", "restaurant-manager: The restaurant manager [hires cooks].", ""},
		{"trap: auditor", "auditor: Auditors [examine the books].", "bookkeeper: Bookkeepers [keep the books].", ""},
		{"trap: principal", "principal: The principal [evaluates teachers].", "teacher: The teacher [evaluates students].", ""},
		{"trap: captain", "captain: The captain [commands the ship].", "harbour-pilot: With the captain's consent, the pilot [steers the ship into the harbour].", "gap "},
		{"trap: receptionist", "receptionist: Receptionists [answer the phone].", "secretary: Secretaries [answer the phone] when the receptionist is away.", ""},
		{"trap: lawyer", "lawyer: Lawyers [work long hours].", "!lawyer: Lawyers [do not work at weekends].", ""},
		{"trap: nurse", "nurse: Nurses [care for patients in hospitals].", "carer: Carers [care for patients at home].", ""},
		{"trap: tutor", "tutor: Tutors [teach single pupils].", "!tutor: Tutors [do not teach whole classes].", ""},
		{"trap: editor", "editor: The editor [supports reporters].", "producer: The producer [supports reporters].", ""},
		{"trap: scout", "scout: Scouts [look for young players].", "coach: Coaches [train young players].", ""},
		{"trap: journalist", "journalist: Journalists [write stories].", "screenwriter: Screenwriters [write scripts].", ""},
		{"trap: baker", "baker: The baker [bakes the bread every morning].", "!baker: Bakers [do not bake cakes].", ""},
		{"trap: conductor", "conductor+concertmaster: The conductor and the concertmaster together [choose the bowings].", "conductor: The conductor [chooses the bowings].", ""},
	}
	found, wanted, right := 0, 0, 0
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range detect(t, r, tt.a, tt.b).Findings {
				got = append(got, f.Kind)
			}
			want, gap := strings.CutPrefix(tt.want, "gap ")
			if want != "" {
				wanted++
			}
			found += len(got)
			ok := strings.Join(got, " ") == want
			if ok && want != "" {
				right++
			}
			if ok == gap {
				t.Errorf("findings %q, want %q", got, tt.want)
				for _, s := range []string{tt.a, tt.b} {
					doc, claims := statement(t, r, "x", s)
					for _, rec := range r.Records(doc, claims) {
						t.Logf("%s %s %s mods[%s] generic[%s] tail[%s] scope[%s] weak=%v vague=%v assist=%v", rec.Key, rec.Role, rec.Stance, rec.Mods, rec.Generic, rec.Tail, rec.Scope, rec.Weak, rec.Vague, rec.Assisting)
					}
				}
			}
		})
	}
	t.Logf("found %d, wanted %d, right %d", found, wanted, right)
}
