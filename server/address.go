package main

import "net"

// addresses are what people type: the name that was given, or else localhost and
// what others in the same network reach this machine by; and the port that is used.
func addresses(addr string, l net.Listener) (urls []string) {
	given, _, _ := net.SplitHostPort(addr)
	_, port, _ := net.SplitHostPort(l.Addr().String())
	hosts := []string{given}
	if ip := net.ParseIP(given); given == "" || ip != nil && ip.IsUnspecified() {
		hosts = append([]string{"localhost"}, reachable()...)
	}
	for _, host := range hosts {
		urls = append(urls, "http://"+net.JoinHostPort(host, port))
	}
	return urls
}

// reachable returns the addresses by which others reach this machine.
func reachable() []string {
	interfaces, _ := net.Interfaces() // without them there is localhost
	var all []net.IP
	for _, i := range interfaces {
		if i.Flags&(net.FlagUp|net.FlagRunning) != net.FlagUp|net.FlagRunning {
			continue
		}
		found, _ := i.Addrs()
		for _, a := range found {
			if ip, ok := a.(*net.IPNet); ok {
				all = append(all, ip.IP)
			}
		}
	}
	return typable(all)
}

// typable returns the addresses of the shortest kind that there is: of version 4, those
// that machines give themselves where nobody else does, and of version 6.
func typable(all []net.IP) []string {
	var kinds [3][]string
	for _, ip := range all {
		switch isShort := ip.To4() != nil; {
		case isShort && ip.IsGlobalUnicast():
			kinds[0] = append(kinds[0], ip.String())
		case isShort && ip.IsLinkLocalUnicast():
			kinds[1] = append(kinds[1], ip.String())
		case ip.IsGlobalUnicast():
			kinds[2] = append(kinds[2], ip.String())
		}
	}
	for _, kind := range kinds {
		if kind != nil {
			return kind
		}
	}
	return nil
}

// isAddress reports whether addr can be listened on: host:port or :port.
func isAddress(addr string) bool {
	_, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = net.LookupPort("tcp", port)
	}
	return err == nil
}
