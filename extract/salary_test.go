package extract

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
)

// showSalary writes a claim in one line: role, ends, currency and period,
// statistic, then what is set of component, @place, #year, ~source and
// (condition).
func showSalary(s Salary) string {
	end := func(v *int64) string {
		if v == nil {
			return "*"
		}
		return strconv.FormatFloat(float64(*v)/100, 'f', -1, 64)
	}
	ends := end(s.Low)
	if s.Low == nil || s.High == nil || *s.Low != *s.High {
		ends += ".." + end(s.High)
	}
	line := fmt.Sprintf("%s %s %s/%s %s", s.Role, ends, s.Currency, s.Period, s.Statistic)
	for _, part := range []struct{ mark, value string }{{"+", s.Component}, {"@", s.Location}, {"#", strconv.Itoa(s.Year)}, {"~", s.AttributedTo}, {"?", s.Condition}} {
		if part.value != "" && part.value != "unspecified" && part.value != "0" {
			line += " " + part.mark + part.value
		}
	}
	return line
}

func TestSalaries(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		// When it is paid.
		{
			"a past year stays behind",
			"In 2014 a plumber earned $50,000 in the United States. In Portugal a plumber earns €20,000.",
			[]string{"plumber 50000 USD/year typical @United States #2014", "plumber 20000 EUR/year typical @Portugal"},
		},
		// Who is paid.
		{"people who are no role of the page", "# Bartender pay\n\nBarbacks earn $9 an hour.", nil},
		{"one-word title as subject", "# Police officer pay\n\nSergeants earn $8,240 a month.", []string{"sergeant 8240 USD/month typical"}},
		{"one-word title as label", "# Police officer pay\n\n- Sergeant: $98,000\n- Step 1: $61,000", []string{"sergeant 98000 USD/year typical", "police-officer 61000 USD/year typical"}},
		{"bare head of a title", "# Estate agent pay\n\nIn 2022 the median income of agents was $56,400.", []string{"estate-agent 56400 USD/year median #2022"}},
		{"relative clause before the verb", "# Librarian pay\n\nStudents who work at the desk get $16 an hour.", nil},
		{"a body that is named for a role", "# Teacher pay\n\nTeachers earn $60,000, says the Association of Realtors.", []string{"teacher 60000 USD/year typical"}},
		{"reader's own pay", "# Plumber pay\n\nIf you earn $40,000 in a shop, think of plumbing.", nil},
		{"a person's story", "# Plumber pay\n\nI started on $28,500.", nil},
		{"somebody else is paid", "# Tutor pay\n\nSchools pay the agency $130 a day.", nil},
		{"a thing of the same paragraph", "# Translator pay\n\nTranslators earn $60,000. The software is $700.", []string{"translator 60000 USD/year typical"}},
		{"law on wages", "# Waiter pay\n\nThe minimum wage is $7.25 an hour, but tipped staff may get $2.13.", nil},
		{"pay cut", "# Waiter pay\n\nThe pay cut is $15,000 a year.", nil},
		// What is said once for a page.
		{"year in a note", "# Baker pay\n\nWe asked 900 bakers in 2023 what they earn.\n\n- Leeds: £24,000\n- London: £25,000", []string{"baker 24000 GBP/year typical @Leeds #2023", "baker 25000 GBP/year typical @London #2023"}},
		{"place in a note", "# Baker pay\n\nThe figures below apply to Ireland.\n\n| Grade | Pay |\n|---|---|\n| 1 | €30,000 |", []string{"baker 30000 EUR/year typical @Ireland"}},
		{"dollar in a note", "# Baker pay\n\nAll figures are in Australian dollars.\n\n| Grade | Pay |\n|---|---|\n| Two | $60,000 |", []string{"baker 60000 AUD/year typical ?Two"}},
		{"note after the table", "# Baker pay\n\n| Grade | Pay |\n|---|---|\n| Two | $60,000 |\n\nSource: survey of 2021.", []string{"baker 60000 USD/year typical #2021 ?Two"}},
		{"note of another section", "# Baker pay\n\n## Survey\n\nThe figures are from 2019.\n\n## Grades\n\n- Two: $60,000", []string{"baker 60000 USD/year typical"}},
		{"note is not for prose", "# Baker pay\n\nThe figures below are from 2019.\n\nA baker earns $50,000.", []string{"baker 50000 USD/year typical"}},
		{"thousands", "# Baker pay\n\n| Grade | Base (£000s) |\n|---|---|\n| Two | 31 |", []string{"baker 31000 GBP/year typical +base ?Two"}},
		{"period of the item before", "# Baker pay\n\n- Leeds: £12.10 per hour\n- London: £12.40", []string{"baker 12.1 GBP/hour typical @Leeds", "baker 12.4 GBP/hour typical @London"}},
		{"dollar of the article's places", "# Baker pay\n\nBakers in Perth earn $60,000.\n\nA baker starts on $48,000.", []string{"baker 60000 AUD/year typical @Perth", "baker 48000..* AUD/year minimum"}},
		{"US dollars are no place", "# Baker pay\n\nAll rates are in US dollars.\n\n- Two: $60,000", []string{"baker 60000 USD/year typical"}},
		{"outside a place", "Outside London, bakers earn £25,000.", []string{"baker 25000 GBP/year typical"}},
		{"part of a place", "Teachers earn £36,000 in Inner London.", []string{"teacher 36000 GBP/year typical @Inner London"}},
		{"list of costs", "# Welder pay\n\n## Costs\n\n- Helmet: $350", nil},
		{"no hour pays thousands", "# What is a welder's hourly pay?\n\n- Ohio: $40,700", []string{"welder 40700 USD/year typical @Ohio"}},
		// Statistics.
		{"average starting pay", "The average starting salary of a nurse is $60,000.", []string{"nurse 60000 USD/year average"}},
		{"share of earners in a line", "# Nurse pay\n\n- Top 10%: $130,000", []string{"nurse 130000 USD/year p90"}},
		{"ends after the figures", "# Nurse pay\n\nPay: $39 an hour low, $47 median, $56 high", []string{"nurse 39 USD/hour minimum", "nurse 47 USD/hour median", "nurse 56 USD/hour maximum"}},
		{"bonus of its own", "Sales managers earn a base of $120,000 plus a bonus of $60,000.", []string{"sales-manager 120000 USD/year typical +base", "sales-manager 60000 USD/year typical +bonus"}},
		// Tables.
		{"column of changes", "# Nurse pay\n\n| Year | Salary | Increase |\n|---|---|---|\n| 2020 | $60,000 | $1,200 |", []string{"nurse 60000 USD/year typical #2020"}},
		{"everybody's row", "# Nurse pay\n\n| Group | Salary |\n|---|---|\n| Nurses | $60,000 |\n| All occupations | $48,000 |", []string{"nurse 60000 USD/year typical"}},
		{"rank before the title", "# Best jobs\n\n| # | Job | Pay |\n|---|---|---|\n| 1 | Bus driver | $49,000 |", []string{"bus-driver 49000 USD/year typical"}},
		{"unknown town", "# Nurse pay\n\n| City | Pay |\n|---|---|\n| Little Hadham | £30,000 |", []string{"nurse 30000 GBP/year typical @Little Hadham"}},
		{"percentile heads", "# Nurse pay\n\n| Setting | 25th | 50th |\n|---|---|---|\n| Clinic | $60,000 | $70,000 |", []string{"nurse 60000 USD/year p25 ?Clinic", "nurse 70000 USD/year median ?Clinic"}},
		// Sentences.
		{"law blog", "First-year associates aside, a paralegal in Chicago makes about $58,000 a year.", []string{"paralegal 58000 USD/year typical @Chicago"}},
		{"place first", "In Ontario, electricians earn between $32 and $45 an hour.", []string{"electrician 32..45 CAD/hour range @Ontario"}},
		{"place after", "Electricians earn $85,000 in Alberta.", []string{"electrician 85000 CAD/year typical @Alberta"}},
		{"Australian dollar by place", "A plumber in Perth can expect $95,000.", []string{"plumber 95000 AUD/year typical @Perth"}},
		{"krona by place", "Welders in Norway earn 45.000 kr a month.", []string{"welder 45000 NOK/month typical @Norway"}},
		{"yuan by place", "A translator in Shanghai earns ¥15,000 a month.", []string{"translator 15000 CNY/month typical @Shanghai"}},
		{"adjective of place", "Canadian pharmacists earn $105,000 a year.", []string{"pharmacist 105000 CAD/year typical"}},
		{"US-based", "The salary of US-based surveyors averages $71,000.", []string{"surveyor 71000 USD/year average @US"}},
		{"mean", "The mean annual wage of carpenters was $58,210 in May 2022.", []string{"carpenter 58210 USD/year average #2022"}},
		{"median with source", "According to the Bureau of Labor Statistics, the median pay for librarians was $64,370 in 2023.", []string{"librarian 64370 USD/year median #2023 ~Bureau of Labor Statistics"}},
		{"source as subject", "Glassdoor puts the average salary of a data analyst at $82,000.", []string{"data-analyst 82000 USD/year average ~Glassdoor"}},
		{"source in brackets", "Translators earn a median of $57,090 (BLS, 2022).", []string{"translator 57090 USD/year median #2022 ~BLS"}},
		{"adverb is no source", "Indeed, plumbers earn $61,000 a year.", []string{"plumber 61000 USD/year typical"}},
		{"unknown source", "According to Harbour Research, bakers earn $34,000.", []string{"baker 34000 USD/year typical ~Harbour Research"}},
		{"hour and year", "Welders make $22 an hour, or $45,760 a year.", []string{"welder 22 USD/hour typical", "welder 45760 USD/year typical"}},
		{"unit in brackets", "The average pay of a machinist is $50,000 per year ($24.04 per hour).", []string{"machinist 50000 USD/year average", "machinist 24.04 USD/hour average"}},
		{"two years", "Surveyors earned $63,000 in 2020 and $68,000 in 2023.", []string{"surveyor 63000 USD/year typical #2020", "surveyor 68000 USD/year typical #2023"}},
		{"two places", "An architect earns $90,000 in Texas and $110,000 in California.", []string{"architect 90000 USD/year typical @Texas", "architect 110000 USD/year typical @California"}},
		{"place each in brackets", "The best-paying states for a dentist are Delaware ($264,000) and Alaska ($259,000).", []string{"dentist 264000 USD/year typical @Delaware", "dentist 259000 USD/year typical @Alaska"}},
		{"daily duties", "# Controller pay and daily duties\n\n| Job | Median salary |\n|---|---|\n| Controller | $79,297 |", []string{"controller 79297 USD/year median"}},
		{"pay of all occupations", "# Actuary\n\nThe median annual wage for all occupations was $48,060.", nil},
		{"starting pay", "Social workers start at $38,000.", []string{"social-worker 38000..* USD/year minimum"}},
		{"starting salary", "The starting salary of a police officer is £28,551.", []string{"police-officer 28551..* GBP/year minimum"}},
		{"starting to top", "An actuary starts at $65,000 while an experienced actuary earns up to $180,000.", []string{"actuary 65000..* USD/year minimum", "actuary *..180000 USD/year maximum ?experienced"}},
		{"lowest tenth", "The lowest 10 percent of chefs earned less than $31,000, and the highest 10 percent earned more than $93,000.", []string{"chef *..31000 USD/year p10", "chef 93000..* USD/year p90"}},
		{"top quarter", "The top 25% of realtors earn over $80,000 a year.", []string{"realtor 80000..* USD/year p75"}},
		{"percentile", "At the 90th percentile, software engineers earn $200,000.", []string{"software-engineer 200000 USD/year p90"}},
		{"on average", "Editors make $70,000 a year on average.", []string{"editor 70000 USD/year average"}},
		{"average range", "The average salary of a nurse ranges from £28,000 to £35,000.", []string{"nurse 28000..35000 GBP/year average"}},
		{"base", "The base salary for a sales manager is $85,000.", []string{"sales-manager 85000 USD/year typical +base"}},
		{"on-target", "Account executives have on-target earnings of $150,000.", []string{"account-executive 150000 USD/year typical +total"}},
		{"base and bonus", "A banker earns a base salary of $120,000 and a bonus of $60,000.", []string{"banker 120000 USD/year typical +base", "banker 60000 USD/year typical +bonus"}},
		{"commission", "Estate agents earn commissions of £15,000 a year.", []string{"estate-agent 15000 GBP/year typical +bonus"}},
		{"equity", "Early product managers get $40,000 in stock a year.", []string{"product-manager 40000 USD/year typical +equity"}},
		{"equity on top", "A CTO earns $180,000 plus equity.", []string{"chief-technology-officer 180000 USD/year typical"}},
		{"ote", "Sales managers earn £90k OTE.", []string{"sales-manager 90000 GBP/year typical +total"}},
		{"freelance rate", "Freelance illustrators charge $40 to $75 per hour.", []string{"illustrator 40..75 USD/hour range ?Freelance"}},
		{"day rate", "The day rate of an interim CFO is £950.", []string{"chief-financial-officer 950 GBP/day typical ?interim"}},
		{"hourly rate", "Tutors ask for an hourly rate of €35.", []string{"tutor 35 EUR/hour typical"}},
		{"monthly salary", "The monthly salary of a bank clerk in Manila is ₱25,000.", []string{"bank-clerk 25000 PHP/month typical @Manila"}},
		{"lakh", "A chartered accountant in Mumbai earns Rs 8-12 lakh per annum.", []string{"chartered-accountant 800000..1200000 INR/year range @Mumbai"}},
		{"rupees by place", "A civil engineer in Lahore earns Rs. 90,000 a month.", []string{"civil-engineer 90000 PKR/month typical @Lahore"}},
		{"hedged", "An investment banker could reach £150k.", []string{"investment-banker 150000 GBP/year typical"}},
		{"grade", "Junior accountants earn $50,000 a year.", []string{"accountant 50000 USD/year typical ?Junior"}},
		{"experience", "With five years of experience, a UX designer earns $105,000.", []string{"ux-designer 105000 USD/year typical ?With five years of experience"}},
		{"figures first", "At $210,000 a year, anesthesiologists lead the list.", []string{"anesthesiologist 210000 USD/year typical"}},

		// Several roles.
		{"whereas", "A sous chef earns $52,000, whereas an executive chef earns $84,000.", []string{"sous-chef 52000 USD/year typical", "executive-chef 84000 USD/year typical"}},
		{"respectively", "Dentists and orthodontists earn $160,000 and $210,000, respectively.", []string{"dentist 160000 USD/year typical", "orthodontist 210000 USD/year typical"}},
		{"both paid", "Bookkeepers and payroll clerks earn $45,000 a year.", []string{"bookkeeper 45000 USD/year typical", "payroll-clerk 45000 USD/year typical"}},
		{"role after each", "The average is $98,000 for a network engineer and $118,000 for a cloud engineer.", []string{"network-engineer 98000 USD/year average", "cloud-engineer 118000 USD/year average"}},
		{"compared with", "A journalist makes $55,000 compared with $73,000 for a technical writer.", []string{"journalist 55000 USD/year typical", "technical-writer 73000 USD/year typical"}},
		{"in brackets", "Pay differs between the plumber ($61,000) and the electrician ($60,000).", []string{"plumber 61000 USD/year typical", "electrician 60000 USD/year typical"}},
		{"relative clause", "A paralegal who assists a lawyer earns $60,000.", []string{"paralegal 60000 USD/year typical"}},
		{"statistic given once", "On average, a barista earns $14 an hour and a bartender $16.", []string{"barista 14 USD/hour average", "bartender 16 USD/hour average"}},
		{"next sentence", "Geologists study rocks. They earn $92,000 a year.", []string{"geologist 92000 USD/year typical"}},
		{"year goes on", "In 2021, actors earned a median of $23 an hour. The top 10% made more than $90.", []string{"actor 23 USD/hour median #2021", "actor 90..* USD/hour p90 #2021"}},

		{"two set against each other", "Nurse practitioners make more than registered nurses: $126,260 versus $86,070.", []string{"nurse-practitioner 126260 USD/year typical", "registered-nurse 86070 USD/year typical"}},
		{"assistant to another", "An executive assistant to the CEO earns $95,000.", []string{"executive-assistant 95000 USD/year typical"}},
		{"statistic at the end of a row", "Chief executives made $246,000, chief financial officers $213,000 and chief information officers $195,000 on average.", []string{"chief-executive-officer 246000 USD/year average", "chief-financial-officer 213000 USD/year average", "chief-information-officer 195000 USD/year average"}},
		{"both", "# Plumber vs electrician\n\nPlumbers fit pipes. Both earn $60,000.", []string{"electrician 60000 USD/year typical", "plumber 60000 USD/year typical"}},
		{"three components", "Glassdoor estimates total pay for a CTO at $276,000, with base pay of $190,000 and additional pay of $86,000.", []string{"chief-technology-officer 276000 USD/year typical +total ~Glassdoor", "chief-technology-officer 190000 USD/year typical +base ~Glassdoor", "chief-technology-officer 86000 USD/year typical +bonus ~Glassdoor"}},
		{"base with on-target earnings", "A sales manager has a base of $90,000 with OTE of $150,000+.", []string{"sales-manager 90000 USD/year typical +base", "sales-manager 150000..* USD/year minimum +total"}},
		{"period of another size", "A registered nurse earns $86,070, or $41.38 per hour.", []string{"registered-nurse 86070 USD/year typical", "registered-nurse 41.38 USD/hour typical"}},
		{"lecturers, who", "Professors earn more than lecturers, who make £42,000.", []string{"lecturer 42000 GBP/year typical"}},
		{"three sources", "Payscale lists the average barista pay as $27,000, Glassdoor as $29,000 and Indeed as $30,000.", []string{"barista 27000 USD/year average ~Payscale", "barista 29000 USD/year average ~Glassdoor", "barista 30000 USD/year average ~Indeed"}},
		{"year of the later figure", "An attorney in Miami earns $150K now; in 2019 it was $140K.", []string{"attorney 150000 USD/year typical @Miami", "attorney 140000 USD/year typical @Miami #2019"}},
		{"percentile without the word", "Plumbers in the 10th percentile made $36,000; those at the 90th, $99,920.", []string{"plumber 36000 USD/year p10", "plumber 99920 USD/year p90"}},
		{"unknown place is not the other", "A dentist in Boston earns $190,000, and in Crivitz $120,000.", []string{"dentist 190000 USD/year typical @Boston", "dentist 120000 USD/year typical"}},

		// Lists, headings, tables.
		{"label", "# Pay\n\n- Head chef: $65,000\n- Sous chef: $48,000", []string{"head-chef 65000 USD/year typical", "sous-chef 48000 USD/year typical"}},
		{"list of places", "# Dentist\n\nHere are the states with the highest average salary:\n\n- Delaware: $264,000\n- Alaska: $259,000", []string{"dentist 264000 USD/year average @Delaware", "dentist 259000 USD/year average @Alaska"}},
		{"heading and label", "# Trades\n\n## Mason\n\n**Median salary (2021):** $47,000", []string{"mason 47000 USD/year median #2021"}},
		{"table of roles", "# Salaries\n\n| Role | Average salary |\n|---|---|\n| Data analyst | $75,000 |\n| Data engineer | $112,000 |", []string{"data-analyst 75000 USD/year average", "data-engineer 112000 USD/year average"}},
		{"table, unit in the head", "| Job title | Annual salary (EUR) |\n|---|---|\n| Welder | 38.000 |\n| Mason | 36.500 |", []string{"welder 38000 EUR/year typical", "mason 36500 EUR/year typical"}},
		{"table in lakh", "| Designation | Average salary in India (₹ lakh) |\n|---|---|\n| Data analyst | 6 lakh |\n| Data engineer | 9-12 lakh |", []string{"data-analyst 600000 INR/year average @India", "data-engineer 900000..1200000 INR/year average @India"}},
		{"table of ends", "## Teacher pay\n\n| Region | Minimum | Maximum |\n|---|---|---|\n| Wales | £30,000 | £46,000 |\n| Scotland | £33,000 | £48,000 |", []string{"teacher 30000..46000 GBP/year range @Wales", "teacher 33000..48000 GBP/year range @Scotland"}},
		{"table of levels", "## Salary by level\n\n| Level | Editor | Reporter |\n|---|---|---|\n| Entry level | $45k | $55k |", []string{"editor 45000 USD/year typical ?Entry level", "reporter 55000 USD/year typical ?Entry level"}},
		{"table of percentiles", "## Plumber wages\n\n| | Annual salary | Hourly wage |\n|---|---|---|\n| 75th percentile | $80,000 | $38 |", []string{"plumber 80000 USD/year p75", "plumber 38 USD/hour p75"}},
		{"table of low, middle, high", "# Salary guide 2024\n\n| Position | Low | Midpoint | High |\n|---|---|---|---|\n| Accountant | $55,000 | $68,000 | $82,000 |", []string{"accountant 55000 USD/year minimum #2024", "accountant 68000 USD/year median #2024", "accountant 82000 USD/year maximum #2024"}},
		{"row of costs", "| | Nurse | Doctor |\n|---|---|---|\n| Average pay | $81k | $240k |\n| Education cost | $40k | $200k |", []string{"nurse 81000 USD/year average", "doctor 240000 USD/year average"}},
		{"title known by its column", "| Occupation | Median wage |\n|---|---|\n| Nurses | $81,000 |\n| Quarry blasters | $52,000 |", []string{"nurse 81000 USD/year median", "quarry-blaster 52000 USD/year median"}},
		{"respectively after another sentence", "# Product manager vs project manager\n\n## Salary\n\nIt differs. In the UK the figures are £55,000 and £45,000 respectively.", []string{"product-manager 55000 GBP/year typical @UK", "project-manager 45000 GBP/year typical @UK"}},
		{"grade in brackets", "# Dietitian\n\nDietitian (entry level): $48,000", []string{"dietitian 48000 USD/year typical ?entry level"}},
		{"lines of labels", "# Marketing roles\n\n### Marketing manager\n\nSalary range: $65,000–$110,000\nReports to: CMO\nBudget: $1M–$5M", []string{"marketing-manager 65000..110000 USD/year range"}},
		{"place in the heading", "## Dentist salary in Australia\n\nDentists earn $140,000 a year.", []string{"dentist 140000 AUD/year typical @Australia"}},
		{"component in the heading", "# Product manager\n\n## Total compensation\n\n- Google: $300k", []string{"product-manager 300000 USD/year typical +total"}},
		{"amount alone", "# Careers\n\n## Roofer\n\n$40,000 - $62,000\n\nRoofers mend roofs.", []string{"roofer 40000..62000 USD/year range"}},
	}
	x := newExtractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			claims := x.Extract(markdown(t, tt.text))
			var got []string
			for _, s := range claims.Salaries {
				got = append(got, showSalary(s))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Salaries(%q), unused %v: %s", tt.text, claims.Unused, diff)
			}
		})
	}
}

