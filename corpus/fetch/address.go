package fetch

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// maxAddress is the length of an address, in bytes, beyond which it is not
// asked: endless ones grow with every link.
const maxAddress = 4096

// canonical returns the one form of an address by which its page is stored:
// scheme and host in lower case and ASCII, no default port, no dots in the
// path, no fragment. The error says what is wrong with it.
func canonical(address string) (*url.URL, error) {
	if len(address) > maxAddress {
		return nil, fmt.Errorf("an address of %d bytes; the longest that is asked has %d", len(address), maxAddress)
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return nil, errors.New("no web address")
	}
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("the scheme %.20q; only http and https are asked", u.Scheme)
	case u.User != nil:
		return nil, errors.New("an address with a name or password in it")
	}
	host, err := hostName(u.Hostname())
	if err != nil {
		return nil, err
	}
	if port := u.Port(); port != "" && port != map[string]string{"http": "80", "https": "443"}[u.Scheme] {
		host += ":" + port
	}
	u.Host = host
	u.Fragment, u.RawFragment = "", ""
	u.ForceQuery = false
	u = new(url.URL).ResolveReference(u)
	if u.Path == "" {
		u.Path = "/"
	}
	// What the writing changes, the reading must not: some paths and hosts have
	// several spellings.
	if again, err := url.Parse(u.String()); err != nil || again.String() != u.String() {
		return nil, errors.New("no web address")
	}
	return u, nil
}

// hostName returns a host as it is asked for; an IPv6 address in brackets.
func hostName(name string) (string, error) {
	if ip, err := netip.ParseAddr(name); err == nil {
		if ip = ip.WithZone(""); ip.Is6() {
			return "[" + ip.String() + "]", nil
		}
		return ip.String(), nil
	}
	name = strings.TrimSuffix(name, ".")
	ascii, err := idna.Lookup.ToASCII(name)
	if err != nil {
		ascii = strings.ToLower(name) // names with an underscore exist
	}
	if ascii == "" || strings.Contains("."+ascii+".", "..") || len(ascii) > 253 || strings.Trim(ascii, "abcdefghijklmnopqrstuvwxyz0123456789.-_") != "" {
		return "", fmt.Errorf("no host name: %.60q", name)
	}
	return ascii, nil
}

// target returns the canonical address to which a reference on the page at
// base leads.
func target(base *url.URL, reference string) (*url.URL, error) {
	if len(reference) > maxAddress {
		return nil, fmt.Errorf("an address of %d bytes; the longest that is asked has %d", len(reference), maxAddress)
	}
	u, err := base.Parse(strings.TrimSpace(reference))
	if err != nil {
		return nil, errors.New("no web address")
	}
	return canonical(u.String())
}

// site returns what --same-site compares: the registrable domain, or the host
// where there is none.
func site(u *url.URL) string {
	host := u.Hostname()
	if _, err := netip.ParseAddr(host); err == nil {
		return host
	}
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}
