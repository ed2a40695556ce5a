package main

import (
	"net"
	"slices"
)

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

// reachable returns the addresses by which others reach this machine: those of
// version 4, which are shorter to type, or else those of version 6.
func reachable() (hosts []string) {
	interfaces, _ := net.Interfaces() // without them there is localhost
	var all []net.IP
	for _, i := range interfaces {
		if i.Flags&(net.FlagUp|net.FlagRunning) != net.FlagUp|net.FlagRunning {
			continue
		}
		found, _ := i.Addrs()
		for _, a := range found {
			if ip, ok := a.(*net.IPNet); ok && ip.IP.IsGlobalUnicast() {
				all = append(all, ip.IP)
			}
		}
	}
	isShort := func(ip net.IP) bool { return ip.To4() != nil }
	if slices.ContainsFunc(all, isShort) {
		all = slices.DeleteFunc(all, func(ip net.IP) bool { return !isShort(ip) })
	}
	for _, ip := range all {
		hosts = append(hosts, ip.String())
	}
	return hosts
}
