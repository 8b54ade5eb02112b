package review

import (
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"strings"
)

// Limits of what a browser may send.
const (
	maxBody    = 1 << 20 // bytes; a verdict on 10,000 contradictions has 200 kB
	maxHeaders = 16 << 10
)

// guard lets only our own page in the reviewer's browser through: the request
// must name this machine (another name that leads here is a trick to read our
// pages), carry the cookie that the start link gave, and, to change anything,
// come from our page.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.serving.RLock()
		defer s.serving.RUnlock()
		header := w.Header()
		header.Set("Content-Security-Policy", s.policy+"; frame-ancestors 'none'")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Cache-Control", "no-store")
		switch {
		case !local(r):
			http.Error(w, "this server answers on this machine only, by its own address", http.StatusMisdirectedRequest)
		case r.Method != http.MethodGet && r.Method != http.MethodPost:
			http.Error(w, "only GET and POST are answered", http.StatusMethodNotAllowed)
		case !sameSite(r):
			http.Error(w, "another page asks; only the review's own may", http.StatusForbidden)
		case r.URL.Path == "/start":
			s.start(w, r)
		case !s.known(r):
			http.Error(w, "open the address that the command printed; it is a new one with each start", http.StatusForbidden)
		default:
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
			next.ServeHTTP(w, r)
		}
	})
}

// local reports whether the request names the address that it came in by.
func local(r *http.Request) bool {
	address, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return false
	}
	host, port, err := net.SplitHostPort(address.String())
	if err != nil || !net.ParseIP(host).IsLoopback() {
		return false
	}
	return r.Host == net.JoinHostPort(host, port) || r.Host == "localhost:"+port
}

// sameSite reports whether a request that changes something comes from our
// page, and whether any other was at least not sent by a page elsewhere.
func sameSite(r *http.Request) bool {
	origin, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
	own := origin == "http://"+r.Host
	if r.Method == http.MethodPost {
		return own && (site == "" || site == "same-origin")
	}
	// A link elsewhere may lead to the start; the page must be opened from ours.
	return (origin == "" || own) && (site == "" || site == "none" || site == "same-origin" || r.Header.Get("Sec-Fetch-Mode") == "navigate")
}

// cookie is named by the port: browsers send the cookies of one address to
// all its ports.
func cookieName(r *http.Request) string {
	_, port, _ := strings.Cut(r.Host, ":")
	return "roleclaims-" + port
}

// start trades the token of the start link for a cookie.
func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	if !s.isToken(r.URL.Query().Get("token")) {
		http.Error(w, "this link is of an earlier start; open the address that the command printed", http.StatusForbidden)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName(r), Value: s.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *Server) known(r *http.Request) bool {
	cookie, err := r.Cookie(cookieName(r))
	return err == nil && s.isToken(cookie.Value)
}

func (s *Server) isToken(text string) bool {
	return subtle.ConstantTimeCompare([]byte(text), []byte(s.token)) == 1
}

// StartPath is the path and query by which a browser gets in.
func (s *Server) StartPath() string { return fmt.Sprintf("/start?token=%s", s.token) }
