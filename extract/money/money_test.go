package money

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/extract/lexicon"
)

func grammar(t testing.TB) *Grammar {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	return New(lex)
}

// show writes an amount as "[span] low..high unit/period"; an open end is "*".
func show(text string, a Amount) string {
	end := func(v *int64) string {
		if v == nil {
			return "*"
		}
		return strconv.FormatFloat(float64(*v)/100, 'f', -1, 64)
	}
	ends := end(a.Low) + ".." + end(a.High)
	if a.Single() {
		ends = end(a.Low)
	}
	s := fmt.Sprintf("[%s] %s %s", a.Span.Of(text), ends, a.Unit)
	if a.Period != "" {
		s += "/" + a.Period
	}
	return s
}

func showAll(text string, amounts []Amount) string {
	var parts []string
	for _, a := range amounts {
		parts = append(parts, show(text, a))
	}
	return strings.Join(parts, "; ")
}

func TestFind(t *testing.T) {
	tests := []struct{ name, text, want string }{
		// Units.
		{"dollar", "earns $90,000", "[$90,000] 90000 $"},
		{"pound", "earns £45,000.", "[£45,000] 45000 pound"},
		{"euro before", "€60,000", "[€60,000] 60000 EUR"},
		{"euro after", "60.000 €", "[60.000 €] 60000 EUR"},
		{"euro after, close", "45k€", "[45k€] 45000 EUR"},
		{"code before", "USD 120,000", "[USD 120,000] 120000 USD"},
		{"code after", "120,000 USD", "[120,000 USD] 120000 USD"},
		{"code close before", "EUR70,000", "[EUR70,000] 70000 EUR"},
		{"code before a sign", "USD $120,000", "[USD $120,000] 120000 USD"},
		{"code after a sign", "$120,000 CAD", "[$120,000 CAD] 120000 CAD"},
		{"code glued to a sign", "CAD$791,000", "[CAD$791,000] 791000 CAD"},
		{"Canadian", "C$95,000", "[C$95,000] 95000 CAD"},
		{"Canadian, longer", "CA$95,000", "[CA$95,000] 95000 CAD"},
		{"Australian", "A$110k", "[A$110k] 110000 AUD"},
		{"Australian, longer", "AU$110k", "[AU$110k] 110000 AUD"},
		{"New Zealand", "NZ$80,000", "[NZ$80,000] 80000 NZD"},
		{"Singapore", "S$8,500 a month", "[S$8,500] 8500 SGD/month"},
		{"Hong Kong", "HK$40,000", "[HK$40,000] 40000 HKD"},
		{"US", "US$40,000", "[US$40,000] 40000 USD"},
		{"real", "R$ 5.000 por", "[R$ 5.000] 5000 BRL"},
		{"rand", "R250,000 a year", "[R250,000] 250000 ZAR/year"},
		{"rupees, letters", "Rs. 5,00,000", "[Rs. 5,00,000] 500000 rupee"},
		{"rupees, no stop", "Rs 45,000 per month", "[Rs 45,000] 45000 rupee/month"},
		{"rupee sign", "₹12,50,000", "[₹12,50,000] 1250000 INR"},
		{"Philippine", "Php 35,000 monthly", "[Php 35,000] 35000 PHP/month"},
		{"peso sign", "₱35,000", "[₱35,000] 35000 PHP"},
		{"ringgit", "RM 5,500 a month", "[RM 5,500] 5500 MYR/month"},
		{"krone", "45.000 kr.", "[45.000 kr.] 45000 krone"},
		{"krona code", "SEK 45 000 per month", "[SEK 45 000] 45000 SEK/month"},
		{"zloty", "9 500 zł", "[9 500 zł] 9500 PLN"},
		{"yen", "¥9,000,000", "[¥9,000,000] 9000000 ¥"},
		{"yen, words", "5 million yen", "[5 million yen] 5000000 JPY"},
		{"yuan", "300,000 yuan", "[300,000 yuan] 300000 CNY"},
		{"franc", "CHF 140'000", "[CHF 140'000] 140000 CHF"},
		{"franc, typographic", "CHF 140’000.–", "[CHF 140’000] 140000 CHF"},
		{"dirham", "AED 239,352 a year", "[AED 239,352] 239352 AED/year"},
		{"won", "50 million won", "[50 million won] 50000000 KRW"},
		{"naira", "₦350,000", "[₦350,000] 350000 NGN"},
		{"shilling", "KSh 80,000", "[KSh 80,000] 80000 KES"},
		{"dollars", "90,000 dollars", "[90,000 dollars] 90000 $"},
		{"named dollars", "90,000 Canadian dollars", "[90,000 Canadian dollars] 90000 CAD"},
		{"pounds of money", "30,000 pounds a year", "[30,000 pounds] 30000 pound/year"},
		{"bucks", "20 bucks an hour", "[20 bucks] 20 $/hour"},

		// Numbers.
		{"cents", "$27.70 per hour", "[$27.70] 27.7 $/hour"},
		{"one decimal", "$1.2 million", "[$1.2 million] 1200000 $"},
		{"three decimals with a scale", "$1.125 million", "[$1.125 million] 1125000 $"},
		{"decimal comma", "1.234,50 €", "[1.234,50 €] 1234.5 EUR"},
		{"comma and point", "$1,234.50", "[$1,234.50] 1234.5 $"},
		{"decimal comma, short", "18,50 € an hour", "[18,50 €] 18.5 EUR/hour"},
		{"spaces", "€ 52 000", "[€ 52 000] 52000 EUR"},
		{"thin space", "52\u202f000 €", "[52\u202f000 €] 52000 EUR"},
		{"millions", "₹1,50,00,000", "[₹1,50,00,000] 15000000 INR"},
		{"no separators", "$85000", "[$85000] 85000 $"},
		{"full stop ends a sentence", "It pays $85,000. 20 others", "[$85,000] 85000 $"},
		{"comma ends a clause", "$85,000, 120 days", "[$85,000] 85000 $"},
		{"k", "$180k", "[$180k] 180000 $"},
		{"K with a space", "$180 K", "[$180 K] 180000 $"},
		{"decimal k", "$87.5k", "[$87.5k] 87500 $"},
		{"M", "$2.5M", "[$2.5M] 2500000 $"},
		{"bn", "£1.5bn", "[£1.5bn] 1500000000 pound"},
		{"thousand", "90 thousand dollars", "[90 thousand dollars] 90000 $"},
		{"grand", "£40 grand", "[£40 grand] 40000 pound"},
		{"lakh", "₹25 lakh a year", "[₹25 lakh] 2500000 INR/year"},
		{"lakh without a sign", "6.5 lakhs per annum", "[6.5 lakhs] 650000 lakh/year"},
		{"crore", "₹1.2 crore", "[₹1.2 crore] 12000000 INR"},
		{"LPA", "a package of 12 LPA", "[12 LPA] 1200000 lakh/year"},
		{"spelled", "ninety thousand dollars", "[ninety thousand dollars] 90000 $"},
		{"spelled with a hyphen", "twenty-five dollars an hour", "[twenty-five dollars] 25 $/hour"},
		{"spelled, long", "A hundred and twenty thousand euros", "[A hundred and twenty thousand euros] 120000 EUR"},
		{"half", "half a million dollars", "[half a million dollars] 500000 $"},

		// Ranges.
		{"to", "$150,000 to $300,000 a year", "[$150,000 to $300,000] 150000..300000 $/year"},
		{"en dash", "$200,000 – $400,000", "[$200,000 – $400,000] 200000..400000 $"},
		{"hyphen, close", "$200,000-$400,000", "[$200,000-$400,000] 200000..400000 $"},
		{"em dash", "£800 — £1100 a day", "[£800 — £1100] 800..1100 pound/day"},
		{"minus", "€50k−€60k", "[€50k−€60k] 50000..60000 EUR"},
		{"between", "between $180k and $220k", "[$180k and $220k] 180000..220000 $"},
		{"between-to", "between $70,000 to $110,000", "[$70,000 to $110,000] 70000..110000 $"},
		{"a range that is", "the salary range is $61,230 and $151,850", "[$61,230 and $151,850] 61230..151850 $"},
		{"lakh to crore", "exceeding 80 lakhs to 1 crore rupees", "[80 lakhs to 1 crore rupees] 8000000..10000000 rupee"},
		{"thousands of the high end", "in the €85-€120,000 range", "[€85-€120,000] 85000..120000 EUR"},
		{"between a low and a high", "between a low of $40,000 and a high of $90,000", "[$40,000 and a high of $90,000] 40000..90000 $"},
		{"and without between", "$98,000 and $118,000", "[$98,000] 98000 $; [$118,000] 118000 $"},
		{"from-to", "from £30,000 to £45,000", "[£30,000 to £45,000] 30000..45000 pound"},
		{"from: to", "ranges from: $240,000 to $310,000", "[$240,000 to $310,000] 240000..310000 $"},
		{"shared scale", "$140-190K annually", "[$140-190K] 140000..190000 $/year"},
		{"shared scale, dash between signs", "$140-$190K", "[$140-$190K] 140000..190000 $"},
		{"scale of the high end only", "$500 to $1k", "[$500 to $1k] 500..1000 $"},
		{"shared million", "$1-2 million", "[$1-2 million] 1000000..2000000 $"},
		{"scale on the low end", "£30k-40", "[£30k-40] 30000..40000 pound"},
		{"shared sign", "AED 4,000-8,000 per month", "[AED 4,000-8,000] 4000..8000 AED/month"},
		{"shared code after", "180,000 to 250,000 USD", "[180,000 to 250,000 USD] 180000..250000 USD"},
		{"shared sign after", "65.000 to 85.000 €", "[65.000 to 85.000 €] 65000..85000 EUR"},
		{"sign after both", "65.000 € to 85.000 €", "[65.000 € to 85.000 €] 65000..85000 EUR"},
		{"words for both", "from 90 thousand to 130 thousand dollars", "[90 thousand to 130 thousand dollars] 90000..130000 $"},
		{"spelled range", "ninety thousand to one hundred thousand dollars", "[ninety thousand to one hundred thousand dollars] 90000..100000 $"},
		{"LPA range", "4-6 LPA", "[4-6 LPA] 400000..600000 lakh/year"},
		{"lakh range", "₹8–12 lakh", "[₹8–12 lakh] 800000..1200000 INR"},
		{"period on both", "$20/hr to $30/hr", "[$20/hr to $30] 20..30 $/hour"},
		{"aside", "from $115/hour in the lower bracket, to $150/hour in the higher", "[$115/hour in the lower bracket, to $150] 115..150 $/hour"},
		{"up to after the low end", "from $60,000 up to $80,000", "[$60,000 up to $80,000] 60000..80000 $"},
		{"to over", "$60,000 to over $80,000", "[$60,000 to over $80,000] 60000..80000 $"},
		{"plus on the high end", "$280K - $450K+", "[$280K - $450K+] 280000..450000 $"},
		{"four digits, no years", "£1800-2000 a month", "[£1800-2000] 1800..2000 pound/month"},
		{"year after a dash", "$50,000 - 2023", "[$50,000] 50000 $"},
		{"years after a dash", "$50 - 60 hours", "[$50] 50 $"},
		{"falling ends", "$300,000 to $150,000", "[$300,000] 300000 $; [$150,000] 150000 $"},
		{"a change is no range", "rose from $60,000 to $70,000", "[$60,000] 60000 $; [$70,000] 70000 $"},
		{"other currencies", "$60,000 to £70,000", "[$60,000] 60000 $; [£70,000] 70000 pound"},
		{"one dollar of two names", "US$60,000 to $70,000", "[US$60,000 to $70,000] 60000..70000 USD"},
		{"line end", "$60,000 -\n$70,000", "[$60,000] 60000 $; [$70,000] 70000 $"},
		{"tab", "$60,000\t$70,000", "[$60,000] 60000 $; [$70,000] 70000 $"},

		// Open ends.
		{"over", "over $200,000 annually", "[$200,000] 200000..* $/year"},
		{"more than about", "more than about $200k", "[$200k] 200000..* $"},
		{"at least", "at least £30,000", "[£30,000] 30000..* pound"},
		{"a minimum of", "a minimum of £120,000 a year", "[£120,000] 120000..* pound/year"},
		{"starting at", "starting at $70,000", "[$70,000] 70000..* $"},
		{"start at", "positions start at $43,601 per year", "[$43,601] 43601..* $/year"},
		{"from alone", "salaries from £28,000", "[£28,000] 28000..* pound"},
		{"up from", "up from $28,000", "[$28,000] 28000 $"},
		{"exceeding", "exceeding €100,000", "[€100,000] 100000..* EUR"},
		{"plus", "$250k+ in the bay", "[$250k+] 250000..* $"},
		{"or more", "$121,670 or more per year", "[$121,670] 121670..* $/year"},
		{"minimum after the period", "£900 a day minimum", "[£900] 900..* pound/day"},
		{"up to", "up to $210,000 per year", "[$210,000] *..210000 $/year"},
		{"up to over", "up to over $170k", "[$170k] *..170000 $"},
		{"as much as", "as much as $180k yearly", "[$180k] *..180000 $/year"},
		{"under", "under $50,000", "[$50,000] *..50000 $"},
		{"or less", "$31,700 or less each year", "[$31,700] *..31700 $/year"},
		{"not within a word", "discover $90,000", "[$90,000] 90000 $"},

		// Periods.
		{"p.a.", "£120,000 p.a.", "[£120,000] 120000 pound/year"},
		{"per annum", "€70,000 per annum", "[€70,000] 70000 EUR/year"},
		{"an hour", "$65 to $95 an hour", "[$65 to $95] 65..95 $/hour"},
		{"slash", "$30 / hr", "[$30] 30 $/hour"},
		{"hyphens", "a $90,000-a-year job", "[$90,000] 90000 $/year"},
		{"a week", "$2,400 a week", "[$2,400] 2400 $/week"},
		{"hourly after", "$31.50 hourly", "[$31.50] 31.5 $/hour"},
		{"yearly noun", "$4,000 yearbook", "[$4,000] 4000 $"},
		{"day rate", "£1100 on a day-rate", "[£1100] 1100 pound/day"},
		{"bold", "around 56,000 USD/year", "[56,000 USD] 56000 USD/year"},

		// No money.
		{"401(k)", "a 401(k) and a 401k plan", ""},
		{"phone", "call (555) 123-4567", ""},
		{"year", "in 2023 and 2024", ""},
		{"percentage", "20% more, 15 percent", ""},
		{"range of percentages", "a bonus of 18–25%", ""},
		{"head count", "a team of 1,200 engineers", ""},
		{"weight", "lift 50 pounds", ""},
		{"won a prize", "won 3 awards", ""},
		{"six figures", "a six-figure salary", ""},
		{"code in small letters", "cad 2000 drawings, try 500 times", ""},
		{"sign alone", "$ and £", ""},
		{"formula", "$\\to$ and $x$", ""},
		{"version", "R2, R 4, PHP 8", ""},
		{"year before a sign", "In 2022 $90,000 was paid", "[$90,000] 90000 $"},
		{"year before a code", "In 2022 USD 90,000 was paid", "[USD 90,000] 90000 USD"},
		{"year to amount", "from 2020 to $90,000", "[$90,000] 90000 $"},
		{"too large", "$99999999999999999999999", ""},
	}
	g := grammar(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := showAll(tt.text, g.Find(tt.text, corpus.Span{End: len(tt.text)}))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Find(%q): %s", tt.text, diff)
			}
		})
	}
}

