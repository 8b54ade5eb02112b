package role

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// written holds the words of keys that are not written with one capital.
var written = map[string]string{
	"2d": "2D", "3d": "3D", "ai": "AI", "api": "API", "aws": "AWS", "bi": "BI", "cad": "CAD", "cnc": "CNC", "crm": "CRM", "devops": "DevOps",
	"devsecops": "DevSecOps", "er": "ER", "erp": "ERP", "gis": "GIS", "gp": "GP", "hr": "HR", "hvac": "HVAC", "icu": "ICU", "ios": "iOS",
	"iot": "IoT", "it": "IT", "javascript": "JavaScript", "ml": "ML", "mlops": "MLOps", "mri": "MRI", "nlp": "NLP", "php": "PHP", "plc": "PLC",
	"ppc": "PPC", "pr": "PR", "qa": "QA", "sap": "SAP", "seo": "SEO", "sql": "SQL", "sre": "SRE", "svp": "SVP", "tv": "TV", "ui": "UI",
	"ux": "UX", "vfx": "VFX", "vp": "VP", "vr": "VR", "wordpress": "WordPress",
}

// small are the words that stay in lower case.
var small = map[string]bool{"and": true, "at": true, "de": true, "for": true, "in": true, "of": true, "on": true, "the": true, "to": true}

// Name returns the title that a key stands for: "VP of Engineering" for
// "vp-of-engineering". It does not undo what a key leaves out.
func Name(key string) string {
	words := strings.FieldsFunc(key, func(r rune) bool { return r == '-' })
	for i, word := range words {
		switch form, ok := written[word]; {
		case ok:
			words[i] = form
		case small[word] && i > 0:
		default:
			first, size := utf8.DecodeRuneInString(word)
			words[i] = string(unicode.ToUpper(first)) + word[size:]
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), "R and D", "R&D")
}