func TestUnusedAmounts(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"budget", "The producer manages a budget of $2 million a year.", "not-pay"},
		{"budget after", "A film director oversees a $2 million budget.", "not-pay"},
		{"revenue", "The CFO of a firm with $50 million in revenue signs the accounts.", "not-pay"},
		{"funding", "The firm raised $12M before it hired a CTO.", "not-pay"},
		{"cost of a mistake", "Hiring the wrong sales manager can cost you $240,000.", "not-pay"},
		{"programme", "A dental hygienist programme costs about $98,000.", "not-pay"},
		{"cost of a holder", "A CTO will cost £900 a day.", "chief-technology-officer 900 GBP/day typical"},
		{"tuition", "A dental hygienist pays $22,000 in tuition.", "not-pay"},
		{"fee", "The exam fee for an actuary is $250.", "not-pay"},
		{"spending limit", "A buyer may approve purchases of up to $5,000.", "not-pay"},
		{"saved for others", "A good accountant saves clients $10,000 a year.", "not-pay"},
		{"fine", "A pilot who flies without a licence faces a fine of $1,100.", "not-pay"},
		{"student debt", "The average dentist has $290,000 in student loans.", "not-pay"},
		{"price", "The plumber installs boilers priced at £2,000.", "not-pay"},
		{"difference", "A surgeon earns $50,000 more than a physician.", "difference"},
		{"difference by", "Senior nurses out-earn junior nurses by $12,000.", "difference"},
		{"raise", "The baker got a raise of $3,000 a year.", "difference"},
		{"gap", "The pay gap between a CTO and a CIO is $15,000.", "difference"},
		{"rise", "The pay of a clerk may rise from $50,000.", "difference"},
		{"piece", "A freelance copywriter charges $1 per word.", "per-piece"},
		{"rate of no known period", "The rate of a contract plumber is about £450.", "no-period"},
		{"bonus of no known period", "A welder gets a bonus of $900.", "welder 900 USD/year typical +bonus"},
		{"minimum wage", "The minimum wage is $15 an hour.", "not-pay"},
		{"membership", "An electrician knows that union membership costs $400 a year.", "not-pay"},
		{"question", "Is $80,000 a good salary for a nurse?", "question"},
		{"nobody", "The average household has an income of $74,000.", "no-role"},
	}
	x := newExtractor(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			claims := x.Extract(markdown(t, tt.text))
			var got []string
			for _, u := range claims.Unused {
				got = append(got, u.Reason)
			}
			for _, s := range claims.Salaries {
				got = append(got, showSalary(s))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
				t.Errorf("Unused(%q): %s", tt.text, diff)
			}
		})
	}
}

