package fetch

import (
	"net/url"
	"testing"
)

func TestCanonical(t *testing.T) {
	for _, test := range []struct{ name, address, want string }{
		{"as it is", "https://a.example/b?c=d", "https://a.example/b?c=d"},
		{"letters of host and scheme", "HTTPS://A.Example/B", "https://a.example/B"},
		{"default ports", "http://a.example:80/", "http://a.example/"},
		{"the other's default port", "http://a.example:443/", "http://a.example:443/"},
		{"no path", "http://a.example", "http://a.example/"},
		{"dots", "http://a.example/b/../c/./d", "http://a.example/c/d"},
		{"a fragment", "http://a.example/#b", "http://a.example/"},
		{"an empty query", "http://a.example/?", "http://a.example/"},
		{"a dot behind the host", "http://a.example./", "http://a.example/"},
		{"another alphabet", "http://bücher.example/ü", "http://xn--bcher-kva.example/%C3%BC"},
		{"an underscore", "http://a_b.example/", "http://a_b.example/"},
		{"escapes stay", "http://a.example/%2F?q=%20", "http://a.example/%2F?q=%20"},
		{"IPv6", "http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"},
		{"blanks around", " http://a.example/ ", "http://a.example/"},
		{"a name and password", "http://me:secret@a.example/", ""},
		{"another scheme", "file:///etc/passwd", ""},
		{"no scheme", "a.example", ""},
		{"no host", "http:///a", ""},
		{"dots alone", "http://../", ""},
		{"a blank in the host", "http://a b.example/", ""},
		{"no number as port", "http://a.example:http/", ""},
		{"a line end", "http://a.example/\r\nHost: b", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if u, err := canonical(test.address); err == nil {
				got = u.String()
			}
			if got != test.want {
				t.Errorf("canonical(%q) = %q, want %q", test.address, got, test.want)
			}
		})
	}
}

func TestSite(t *testing.T) {
	for _, test := range []struct{ a, b string }{
		{"http://www.a.co.uk/", "https://blog.a.co.uk:8443/"},
		{"http://localhost:1/", "http://localhost:2/"},
		{"http://127.0.0.1/", "http://127.0.0.1:8080/"},
	} {
		if a, b := siteOf(t, test.a), siteOf(t, test.b); a != b {
			t.Errorf("%s is on %s, %s on %s", test.a, a, test.b, b)
		}
	}
	if a, b := siteOf(t, "http://a.co.uk/"), siteOf(t, "http://b.co.uk/"); a == b {
		t.Errorf("both on %s", a)
	}
}

func siteOf(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return site(u)
}
