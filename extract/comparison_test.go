package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/extract/lexicon"
)

// comparisonsIn returns the comparisons of a text (Markdown where it holds
// marks of it), one a line: "a relation b", with "?" after it if hedged.
func comparisonsIn(t testing.TB, x *Extractor, text string, stated bool) []string {
	t.Helper()
	format := corpus.Text
	if strings.ContainsAny(text, "#|*") || strings.Contains(text, "\n- ") || strings.Contains(text, "\n1. ") {
		format = corpus.Markdown
	}
	doc, reject := decode.Decode(corpus.Page{URI: "article", Format: format, Body: []byte(text)})
	if reject != nil {
		t.Fatal(reject)
	}
	var lines []string
	for _, c := range x.Extract(doc).Comparisons {
		if c.Stated != stated {
			continue
		}
		line := fmt.Sprintf("%s %s %s", c.RoleA, c.Relation, c.RoleB)
		if c.Hedge {
			line += " ?"
		}
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(lex, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestStatedComparisons(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		// Who earns more.
		{"earn more", "Dentists earn more than dental hygienists.", []string{"dentist earns-more-than dental-hygienist"}},
		{"turned round", "Paralegals make less than lawyers.", []string{"lawyer earns-more-than paralegal"}},
		{"passive", "A music director is paid considerably more than a violinist.", []string{"music-director earns-more-than violinist"}},
		{"passive, turned", "Line cooks are paid less per hour than pastry chefs.", []string{"pastry-chef earns-more-than line-cook"}},
		{"out-earn", "Pharmacists out-earn optometrists.", []string{"pharmacist earns-more-than optometrist"}},
		{"outearn", "Plumbers usually outearn carpenters.", []string{"plumber earns-more-than carpenter ?"}},
		{"higher salary", "Actuaries have a higher average salary than accountants.", []string{"actuary earns-more-than accountant"}},
		{"command higher", "Anesthesiologists command much higher salaries than pediatricians.", []string{"anesthesiologist earns-more-than pediatrician"}},
		{"possessive pay", "An architect's salary is higher than a draftsman's.", []string{"architect earns-more-than draftsman"}},
		{"pay as modifier", "Welder wages are lower than those of electricians.", []string{"electrician earns-more-than welder"}},
		{"salaries for", "Salaries for geologists exceed those for surveyors.", []string{"geologist earns-more-than surveyor"}},
		{"pay of, percent", "The pay of a paramedic is about 20 % above that of a firefighter.", []string{"paramedic earns-more-than firefighter"}},
		{"better paid", "Air traffic controllers are better paid than flight attendants.", []string{"air-traffic-controller earns-more-than flight-attendant"}},
		{"twice as much", "A judge earns twice as much as a court clerk.", []string{"judge earns-more-than court-clerk"}},
		{"not as much", "Librarians do not earn as much as archivists.", []string{"archivist earns-more-than librarian"}},
		{"employers pay", "Hospitals pay pharmacists more than nurses.", []string{"pharmacist earns-more-than nurse"}},
		{"compared to", "Compared to cashiers, loan officers earn more.", []string{"loan-officer earns-more-than cashier"}},
		{"several on the right", "Surgeons earn more than physiotherapists or nurses.", []string{"surgeon earns-more-than physiotherapist", "surgeon earns-more-than nurse"}},
		{"on average", "On average, editors earn more than proofreaders.", []string{"editor earns-more-than proofreader ?"}},
		{"can earn", "A good sous chef can earn more than a head chef.", []string{"sous-chef earns-more-than head-chef ?"}},
		{"pronoun", "The actuary prices risk. She earns more than the underwriter.", []string{"actuary earns-more-than underwriter"}},
		{"sum between", "Radiologists make $90,000 a year more than family physicians.", []string{"radiologist earns-more-than family-physician"}},
		{"left out", "# Barista vs Bartender\n\nBaristas serve coffee.\n\nBartenders typically have higher earnings.", []string{"bartender earns-more-than barista ?"}},
		{"of the two", "# Electrician vs Plumber\n\nThe plumber is the higher-paid of the two.", []string{"plumber earns-more-than electrician"}},
		{"of the three", "# Architect, Surveyor or Civil Engineer\n\nThe surveyor is the lowest-paid of the three.", []string{"architect earns-more-than surveyor", "civil-engineer earns-more-than surveyor"}},
		{"while", "While bakers work alone, costume designers earn more than bakers.", []string{"costume-designer earns-more-than baker"}},
		{"commas within", "Actuaries earn more, on average, than statisticians.", []string{"actuary earns-more-than statistician ?"}},
		{"expect to", "Pharmacists can expect to earn slightly more than dietitians.", []string{"pharmacist earns-more-than dietitian ?"}},
		{"compared with a sum", "Welders earn more, with an average of $48,000 a year compared to $39,000 for painters.", []string{"welder earns-more-than painter"}},
		{"which is higher", "The average salary for a geologist is $92,000, which is higher than that of a surveyor.", []string{"geologist earns-more-than surveyor"}},
		{"percent of", "Dental assistants make about 60% of what dental hygienists make.", []string{"dental-hygienist earns-more-than dental-assistant"}},
		{"the most", "# Roofer, Plumber and Electrician\n\nElectricians earn the most, followed by plumbers and then roofers.", []string{"electrician earns-more-than plumber", "electrician earns-more-than roofer", "plumber earns-more-than roofer"}},
		{"less than one, more than another", "Nurses are paid less than pharmacists but more than dietitians.", []string{"pharmacist earns-more-than nurse", "nurse earns-more-than dietitian"}},
		{"while the one, the other more", "While web designers earn $50,000, web developers make more.", []string{"web-developer earns-more-than web-designer"}},
		{"earn more, alone", "# Barista vs Bartender\n\nBaristas serve coffee.\n\nBartenders usually earn more.", []string{"bartender earns-more-than barista ?"}},

		// Who earns the same.
		{"as much as", "Court reporters earn as much as paralegals.", []string{"court-reporter earns-same-as paralegal"}},
		{"pay is similar to", "The salary of a copywriter is similar to that of an editor.", []string{"copywriter earns-same-as editor"}},
		{"both earn the same", "Data analysts and business analysts earn about the same.", []string{"data-analyst earns-same-as business-analyst"}},
		{"similar salaries", "Bricklayers and roofers have similar salaries.", []string{"bricklayer earns-same-as roofer"}},
		{"salaries are comparable", "Salaries for electricians and plumbers are comparable.", []string{"electrician earns-same-as plumber"}},
		{"no difference", "There is little difference in pay between nurses and midwives.", []string{"nurse earns-same-as midwife"}},
		{"pay is the same for", "The pay is about the same for painters and plasterers.", []string{"painter earns-same-as plasterer"}},
		{"not much difference", "There isn't much of a difference in salary between a bookkeeper and a payroll clerk.", []string{"bookkeeper earns-same-as payroll-clerk"}},
		{"roughly the same as", "Bakers are paid roughly the same as butchers.", []string{"baker earns-same-as butcher"}},

		// Who ranks above whom.
		{"lower in rank", "A lecturer is lower in rank than a professor.", []string{"professor senior-to lecturer"}},
		{"next rank up", "An associate professor is the next rank up from an assistant professor.", []string{"associate-professor senior-to assistant-professor"}},
		{"more senior", "Solicitors are more senior than paralegals.", []string{"solicitor senior-to paralegal"}},
		{"ladder word between", "A program director is higher up the corporate ladder than a project manager.", []string{"program-director senior-to project-manager"}},
		{"position of", "The position of lecturer is below that of professor.", []string{"professor senior-to lecturer"}},
		{"top of the ladder", "Professors sit at the top of the academic ladder, above associate professors and lecturers.", []string{"professor senior-to associate-professor", "professor senior-to lecturer"}},
		{"more senior person", "A professor is a more senior academic than a lecturer.", []string{"professor senior-to lecturer"}},
		{"second to", "The first officer is second only to the captain.", []string{"captain senior-to first-officer"}},
		{"apposition", "The sous chef, one step below the head chef, runs the line.", []string{"head-chef senior-to sous-chef"}},
		{"as the deputy", "As the second-in-command to the head chef, the sous chef runs the line.", []string{"head-chef senior-to sous-chef"}},
		{"highest, followed by", "The highest rank is professor, followed by associate professor and assistant professor.", []string{"professor senior-to associate-professor", "associate-professor senior-to assistant-professor"}},
		{"entry-level and senior", "A junior-level title aside, a help desk technician is an entry-level role, while a network architect is a senior role.", []string{"network-architect senior-to help-desk-technician"}},
		{"senior to", "The head chef is senior to the sous chef.", []string{"head-chef senior-to sous-chef"}},
		{"ranks above", "A captain ranks above a first officer.", []string{"captain senior-to first-officer"}},
		{"one level below", "The assistant manager sits one level below the store manager.", []string{"store-manager senior-to assistant-manager"}},
		{"second-in-command", "The sous chef is second-in-command to the head chef.", []string{"head-chef senior-to sous-chef"}},
		{"the deputy", "The deputy editor serves as the editor's deputy.", []string{"editor senior-to deputy-editor"}},
		{"step above", "A master plumber is a step above an apprentice.", []string{"master-plumber senior-to apprentice"}},
		{"outranks", "The executive chef outranks the pastry chef.", []string{"executive-chef senior-to pastry-chef"}},
		{"authority", "The charge nurse has more authority than the staff nurse.", []string{"charge-nurse senior-to staff-nurse"}},
		{"higher position", "A financial controller holds a higher position than an accountant.", []string{"financial-controller senior-to accountant"}},
		{"junior", "Paralegals are junior to solicitors.", []string{"solicitor senior-to paralegal"}},
		{"below in the hierarchy", "Below the head chef in the hierarchy comes the sous chef.", []string{"head-chef senior-to sous-chef"}},
		{"supervises one compared", "# Foreman vs Superintendent\n\nThe superintendent supervises the foreman.", []string{"superintendent senior-to foreman"}},
		{"promotion of one compared", "# Bank Teller vs Loan Officer\n\nA bank teller can be promoted to loan officer.", []string{"loan-officer senior-to bank-teller ?"}},
		{"ladder in a sentence", "The ranks of a kitchen, from highest to lowest, are: executive chef, head chef and sous chef.", []string{"executive-chef senior-to head-chef", "head-chef senior-to sous-chef"}},
		{"ladder of a hierarchy", "# Ranks in a kitchen\n\nThe hierarchy of ranks is:\n\n- Executive chef\n- Head chef\n- Sous chef\n", []string{"executive-chef senior-to head-chef", "head-chef senior-to sous-chef"}},
		{"ladder of a hierarchy that begins with trainees", "The ranks of the site are:\n\n- Apprentice plumber\n- Journeyman plumber\n- Master plumber\n", []string{"master-plumber senior-to journeyman-plumber", "journeyman-plumber senior-to apprentice-plumber"}},
		{"no ladder in a list of duties", "The ranks work together:\n\n- The head chef writes the menus of the season.\n- The sous chef runs the pass every night.\n- The line cook keeps a station clean and stocked.\n", nil},
		{"career as a chain", "## Career path\n\nLecturer → Reader in law → Professor\n\nAssistant professor < Associate professor < Professor", []string{"associate-professor senior-to assistant-professor", "professor senior-to associate-professor"}},
		{"duties from a superior", "Sergeants receive their duties and assignments directly from the lieutenant.", []string{"sergeant reports-to lieutenant"}},
		{"which is higher than the pay of", "A project director has an average salary of $104,000, which is higher than the $97,000 average annual salary of a superintendent.", []string{"project-director earns-more-than superintendent"}},
		{"ladder in a list", "Kitchen hierarchy from bottom to top:\n\n- Line cook\n- Sous chef\n- Head chef\n", []string{"sous-chef senior-to line-cook", "head-chef senior-to sous-chef"}},

		// Who reports to whom.
		{"reports to", "The financial controller reports directly to the CFO.", []string{"financial-controller reports-to chief-financial-officer"}},
		{"either of two", "An HR manager usually reports to the CEO or the COO.", []string{"hr-manager reports-to chief-executive-officer ?", "hr-manager reports-to chief-operating-officer ?"}},
		{"answers to", "A first mate answers to the captain.", []string{"first-mate reports-to captain"}},
		{"works under", "A paralegal works under a lawyer.", []string{"paralegal reports-to lawyer"}},
		{"under supervision", "Pharmacy technicians work under the supervision of a pharmacist.", []string{"pharmacy-technician reports-to pharmacist"}},
		{"is supervised by", "The dental hygienist is supervised by the dentist.", []string{"dental-hygienist reports-to dentist"}},
		{"second verb", "The bookkeeper keeps the records and reports to the office manager.", []string{"bookkeeper reports-to office-manager"}},
		{"relative clause", "The curator, who reports to the museum director, plans exhibitions.", []string{"curator reports-to museum-director"}},
		{"what they are", "Stage managers are professionals who report to the theatre director.", []string{"stage-manager reports-to theater-director"}},
		{"participle first", "Reporting to the chief nursing officer, the nurse manager plans shifts.", []string{"nurse-manager reports-to chief-nursing-officer"}},
		{"boss of", "The store manager is the boss of the cashier.", []string{"cashier reports-to store-manager"}},
		{"whose boss", "A surveyor's line manager is the project manager.", []string{"surveyor reports-to project-manager"}},
		{"their boss", "# Sous Chef\n\nSous chefs run the line. Their boss is the head chef.", []string{"sous-chef reports-to head-chef"}},
		{"in turn", "Plumbers out-earn roofers, who in turn are paid more than bakers.", []string{"roofer earns-more-than baker", "plumber earns-more-than roofer"}},
		{"to whom", "The art director, to whom the illustrator reports, picks the covers.", []string{"illustrator reports-to art-director"}},
		{"both", "# CTO vs CIO\n\nBoth report to the chief executive officer.", []string{"chief-technology-officer reports-to chief-executive-officer", "chief-information-officer reports-to chief-executive-officer"}},
		{"former and latter", "# CFO vs Controller\n\nThe latter reports to the former.", []string{"controller reports-to chief-financial-officer"}},
		{"two clauses", "The nurse reports to the nurse manager, and the nurse manager reports to the medical director.", []string{"nurse reports-to nurse-manager", "nurse-manager reports-to medical-director"}},
		{"label", "# Sous Chef\n\n- Reports to: head chef\n", []string{"sous-chef reports-to head-chef"}},
		{"table", "| | CTO | VP of Engineering |\n|---|---|---|\n| Reports to | CEO | CTO |\n", []string{"chief-technology-officer reports-to chief-executive-officer", "vp-of-engineering reports-to chief-technology-officer"}},
		{"column", "| Role | Reports to |\n|---|---|\n| Sous chef | Head chef |\n| Line cook | Sous chef |\n", []string{"sous-chef reports-to head-chef", "line-cook reports-to sous-chef"}},
		{"board or", "The superintendent reports to the school board or the mayor.", []string{"superintendent reports-to mayor"}},
		{"company's CEO", "A marketing director reports to the company's CEO.", []string{"marketing-director reports-to chief-executive-officer"}},
		{"takes orders", "A line cook takes orders from the sous chef.", []string{"line-cook reports-to sous-chef"}},
		{"direct report", "The payroll manager is a direct report of the financial controller.", []string{"payroll-manager reports-to financial-controller"}},

		{"unlike one who", "Unlike the COO, who reports to the CEO, the auditor works alone.", []string{"chief-operating-officer reports-to chief-executive-officer"}},

		// Who are equals.
		{"equivalent to", "A senior lecturer is roughly equivalent to an associate professor.", []string{"lecturer peer-of associate-professor"}},
		{"equal footing", "The art director and the technical director are on an equal footing.", []string{"art-director peer-of technical-director"}},
		{"peers", "The art director and the copy chief are peers.", []string{"art-director peer-of copy-chief"}},
		{"a peer of", "The sales director is a peer of the marketing director.", []string{"sales-director peer-of marketing-director"}},
		{"equal in rank", "In most hotels, the head waiter and the sommelier are equal in rank.", []string{"head-waiter peer-of sommelier ?"}},
		{"same level", "A staff engineer is at the same level as an engineering manager.", []string{"staff-engineer peer-of engineering-manager"}},
		{"on a par", "Nurse practitioners are on a par with physician assistants.", []string{"nurse-practitioner peer-of physician-assistant"}},

		// Traps.
		{"visitors believe", "Many visitors believe that pilots earn more than surgeons.", nil},
		{"they are mistaken", "Pilots earn more than surgeons, or so it is said. They are mistaken.", nil},
		{"condition without if", "Were the firms to merge, the clerk would report to the mayor.", nil},
		{"question", "Do plumbers earn more than electricians?", nil},
		{"condition", "If nurses earn more than teachers, schools lose staff.", nil},
		{"whether", "It is unclear whether lawyers earn more than judges.", nil},
		{"denied", "The controller does not report to the treasurer.", nil},
		{"never", "A paralegal never ranks above a lawyer.", nil},
		{"no longer", "The librarian no longer reports to the provost.", nil},
		{"neither", "Neither the editor nor the publisher reports to the printer.", nil},
		{"myth", "It is a myth that pilots earn more than surgeons.", nil},
		{"taken back", "Pilots earn more than surgeons. This is wrong.", nil},
		{"people think", "Many people think that barbers earn more than hairdressers.", nil},
		{"more of something else", "Nurses make more decisions than doctors.", nil},
		{"earn respect", "Firefighters earn more respect than lawyers.", nil},
		{"have more meetings", "Product managers have more meetings than developers.", nil},
		{"more than a manager", "A coach is more than a trainer.", nil},
		{"more than a sum", "Surgeons earn more than $300,000 a year.", nil},
		{"report on", "Auditors report fraud to the controller.", nil},
		{"reports are sent", "Incident reports go to the fire chief.", nil},
		{"the team reports", "The CTO's team reports to the COO.", nil},
		{"team of", "The members of the surgeon's team report to the anesthetist.", nil},
		{"errors are reported", "Errors are reported to the project manager.", nil},
		{"works with", "The nurse works with the doctor and the pharmacist.", nil},
		{"the above", "A carpenter is different from the above plumbers.", nil},
		{"above all", "Above all, the chef leads the cooks.", nil},
		{"above a desk", "The clock hangs above the manager's desk.", nil},
		{"senior as a grade", "A senior nurse trains nurses.", nil},
		{"senior in title", "Senior accountants work with auditors.", nil},
		{"equal partners", "The nurse and the doctor are equally important.", nil},
		{"equal opportunity", "Teachers and tutors have equal opportunities.", nil},
		{"same office", "The mayor and the clerk are in the same building.", nil},
		{"same tools", "Painters and decorators use the same tools.", nil},
		{"similar duties", "The duties of a bailiff are similar to those of a marshal.", nil},
		{"demand is higher", "The demand for nurses is higher than for teachers.", nil},
		{"responsibilities", "The responsibilities of a principal are broader than those of a teacher.", nil},
		{"supervises somebody", "A construction manager supervises electricians.", nil},
		{"past", "The city clerk used to report to the mayor.", nil},
		{"wish", "Nurses want to earn more than teachers.", nil},
		{"with experience", "# Nurse vs Midwife\n\nWith experience, nurses earn higher salaries.", nil},
		{"in one place", "# Nurse vs Midwife\n\nNurses in Oslo earn higher salaries.", nil},
		{"one role", "Experienced welders earn more than beginners.", nil},
		{"I", "I report to the head chef.", nil},
		{"under the age", "An apprentice under 18 works with a plumber.", nil},
		{"higher or lower", "The salary of a plumber can be higher or lower than that of an electrician.", nil},
		{"can earn more, alone", "# Barista vs Bartender\n\nBartenders can earn more.", nil},
		{"years of service", "A teacher works more hours than a librarian.", nil},
		{"heading", "# Why nurses earn more than teachers", nil},
		{"under pressure", "Reporters work under pressure and the editor checks facts.", nil},
		{"responsible to customers", "A sales clerk is responsible to customers.", nil},
		{"career path", "Many nurses later become a nurse practitioner.", nil},
		{"rather than", "The auditor reports to the board rather than the controller.", nil},
		{"salary list by pay", "Jobs from highest to lowest salary: surgeon, dentist and nurse.", nil},
	}
	x := newExtractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, comparisonsIn(t, x, tt.text, true)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestDerivedComparisons(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"higher by more than 3 %", "Plumbers earn $60,000 a year. Roofers earn $50,000 a year.", []string{"plumber earns-more-than roofer"}},
		{"nearer than 3 %", "Plumbers earn $60,000 a year. Roofers earn $59,000 a year.", []string{"plumber earns-same-as roofer"}},
		{"exactly 3 %", "Plumbers earn $51,500 a year. Roofers earn $50,000 a year.", []string{"plumber earns-more-than roofer"}},
		{"ranges, both ends", "Bakers earn $30,000 to $50,000. Butchers earn $28,000 to $44,000.", []string{"baker earns-more-than butcher"}},
		{"ranges, one inside the other", "Bakers earn $30,000 to $60,000. Butchers earn $35,000 to $40,000.", nil},
		{"ranges, equal low ends", "Bakers earn $30,000 to $50,000. Butchers earn $30,000 to $44,000.", []string{"baker earns-more-than butcher"}},
		{"hour and year", "Carpenters earn $30 an hour. Painters earn $45,000 a year.", []string{"carpenter earns-more-than painter"}},
		{"hour and year, the same", "Carpenters earn $30 an hour. Painters earn $62,400 a year.", []string{"carpenter earns-same-as painter"}},
		{"open end", "Dentists earn over $150,000. Optometrists earn $120,000.", nil},
		{"other place", "Nurses in Texas earn $70,000. Midwives in California earn $110,000.", nil},
		{"one place unsaid", "Nurses in Texas earn $70,000. Midwives earn $110,000.", []string{"midwife earns-more-than nurse"}},
		{"other year", "Nurses earned $60,000 in 2015. Midwives earned $110,000 in 2023.", nil},
		{"other component", "Architects earn a base salary of $90,000. Surveyors receive a bonus of $10,000.", nil},
		{"other currency", "Cooks earn £24,000 a year. Waiters earn €20,000 a year.", nil},
		{"other statistic", "The median pay of librarians is $64,000. The lowest 10 percent of archivists earn less than $35,000.", nil},
		{"component named once", "Architects have a base salary of $90,000, whereas surveyors average $80,000.", []string{"architect earns-more-than surveyor"}},
		{"component named later", "Architects make $90,000, whereas surveyors have a base salary of $80,000.", nil},
		{"average and median", "The median pay of librarians is $64,000. The average salary of an archivist is $58,000.", []string{"librarian earns-more-than archivist"}},
		{"one role twice", "Electricians earn $60,000. Electricians in Ohio earn $55,000.", nil},
	}
	x := newExtractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, comparisonsIn(t, x, tt.text, false)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// A long list of pay is not ordered each with each: only what the article
// compares is.
func TestDerivedIsBounded(t *testing.T) {
	roles := []string{"Plumbers", "Roofers", "Bakers", "Butchers", "Carpenters", "Painters", "Nurses", "Midwives", "Dentists", "Librarians"}
	text := "Carpenters or painters, what is the difference?\n\n"
	for i, role := range roles {
		text += fmt.Sprintf("%s earn $%d,000 a year.\n\n", role, 30+5*i)
	}
	want := []string{"painter earns-more-than carpenter"}
	if diff := cmp.Diff(want, comparisonsIn(t, newExtractor(t), text, false)); diff != "" {
		t.Errorf("orders (-want +got):\n%s", diff)
	}
}

func TestDerivedNamesItsClaims(t *testing.T) {
	doc, reject := decode.Decode(corpus.Page{URI: "a", Format: corpus.Text, Body: []byte("Plumbers earn $60,000 a year, while roofers earn $50,000 a year.")})
	if reject != nil {
		t.Fatal(reject)
	}
	c := newExtractor(t).Extract(doc)
	if len(c.Comparisons) != 1 || len(c.Salaries) != 2 {
		t.Fatalf("got %d comparisons of %d salaries, want 1 of 2", len(c.Comparisons), len(c.Salaries))
	}
	got := c.Comparisons[0]
	if diff := cmp.Diff([]string{c.Salaries[0].ID, c.Salaries[1].ID}, got.FromClaims); diff != "" {
		t.Errorf("from claims (-want +got):\n%s", diff)
	}
	if quote := got.Span.Of(doc.Text); !strings.HasPrefix(quote, "$60,000") || !strings.HasSuffix(quote, "$50,000") {
		t.Errorf("quote %q, want it to run from one amount to the other", quote)
	}
}

func TestCompared(t *testing.T) {
	tests := []struct {
		name, text string
		want       [][2]string
	}{
		{"title", "# Plumber vs Electrician\n\nBoth are trades.", [][2]string{{"electrician", "plumber"}}},
		{"heading", "# Trades\n\n## Plumber or electrician\n\nText.", [][2]string{{"electrician", "plumber"}}},
		{"table heads", "| Task | Nurse | Midwife |\n|---|---|---|\n| Hours | many | more |\n", [][2]string{{"midwife", "nurse"}}},
		{"contrast", "Nurses care for patients, while midwives deliver babies.", [][2]string{{"midwife", "nurse"}}},
		{"contrast over two sentences", "The nurse cares for patients. In contrast, the midwife delivers babies.", [][2]string{{"midwife", "nurse"}}},
		{"no contrast", "Nurses and midwives train in hospitals.", nil},
		{"a long list", "Unlike bakers, butchers, cooks, waiters and plumbers, nurses work at night.", nil},
	}
	x := newExtractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, reject := decode.Decode(corpus.Page{URI: "a", Format: corpus.Markdown, Body: []byte(tt.text)})
			if reject != nil {
				t.Fatal(reject)
			}
			if diff := cmp.Diff(tt.want, x.Extract(doc).Compared); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestOrdersNameRules(t *testing.T) {
	rules := newExtractor(t).words.rules
	for _, o := range orders().all {
		if rules[o.rule] == 0 {
			t.Errorf("rules.tsv has no precision for %q of %s", o.rule, o.pattern)
		}
	}
}