// Every amount ends as a claim or as an unused one, and claims keep the
// invariants of evidence.
func TestEveryAmountIsAccountedFor(t *testing.T) {
	text := "# Chef pay\n\nA chef earns $40,000 to $60,000. The kitchen costs $90,000. Is $50,000 fair?\n\n| Chef | $70k |\n|---|---|\n| Sous chef | £30k |"
	x := newExtractor(t)
	doc := markdown(t, text)
	claims := x.Extract(doc)
	for _, a := range x.pay.money.Find(doc.Text, corpus.Span{End: len(doc.Text)}) {
		seen := 0
		for _, s := range claims.Salaries {
			if s.Span == a.Span {
				seen++
			}
			if !s.Sentence.Contains(s.Span) || s.ID == "" || s.Role == "" || s.Currency == "" || s.Confidence <= 0 || s.Confidence > 1 {
				t.Errorf("claim %+v breaks an invariant", s)
			}
		}
		for _, u := range claims.Unused {
			if u.Span == a.Span {
				seen++
			}
		}
		if seen == 0 {
			t.Errorf("amount %q is neither a claim nor unused", a.Span.Of(doc.Text))
		}
	}
}

// Pages of nothing but amounts must not take more than linear time: this
// test hangs where they do.
func TestFloodOfAmounts(t *testing.T) {
	x := newExtractor(t)
	for _, text := range []string{
		"A chef earns " + strings.Repeat("$50,000 and ", 5000) + "more.",
		"# Chef pay\n\n" + strings.Repeat("- The pay of a chef is $50k\n", 3000),
		"| Role | Pay ($) |\n|---|---|\n" + strings.Repeat("| The chef of the house | 50,000 |\n", 3000),
		strings.Repeat("# Chef pay $5k in London\n\n", 2000),
		"# Chef pay\n\n" + strings.Repeat("All figures are from 2019.\n\n", 2000) + strings.Repeat("- Leeds: £24,000\n", 2000),
		"# Chef pay\n\n|" + strings.Repeat(" City |", 300) + "\n|" + strings.Repeat("---|", 300) + "\n" + strings.Repeat("|"+strings.Repeat(" £24,000 |", 300)+"\n", 10),
	} {
		claims := x.Extract(markdown(t, text))
		if len(claims.Salaries)+len(claims.Unused) < 2000 {
			t.Errorf("Extract(%.20q...) accounts for %d amounts", text, len(claims.Salaries)+len(claims.Unused))
		}
	}
}