func TestFindBare(t *testing.T) {
	tests := []struct{ name, text, unit, want string }{
		{"number", "109,000", "USD", "[109,000] 109000 USD"},
		{"k", "46k", "EUR", "[46k] 46000 EUR"},
		{"range", "50–60k", "EUR", "[50–60k] 50000..60000 EUR"},
		{"lakh", "8 - 12 lakh", "INR", "[8 - 12 lakh] 800000..1200000 INR"},
		{"own unit", "£40,000", "USD", "[£40,000] 40000 pound"},
		{"percentage", "12%", "USD", ""},
		{"years", "5 years", "USD", ""},
		{"letters", "C3PO, 24x", "USD", ""},
		{"retirement plan", "401(k)", "USD", ""},
	}
	g := grammar(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := showAll(tt.text, g.FindBare(tt.text, corpus.Span{End: len(tt.text)}, tt.unit))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("FindBare(%q, %q): %s", tt.text, tt.unit, diff)
			}
		})
	}
}

func TestExtent(t *testing.T) {
	tests := []struct{ text, want string }{
		{"may earn up to about $210,000 per year.", "up to about $210,000 per year"},
		{"earned $31,700 or less each year,", "$31,700 or less each year"},
		{"is $50,090 per year ($24.08 per hour)", "$50,090 per year"},
	}
	g := grammar(t)
	for _, tt := range tests {
		got := g.Find(tt.text, corpus.Span{End: len(tt.text)})
		if len(got) == 0 || got[0].Extent.Of(tt.text) != tt.want {
			t.Errorf("Find(%q) = %+v, want first extent %q", tt.text, got, tt.want)
		}
	}
}

