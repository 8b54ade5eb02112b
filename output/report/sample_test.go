package report

// sample is a report with something of everything; its texts are made up.
func sample() *Report {
	k := func(units int64) *int64 { units *= 100; return &units }
	north := Origin{Source: "northern-careers.example", URI: "https://northern-careers.example/cto-vs-vp", Title: "CTO or VP?", Date: "2024-03-01"}
	harbour := Origin{Source: "harbour-weekly.example", URI: "https://harbour-weekly.example/roles", Date: "2023-11-20", Copy: true}
	file := Origin{Source: "notes/kitchen.txt", URI: "notes/kitchen.txt"}
	vision := Finding{
		ID: "8d1c", Kind: "ownership", Tier: "contested", Scope: "cross", Topic: "set-strategy", Severity: 0.82, Confidence: 0.74, Rule: "ownership-contrast",
		Summary: "2 sources give setting the technical strategy to the Chief Technology Officer, 1 to the VP of Engineering.",
		A: Side{Source: north.Source, Sources: 2, Claims: 6, Quotes: []Quote{
			{Says: "Chief Technology Officer", Before: "The CTO ", Marked: "sets the technical strategy of the company", After: ", while the VP of Engineering sees that it is carried out by the teams that report to them.", Origin: north},
			{Says: "Chief Technology Officer", Before: "In most firms they are the one who ", Marked: "decides on the technology roadmap", After: ".", Origin: harbour},
		}},
		B: Side{Source: harbour.Source, Sources: 1, Claims: 1, Quotes: []Quote{
			{Says: "VP of Engineering", Before: "Unlike the CTO, who looks outward, the VP of Engineering ", Marked: "owns the technical strategy", After: " and the people who build it.", Origin: harbour},
		}},
	}
	pay := Finding{
		ID: "77aa", Kind: "pay-range", Tier: "stated", Scope: "cross", Topic: "pay", Severity: 0.61, Confidence: 0.9, Rule: "pay-range", MissingScope: []string{"year", "place"},
		Summary: "For the VP of Engineering, USD 95,000 a year and USD 180,000 to 240,000 a year do not overlap.",
		A:       Side{Source: north.Source, Sources: 1, Claims: 1, Quotes: []Quote{{Says: "VP of Engineering, USD 95,000 a year", Before: "A VP of Engineering earns about ", Marked: "$95,000", After: " a year.", Origin: north}}},
		B:       Side{Source: file.Source, Sources: 1, Claims: 1, Quotes: []Quote{{Says: "VP of Engineering, USD 180,000 to 240,000 a year", Before: "VPs can expect ", Marked: "$180k–$240k", After: ".", Section: "Pay", Origin: file}}},
	}
	chef := Finding{
		ID: "0b0b", Kind: "polarity", Tier: "stated", Scope: "within", Topic: "order-supplies", Severity: 0.4, Confidence: 0.66, Rule: "denial",
		Summary: "One source says that the Sous Chef orders supplies, and that they do not.",
		A:       Side{Source: file.Source, Sources: 1, Claims: 1, Quotes: []Quote{{Says: "Sous Chef", Before: "The sous chef ", Marked: "orders supplies", After: " each morning.", Origin: file}}},
		B:       Side{Source: file.Source, Sources: 1, Claims: 1, Quotes: []Quote{{Says: "not Sous Chef", Before: "Sous chefs never ", Marked: "order supplies", After: " themselves.", Origin: file}}},
	}
	listed := vision
	listed.ID, listed.Tier, listed.Topic, listed.Severity = "51e7", "claimed-by-both", "manage-budget", 0.2
	listed.Summary = "Managing the budget is listed with the Chief Technology Officer and with the VP of Engineering."
	brief := pay
	brief.A.Quotes, brief.B.Quotes = nil, nil
	cto, vp := "chief-technology-officer", "vp-of-engineering"
	return &Report{
		RunID: "ba174fadc62728fa",
		Counts: Counts{
			Pages: 12, Documents: 9, Sources: 7, Duplicates: 1, RejectedPages: 3, UnusedAmounts: 4, Ignored: 2,
			Responsibilities: 214, Salaries: 31, Comparisons: 18, Headline: 4, ClaimedByBoth: 1, NearMissPairs: 57,
		},
		Pairs:   []Pair{{Roles: []string{cto, vp}, Full: []Finding{vision}}, {Roles: []string{vp}, Full: []Finding{pay}, Brief: []Finding{brief}}, {Roles: []string{"sous-chef"}, Full: []Finding{chef}}},
		Listed:  []Pair{{Roles: []string{cto, vp}, Full: []Finding{listed}}},
		Omitted: 2,
		Ownership: Ownership{
			Roles: []string{cto, vp, "head-of-engineering", "it-director", "sous-chef"},
			Topics: []Topic{
				{Name: "set-strategy", Contested: true, Cells: []Cell{{5, 0}, {2, 1}, {}, {1, 0}, {}}},
				{Name: "order-supplies", Contested: true, Cells: []Cell{{}, {}, {}, {}, {1, 1}}},
				{Name: "lead-engineering-team", Cells: []Cell{{1, 0}, {6, 0}, {3, 0}, {}, {}}},
				{Name: "manage-budget", Cells: []Cell{{2, 0}, {2, 0}, {}, {4, 0}, {}}},
				{Name: "hire-engineers", Cells: []Cell{{0, 2}, {4, 0}, {1, 0}, {}, {}}},
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
		NearMisses: []NearMiss{
			{Reason: "estimate-spread", Pairs: 41, Keys: 9, Topic: "pay", Roles: []string{cto}, QuoteA: "CTOs earn $150,000 to $250,000.", QuoteB: "The average CTO makes $210,000.", Words: "$150,000 to $250,000 holds $210,000"},
			{Reason: "shared", Pairs: 16, Keys: 4, Topic: "hire-engineers", Roles: []string{cto, vp}, QuoteA: "Together with the VP, the CTO hires engineers.", QuoteB: "The VP hires engineers.", Words: "together with"},
		},
		Rejects: []RejectGroup{
			{Stage: "extract", Reason: "empty", Count: 2, Examples: []RejectExample{{URI: "https://empty.example/a/very/long/address/that/has/to/be/broken/somewhere/or-the-page-is-wide", Detail: "no text"}}},
			{Stage: "language", Reason: "not-english", Count: 1, Examples: []RejectExample{{URI: "de/koch.html", Detail: "de"}}},
			{Stage: "amount", Reason: "not-pay", Count: 4, Examples: []RejectExample{{URI: "notes/kitchen.txt", Detail: "“a budget of $5m for the year”"}}},
		},
	}
}