func markdown(t testing.TB, text string) *corpus.Document {
	t.Helper()
	doc, reject := decode.Decode(corpus.Page{URI: "a.md", Format: corpus.Markdown, Body: []byte(text)})
	if reject != nil {
		t.Fatalf("Decode: %+v", reject)
	}
	return doc
}

func FuzzSalaries(f *testing.F) {
	x := newExtractor(f)
	for _, seed := range []string{
		"# Chef vs baker\n\nA chef earns $40,000 to $60,000, a baker £30k (BLS, 2022).",
		"| Role | Min | Max |\n|---|---|---|\n| Chef | $1 | $2 |\n| 12k |",
		"**Pay:** €5\n\n- Both earn $1 and $2 respectively in Zürich",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, reject := decode.Decode(corpus.Page{URI: "a.md", Format: corpus.Markdown, Body: []byte(text)})
		if reject != nil {
			t.Skip(reject.Reason)
		}
		found, unused := x.read(doc).salaries()
		whole := corpus.Span{End: len(doc.Text)}
		for _, s := range found {
			switch {
			case s.Span.Empty() || !whole.Contains(s.Sentence) || !s.Sentence.Contains(s.Span):
				t.Fatalf("%q: span %v in sentence %v", text, s.Span, s.Sentence)
			case s.Low == nil && s.High == nil, s.Low != nil && s.High != nil && *s.Low > *s.High:
				t.Fatalf("%q: ends of %+v", text, s)
			case s.Role == "" || s.Period == "" || s.Statistic == "" || s.Component == "" || len(s.Currency) != 3:
				t.Fatalf("%q: a slot of %+v is empty", text, s)
			}
		}
		for _, u := range unused {
			if u.Span.Empty() || !whole.Contains(u.Span) || u.Reason == "" {
				t.Fatalf("%q: unused %+v", text, u)
			}
		}
	})
}
