package warc

import (
	"bytes"
	"fmt"
	"net/textproto"
	"strconv"
	"strings"
)

// Answer is the HTTP message in the block of a response.
type Answer struct {
	Status int                  // 200, 404, ...
	Header textproto.MIMEHeader // keys in canonical form
	Body   []byte               // chunks joined; still packed, see Unpacked
}

// Answer reads the HTTP message of a response or a revisit. The error is an
// ErrDamaged.
func (r *Record) Answer() (*Answer, error) {
	head, body, end := cutHead(r.Block)
	if !end && r.Type != Revisit {
		return nil, fmt.Errorf("%w: the head of an answer has no end", ErrDamaged)
	}
	first, lines, _ := bytes.Cut(head, []byte("\n"))
	status, err := status(string(first))
	if err != nil {
		return nil, err
	}
	answer := &Answer{Status: status, Header: textproto.MIMEHeader{}, Body: body}
	for line := range bytes.Lines(lines) {
		if name, value, ok := strings.Cut(string(line), ":"); ok {
			answer.Header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	if strings.HasSuffix(strings.ToLower(answer.Header.Get("Transfer-Encoding")), "chunked") {
		if answer.Body, err = dechunk(body); err != nil {
			return nil, err
		}
	}
	return answer, nil
}

// cutHead parts a message at the first empty line.
func cutHead(block []byte) (head, body []byte, found bool) {
	for _, end := range []string{"\r\n\r\n", "\n\n"} {
		if head, body, found = bytes.Cut(block, []byte(end)); found {
			return head, body, true
		}
	}
	return block, nil, false
}

// status reads a line such as "HTTP/1.1 200 OK".
func status(line string) (int, error) {
	fields := strings.Fields(line)
	if len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		return 0, fmt.Errorf("%w: an answer without a status", ErrDamaged)
	}
	code, err := strconv.Atoi(fields[1])
	if err != nil || code < 100 || code > 999 {
		return 0, fmt.Errorf("%w: an answer with the status %.20q", ErrDamaged, fields[1])
	}
	return code, nil
}

// dechunk joins the chunks of a body. A body that does not begin with a chunk
// is returned as it is: some archives keep the header and not the chunks.
func dechunk(body []byte) ([]byte, error) {
	var joined []byte
	for rest, first := body, true; ; first = false {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		size, _, _ := strings.Cut(string(line), ";")
		n, err := strconv.ParseUint(strings.TrimSpace(size), 16, 31)
		switch {
		case first && (!ok || err != nil):
			return body, nil
		case err != nil:
			return nil, fmt.Errorf("%w: a chunk without a length", ErrDamaged)
		case n == 0:
			return joined, nil
		case int(n) > len(after):
			return nil, fmt.Errorf("%w: a chunk ends after %d of %d bytes", ErrDamaged, len(after), n)
		}
		joined = append(joined, after[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[n:], []byte("\r")), []byte("\n"))
	}
}