func TestCurrency(t *testing.T) {
	tests := []struct{ unit, local, want string }{
		{"$", "", "USD"},
		{"$", "CAD", "CAD"},
		{"$", "EUR", "USD"},
		{"¥", "CNY", "CNY"},
		{"¥", "", "JPY"},
		{"krone", "NOK", "NOK"},
		{"pound", "", "GBP"},
		{"CHF", "CAD", "CHF"},
		{"lakh", "", "INR"},
	}
	g := grammar(t)
	for _, tt := range tests {
		if got := g.Currency(tt.unit, tt.local); got != tt.want {
			t.Errorf("Currency(%q, %q) = %q, want %q", tt.unit, tt.local, got, tt.want)
		}
	}
}

func TestUnit(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Salary (USD)", "USD"},
		{"Annual wage ($)", "$"},
		{"Pay in euros", "EUR"},
		{"Salary, £", "pound"},
		{"Try all of these", ""},
	}
	g := grammar(t)
	for _, tt := range tests {
		if got := g.Unit(tt.text); got != tt.want {
			t.Errorf("Unit(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	g := grammar(f)
	for _, seed := range []string{
		"between $70k and €90.000 p.a.", "from $115/hour in the lower bracket, to $150/hour", "₹8–12,50,000 LPA+",
		"a hundred and five thousand dollars or more", "USD $1'234’567.5k - 2", "\u00a01\u202f234 kr.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("documents are valid UTF-8")
		}
		whole := corpus.Span{End: len(text)}
		for _, amounts := range [][]Amount{g.Find(text, whole), g.FindBare(text, whole, "USD")} {
			end := 0
			for _, a := range amounts {
				switch {
				case a.Extent.Start < end || !whole.Contains(a.Extent) || !a.Extent.Contains(a.Span) || a.Span.Empty():
					t.Fatalf("Find(%q): span %v, extent %v after %d", text, a.Span, a.Extent, end)
				case !runeStart(text, a.Extent.Start) || !runeStart(text, a.Extent.End) || !runeStart(text, a.Span.Start) || !runeStart(text, a.Span.End):
					t.Fatalf("Find(%q): %+v is not on rune starts", text, a)
				case a.Low == nil && a.High == nil, a.Low != nil && *a.Low < 0, a.High != nil && *a.High < 0:
					t.Fatalf("Find(%q): ends of %+v", text, a)
				case a.Low != nil && a.High != nil && *a.Low > *a.High:
					t.Fatalf("Find(%q): %d over %d", text, *a.Low, *a.High)
				case a.Unit == "" || strings.Contains(a.Span.Of(text), "\n"):
					t.Fatalf("Find(%q): unit %q, span %q", text, a.Unit, a.Span.Of(text))
				}
				end = a.Extent.End
			}
		}
	})
}

func runeStart(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }
