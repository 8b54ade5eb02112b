package report

// sample is a report with something of everything; its texts are made up.
func sample() *Report {
	k := func(units int64) *int64 { units *= 100; return &units }
	north := Origin{Source: "northern-careers.example", URI: "https://northern-careers.example/cto-vs-vp", Title: "CTO or VP?", Date: "2024-03-01"}
	harbour := Origin{Source: "harbour-weekly.example", URI: "https://harbour-weekly.example/roles", Date: "2023-11-20", Copy: true}
	file := Origin{Source: "notes/kitchen.txt", URI: "notes/kitchen.txt"}
	cto, vp := "chief-technology-officer", "vp-of-engineering"
	vision := Finding{
		ID: "8d1c", Kind: "ownership", Tier: "contested", Scope: "cross", Roles: []string{cto, vp}, Sources: []string{"harbour-weekly.example", "northern-careers.example"}, Topic: "set-strategy", Severity: 0.82, Confidence: 0.74, Rule: "ownership-contrast",
		Summary: "2 sources give setting the technical strategy to the Chief Technology Officer, 1 to the VP of Engineering.",
		A: Side{Source: north.Source, Sources: 2, Claims: 6, Quotes: []Quote{
			{Says: "Chief Technology Officer", Before: "The CTO ", Marked: "sets the technical strategy of the company", After: ", while the VP of Engineering sees that it is carried out by the teams that report to them.", Origin: north},
			{Says: "Chief Technology Officer", Before: "In most firms they are the one who ", Marked: "decides on the technology roadmap", After: ".", Origin: harbour},
		}},
		B: Side{Source: harbour.Source, Sources: 1, Claims: 1, Quotes: []Quote{
			{Says: "VP of Engineering", Before: "Unlike the CTO, who looks outward, the VP of Engineering ", Marked: "owns the technical strategy", After: " and the people who build it.", Origin: harbour},
		}},
	}
	vision.Verdicts = []Verdict{
		{Verdict: "dismissed", Reason: "other-scope", Note: "the CTO of a start-up", Reviewer: "ann", Date: "2024-05-01"},
		{Verdict: "confirmed", Reviewer: "ben", Date: "2024-04-01", Stale: true},
		{Verdict: "open", Note: "ask", Reviewer: "cleo", Date: "2024-04-02"},
	}
	vision.Outcome = "dismissed"
	pay := Finding{
		ID: "77aa", Kind: "pay-range", Tier: "stated", Scope: "cross", Roles: []string{vp}, Sources: []string{"northern-careers.example", "notes/kitchen.txt"}, Topic: "pay", Severity: 0.61, Confidence: 0.9, Rule: "pay-range", MissingScope: []string{"year", "place"},
		Summary: "For the VP of Engineering, USD 95,000 a year and USD 180,000 to 240,000 a year do not overlap.",
		A:       Side{Source: north.Source, Sources: 1, Claims: 1, Quotes: []Quote{{Says: "VP of Engineering, USD 95,000 a year", Scope: []Slot{{"Year", "2024"}, {"Place", "US"}, {"Figure", "average"}}, Place: Place{"d1", 40, 47}, Before: "A VP of Engineering earns about ", Marked: "$95,000", After: " a year.", Origin: north}}},
		B:       Side{Source: file.Source, Sources: 1, Claims: 1, Quotes: []Quote{{Says: "VP of Engineering, USD 180,000 to 240,000 a year", Scope: []Slot{{"Year", ""}, {"Place", "us"}, {"Figure", "range"}}, Before: "VPs can expect ", Marked: "$180k–$240k", After: ".", Section: "Pay", Origin: file}}},
	}
	chef := Finding{
		ID: "0b0b", Kind: "polarity", Tier: "stated", Scope: "within", Roles: []string{"sous-chef"}, Sources: []string{"notes/kitchen.txt"}, Topic: "order-supplies", Severity: 0.4, Confidence: 0.66, Rule: "denial",
		Summary: "One source says that the Sous Chef orders supplies, and that they do not.",
		A:       Side{Source: file.Source, Sources: 1, Claims: 1, Quotes: []Quote{{Says: "Sous Chef", Before: "The sous chef ", Marked: "orders supplies", After: " each morning.", Origin: file}}},
		B:       Side{Source: file.Source, Sources: 1, Claims: 1, Quotes: []Quote{{Says: "Sous Chef does not", Before: "Sous chefs never ", Marked: "order supplies", After: " themselves.", Origin: file}}},
	}
	pay.Outcome, chef.Outcome = "open", "open"
	listed := vision
	listed.Verdicts, listed.Outcome = nil, "open"
	listed.ID, listed.Tier, listed.Topic, listed.Severity = "51e7", "claimed-by-both", "manage-budget", 0.2
	listed.Summary = "Managing the budget is listed with the Chief Technology Officer and with the VP of Engineering."
	brief := pay
	brief.ID = "66cc"
	brief.A.Quotes, brief.B.Quotes = nil, nil
	return &Report{
		RunID:  "ba174fadc62728fa",
		Review: &Tally{Outcomes: map[string]int{"dismissed": 1, "open": 4}, Gone: 2, Unread: 1},
		Counts: Counts{
			Pages: 12, Documents: 9, Sources: 7, Duplicates: 1, RejectedPages: 3, UnusedAmounts: 4, Ignored: 2,
			Responsibilities: 214, Salaries: 31, Comparisons: 18, Headline: 4, ClaimedByBoth: 1, NearMissPairs: 57,
		},
		Pairs: []Pair{
			{Roles: []string{cto, vp}, Topics: []Topic{{"set-strategy", []Finding{vision}}}},
			{Roles: []string{vp}, Topics: []Topic{{"pay", []Finding{pay}}}, Brief: []Finding{brief}},
			{Roles: []string{"sous-chef"}, Topics: []Topic{{"order-supplies", []Finding{chef}}}},
		},
		Listed:  []Pair{{Roles: []string{cto, vp}, Topics: []Topic{{"manage-budget", []Finding{listed}}}}},
		Omitted: 2,
		Ownership: Ownership{
			Roles: []string{cto, vp, "head-of-engineering", "it-director", "sous-chef"},
			Rows: []Duty{
				{Name: "set-strategy", Contested: true, Cells: []Cell{{Asserted: 5, Claims: 6, Quotes: []Owned{{Before: "The CTO ", Marked: "sets the strategy", After: ".", Place: Place{DocID: "d1"}, Origin: north}}}, {Asserted: 2, Denied: 1, Claims: 1, Quotes: []Owned{{Before: "VPs do ", Marked: "not set the strategy", After: ".", Denied: true, Origin: file}}}, {}, {Asserted: 1, Denied: 0}, {}}},
				{Name: "order-supplies", Contested: true, Cells: []Cell{{}, {}, {}, {}, {Asserted: 1, Denied: 1}}},
				{Name: "lead-engineering-team", Cells: []Cell{{Asserted: 1, Denied: 0}, {Asserted: 6, Denied: 0}, {Asserted: 3, Denied: 0}, {}, {}}},
				{Name: "manage-budget", Cells: []Cell{{Asserted: 2, Denied: 0}, {Asserted: 2, Denied: 0}, {}, {Asserted: 4, Denied: 0}, {}}},
				{Name: "hire-engineers", Cells: []Cell{{Asserted: 0, Denied: 2}, {Asserted: 4, Denied: 0}, {Asserted: 1, Denied: 0}, {}, {}}},
			},
			OmittedTopics: 12, OmittedRoles: 1,
		},
		Pay: []PayScale{
			{Currency: "USD", Omitted: 2, Roles: []PayRole{
				{Role: cto, Rows: []PayRow{
					{Origin: harbour, Quote: "$150,000 to $250,000", Low: k(150000), High: k(250000), Notes: []string{"range", "base", "US", "2023"}},
					{Origin: north, Quote: "over $200,000", Low: k(200000), Notes: []string{"minimum"}},
					{Origin: north, Quote: "$310k", Low: k(310000), High: k(310000), Notes: []string{"average", "total", "by Glassdoor"}},
					{Origin: file, Quote: "$1.9m", Low: k(150000), High: k(1900000), Notes: []string{"range", "equity"}},
				}},
				{Role: vp, Omitted: 3, Rows: []PayRow{
					{Origin: north, Quote: "$95,000", Low: k(95000), High: k(95000), Notes: []string{"average"}},
					{Origin: file, Quote: "$180k–$240k", Low: k(180000), High: k(240000), Notes: []string{"range"}},
					{Origin: file, Quote: "up to $85", High: k(176800), Notes: []string{"an hour", "maximum", "San Francisco"}},
				}},
			}},
			{Currency: "GBP", Roles: []PayRole{{Role: "sous-chef", Rows: []PayRow{{Origin: file, Quote: "£26,500–£31,000", Low: k(26500), High: k(31000), Notes: []string{"range", "London", "2024"}}}}}},
		},
		Orders: Orders{Omitted: 3, Rows: []Order{
			{A: cto, B: vp, More: []string{"a.example", "b.example"}, Less: []string{"notes/kitchen.txt"}, Hedged: 1, Circle: []string{cto, vp, "sous-chef"}},
			{A: "sous-chef", B: cto, More: []string{"a.example"}, Same: []string{"b.example"}},
		}},
		Sources: Sources{Omitted: 1, Rows: []SourceRow{
			{Name: north.Source, Articles: 2, Claims: 40, Disputed: 3, Alone: 1, With: []Peer{{harbour.Source, 4}}, Against: []Peer{{file.Source, 2}, {harbour.Source, 1}}},
			{Name: file.Source, Articles: 1, Claims: 12},
		}},
		NearMisses: []NearMiss{
			{Reason: "estimate-spread", Pairs: 41, Keys: 9, Examples: []Miss{
				{Topic: "pay", Roles: []string{cto}, Pairs: 30, QuoteA: "CTOs earn $150,000 to $250,000.", QuoteB: "The average CTO makes $210,000.", Words: "$150,000 to $250,000 holds $210,000"},
				{Topic: "pay", Roles: []string{vp}, Pairs: 11, QuoteA: "VPs earn $180,000.", QuoteB: "VPs make $190,000."},
			}},
			{Reason: "shared", Pairs: 16, Keys: 1, Examples: []Miss{{Topic: "hire-engineers", Roles: []string{cto, vp}, Pairs: 16, QuoteA: "Together with the VP, the CTO hires engineers.", QuoteB: "The VP hires engineers.", Words: "together with"}}},
		},
		Rejects: []RejectGroup{
			{Stage: "extract", Reason: "empty", Count: 2, Examples: []RejectExample{{URI: "https://empty.example/a/very/long/address/that/has/to/be/broken/somewhere/or-the-page-is-wide", Detail: "no text"}}},
			{Stage: "language", Reason: "not-english", Count: 1, Examples: []RejectExample{{URI: "de/koch.html", Detail: "de"}}},
			{Stage: "amount", Reason: "not-pay", Count: 4, Examples: []RejectExample{{URI: "notes/kitchen.txt", Detail: "“a budget of $5m for the year”"}}},
		},
	}
}
