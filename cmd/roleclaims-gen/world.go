package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// family is some roles of one trade, from the highest to the lowest.
type family struct {
	name  string
	roles []role
}

// role is a job by its title and the key that the guide gives it. Pay is what
// it earns a year in the United States in 2020.
type role struct {
	title, plural, key string
	pay                int
}

// functions are fields of office work; each has the same five ranks.
var functions = []string{
	"Marketing", "Sales", "Finance", "Procurement", "Logistics", "Security", "Compliance", "Operations", "Research", "Facilities",
	"Communications", "Design", "Engineering", "Analytics", "Recruiting", "Training", "Support", "Partnerships", "Sustainability", "Innovation",
	"Manufacturing", "Merchandising", "Editorial", "Legal", "Quality", "Data", "Network", "Risk", "Treasury", "Safety",
}

// trades are roles of other work: titles with a plural and a yearly pay.
var trades = [][]role{
	{{"Head Chef", "Head Chefs", "", 68000}, {"Sous Chef", "Sous Chefs", "", 51000}, {"Pastry Chef", "Pastry Chefs", "", 45000}},
	{{"Nurse Practitioner", "Nurse Practitioners", "", 112000}, {"Registered Nurse", "Registered Nurses", "", 76000}, {"Nursing Assistant", "Nursing Assistants", "", 34000}},
	{{"Museum Curator", "Museum Curators", "", 60000}, {"Museum Registrar", "Museum Registrars", "", 48000}, {"Museum Technician", "Museum Technicians", "", 39000}},
	{{"Stage Director", "Stage Directors", "", 72000}, {"Stage Manager", "Stage Managers", "", 54000}, {"Lighting Designer", "Lighting Designers", "", 47000}},
	{{"Airline Captain", "Airline Captains", "", 190000}, {"First Officer", "First Officers", "", 121000}, {"Flight Attendant", "Flight Attendants", "", 56000}},
	{{"Site Manager", "Site Managers", "", 83000}, {"Site Engineer", "Site Engineers", "", 69000}, {"Crane Operator", "Crane Operators", "", 57000}},
	{{"School Principal", "School Principals", "", 98000}, {"School Counselor", "School Counselors", "", 60000}, {"School Librarian", "School Librarians", "", 52000}},
	{{"Hotel Manager", "Hotel Managers", "", 73000}, {"Head Housekeeper", "Head Housekeepers", "", 43000}, {"Concierge", "Concierges", "", 35000}},
	{{"Veterinarian", "Veterinarians", "", 103000}, {"Veterinary Technician", "Veterinary Technicians", "", 37000}, {"Veterinary Receptionist", "Veterinary Receptionists", "", 31000}},
	{{"Winemaker", "Winemakers", "", 79000}, {"Vineyard Manager", "Vineyard Managers", "", 64000}, {"Cellar Hand", "Cellar Hands", "", 36000}},
	{{"Fire Chief", "Fire Chiefs", "", 105000}, {"Fire Inspector", "Fire Inspectors", "", 65000}, {"Firefighter", "Firefighters", "", 51000}},
	{{"Dentist", "Dentists", "", 160000}, {"Dental Hygienist", "Dental Hygienists", "", 77000}, {"Dental Assistant", "Dental Assistants", "", 41000}},
	{{"Film Producer", "Film Producers", "", 90000}, {"Film Editor", "Film Editors", "", 63000}, {"Sound Engineer", "Sound Engineers", "", 54000}},
	{{"Librarian", "Librarians", "", 60000}, {"Archivist", "Archivists", "", 53000}, {"Library Technician", "Library Technicians", "", 36000}},
	{{"Golf Instructor", "Golf Instructors", "", 61000}, {"Greenkeeper", "Greenkeepers", "", 44000}, {"Caddie", "Caddies", "", 30000}},
}

// families lists all trades with their roles.
func families() []family {
	var all []family
	for i, f := range functions {
		lower := strings.ToLower(f)
		scale := 90 + i%7*5 // fields pay differently
		ranks := []role{
			{"VP of " + f, "VPs of " + f, "vp-of-" + lower, 1900 * scale},
			{"Head of " + f, "Heads of " + f, "head-of-" + lower, 1500 * scale},
			{f + " Director", f + " Directors", lower + "-director", 1250 * scale},
			{f + " Manager", f + " Managers", lower + "-manager", 950 * scale},
			{f + " Coordinator", f + " Coordinators", lower + "-coordinator", 560 * scale},
		}
		all = append(all, family{f, ranks})
	}
	for _, t := range trades {
		roles := make([]role, len(t))
		for i, r := range t {
			r.key = strings.ToLower(strings.ReplaceAll(r.title, " ", "-"))
			roles[i] = r
		}
		all = append(all, family{roles[0].title, roles})
	}
	return all
}

// place is where pay is stated for, with its currency; factor is its pay
// against that of the United States.
type place struct {
	name     string
	currency string
	factor   float64
}

