package review

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"
)

// Listen opens a port of this machine that no other can reach; 0 is any.
func Listen(port int) (net.Listener, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, fmt.Errorf("port %d can't be had: choose another with --port (%w)", port, err)
	}
	return listener, nil
}

// Serve answers until the context ends, then brings what it has in hand to an
// end, so that no verdict that was taken is lost.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       20 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    maxHeaders,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve the review: %w", err)
	case <-ctx.Done():
	}
	// The requests in hand come to an end, and no other begins; connections
	// that a browser only holds ready are not waited for.
	s.serving.Lock()
	defer s.serving.Unlock()
	if err := server.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("end the review: %w", err)
	}
	return nil
}
