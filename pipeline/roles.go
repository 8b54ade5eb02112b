package pipeline

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/role"
)

// roleKey is the form of a canonical key of two words or more.
var roleKey = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// roleKeys returns the canonical keys of roles given by key or title, sorted
// and unique.
func roleKeys(lex *lexicon.Lexicon, titles []string) ([]string, error) {
	if len(titles) == 0 {
		return nil, nil
	}
	recognizer, err := role.New(lex)
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, title := range titles {
		title = strings.TrimSpace(title)
		// Read as the title of an article that says no more.
		found := recognizer.Inventory(&corpus.Document{Title: strings.ReplaceAll(title, "-", " ")}).Title()
		switch {
		case len(found) == 1:
			keys = append(keys, found[0])
		case roleKey.MatchString(title):
			keys = append(keys, title)
		default:
			return nil, Misuse{fmt.Errorf("--roles: %q is not one job title that we can read; write a title as in 'VP of Engineering', or a key as in vp-of-engineering", title)}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys), nil
}

// keepRoles drops the claims about any other role; nil roles keep all.
func keepRoles(claims extract.Claims, roles []string) extract.Claims {
	if roles == nil {
		return claims
	}
	other := func(role string) bool { return !slices.Contains(roles, role) }
	claims.Responsibilities = slices.DeleteFunc(claims.Responsibilities, func(r extract.Responsibility) bool { return other(r.Role) })
	claims.Salaries = slices.DeleteFunc(claims.Salaries, func(s extract.Salary) bool { return other(s.Role) })
	claims.Comparisons = slices.DeleteFunc(claims.Comparisons, func(c extract.Comparison) bool { return other(c.RoleA) || other(c.RoleB) })
	return claims
}