// places are such that none lies in another.
var places = []place{
	{"Texas", "$", 0.95},
	{"Ohio", "$", 0.9},
	{"Oregon", "$", 1},
	{"Georgia", "$", 0.93},
	{"Arizona", "$", 0.94},
	{"Michigan", "$", 0.92},
	{"California", "$", 1.2},
	{"Virginia", "$", 1.05},
	{"Colorado", "$", 1.02},
	{"Florida", "$", 0.94},
	{"Minnesota", "$", 0.99},
	{"Nevada", "$", 0.96},
	{"Germany", "€", 0.85},
	{"Spain", "€", 0.6},
	{"Italy", "€", 0.62},
	{"Ireland", "€", 0.9},
	{"France", "€", 0.75},
	{"the Netherlands", "€", 0.88},
	{"London", "£", 0.9},
	{"Manchester", "£", 0.72},
	{"Edinburgh", "£", 0.75},
	{"Cardiff", "£", 0.68},
}

// deed is what may be done to some things, in verbs of one meaning.
type deed struct {
	verbs   []verb
	objects []string
	people  bool
	// Two may well watch one thing: that is no claim to own it.
	watching bool
	upkeep   bool
}

// verb has the forms that sentences need.
type verb struct{ base, third, ing, done string }

var deeds = []deed{
	{
		verbs:   []verb{{"approve", "approves", "approving", "approved"}, {"authorize", "authorizes", "authorizing", "authorized"}, {"sign off on", "signs off on", "signing off on", "signed off on"}},
		objects: []string{"budget", "refunds", "discounts", "layout", "bonuses", "invoices"},
	},
	{
		verbs:   []verb{{"negotiate", "negotiates", "negotiating", "negotiated"}},
		objects: []string{"lease", "contracts", "rents", "tariffs", "licenses"},
	},
	{
		verbs:   []verb{{"train", "trains", "training", "trained"}, {"mentor", "mentors", "mentoring", "mentored"}, {"instruct", "instructs", "instructing", "instructed"}},
		objects: []string{"apprentices", "volunteers", "trainees", "recruits", "newcomers"}, people: true,
	},
	{
		verbs:   []verb{{"recruit", "recruits", "recruiting", "recruited"}, {"hire", "hires", "hiring", "hired"}},
		objects: []string{"drivers", "translators", "receptionists", "temps", "cleaners"}, people: true,
	},
	{
		verbs:   []verb{{"schedule", "schedules", "scheduling", "scheduled"}},
		objects: []string{"inspections", "shifts", "deliveries", "visits", "rehearsals"},
	},
	{
		verbs:   []verb{{"audit", "audits", "auditing", "audited"}, {"review", "reviews", "reviewing", "reviewed"}, {"inspect", "inspects", "inspecting", "inspected"}},
		objects: []string{"accounts", "stocks", "permits", "certificates", "timesheets"},
	},
	{
		verbs:   []verb{{"write", "writes", "writing", "written"}},
		objects: []string{"newsletter", "reports", "handbook", "brochures", "catalog"},
	},
	{
		verbs:   []verb{{"maintain", "maintains", "maintaining", "maintained"}},
		objects: []string{"register", "machinery", "database", "archive", "boilers"}, upkeep: true,
	},
	{
		verbs:   []verb{{"buy", "buys", "buying", "bought"}, {"purchase", "purchases", "purchasing", "purchased"}, {"procure", "procures", "procuring", "procured"}},
		objects: []string{"furniture", "vehicles", "fabrics", "uniforms", "crops"},
	},
	{
		verbs:   []verb{{"design", "designs", "designing", "designed"}},
		objects: []string{"leaflet", "signage", "questionnaire", "logo", "dashboard"},
	},
	{
		verbs:   []verb{{"repair", "repairs", "repairing", "repaired"}, {"fix", "fixes", "fixing", "fixed"}},
		objects: []string{"pumps", "roofs", "elevators", "alarms", "boats"}, upkeep: true,
	},
	{
		verbs:   []verb{{"monitor", "monitors", "monitoring", "monitored"}, {"track", "tracks", "tracking", "tracked"}},
		objects: []string{"emissions", "complaints", "attendance", "rainfall"}, watching: true,
	},
	{
		verbs:   []verb{{"set", "sets", "setting", "set"}, {"define", "defines", "defining", "defined"}, {"establish", "establishes", "establishing", "established"}},
		objects: []string{"prices", "curfew", "quotas", "timetable"},
	},
}

// modifiers say which one of several things is meant.
var modifiers = []string{
	"regional", "overseas", "emergency", "trial", "wholesale", "municipal", "coastal", "rural", "winter", "summer",
	"charity", "antique", "imported", "outdoor", "domestic", "suburban", "northern", "southern", "vintage", "harbor",
}

// duty is one thing that a role may do.
type duty struct {
	deed   int
	object string // with its modifier
}

// duties lists what may be done in a family, shuffled: each thing once, of one
// kind of thing several. Of people each kind comes once: nobody would swear
// that the rural interns are not among the overseas interns.
func duties(rng *rand.Rand) []duty {
	var all []duty
	for d, deed := range deeds {
		if deed.people {
			for i, m := range rng.Perm(len(modifiers))[:len(deed.objects)] {
				all = append(all, duty{d, modifiers[m] + " " + deed.objects[i]})
			}
			continue
		}
		for _, m := range modifiers {
			for _, object := range deed.objects {
				all = append(all, duty{d, m + " " + object})
			}
		}
	}
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

func (p place) sum(amount int) string {
	digits := fmt.Sprint(amount)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return p.currency + digits
}
