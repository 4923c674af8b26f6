package stet.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. The fetcher checks them, and connects to no others. */
@FunctionalInterface
public interface HostResolver {
  /** The name service of this machine. */
  HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * The addresses in the order in which to try them, at least one.
   *
   * @param host a name in ASCII, an IPv4 address, or an IPv6 address in brackets
   * @throws UnknownHostException when the host has none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
