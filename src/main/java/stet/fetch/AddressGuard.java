package stet.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which addresses may be connected to: those of the public internet (IANA's registries of
 * special-purpose IPv4 and IPv6 addresses, RFC 6890), so that no page, feed or redirect can make
 * stet ask a machine that only this one can reach.
 */
final class AddressGuard {
  private static final int MOST_ADDRESSES = 3;

  /** The host resolves to an address that must not be asked. */
  static final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1;

    AddressRefused(String message) {
      super(message);
    }
  }

  /** A block of addresses: the bits that count, and what it is for. */
  private record Block(byte[] prefix, int bits, String use) {
    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> i % 8;
        if ((address[i / 8] & mask) != (prefix[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Block> REFUSED =
      List.of(
          block("0.0.0.0", 8, "this network"),
          block("10.0.0.0", 8, "private"),
          block("100.64.0.0", 10, "carrier-grade NAT"),
          block("127.0.0.0", 8, "loopback"),
          block("169.254.0.0", 16, "link-local"),
          block("172.16.0.0", 12, "private"),
          block("192.0.0.0", 24, "protocol assignments"),
          block("192.0.2.0", 24, "documentation"),
          block("192.88.99.0", 24, "6to4 relay"),
          block("192.168.0.0", 16, "private"),
          block("198.18.0.0", 15, "benchmarks"),
          block("198.51.100.0", 24, "documentation"),
          block("203.0.113.0", 24, "documentation"),
          // An address of a cloud's metadata and name service that is public by its number.
          block("168.63.129.16", 32, "metadata"),
          block("224.0.0.0", 4, "multicast"),
          block("240.0.0.0", 4, "reserved"));

  /** Of IPv6 only global unicast is public; these lie within it. */
  private static final List<Block> REFUSED_GLOBAL =
      List.of(
          block("2001::", 23, "protocol assignments, Teredo"),
          block("2001:db8::", 32, "documentation"),
          block("2002::", 16, "6to4"),
          block("2620:4f:8000::", 48, "name service sink"),
          block("3fff::", 20, "documentation"));

  private static final Block GLOBAL = block("2000::", 3, "global unicast");
  private static final Block MAPPED = block("::ffff:0:0:0", 96, "IPv4-translated");

  private final HostResolver resolver;
  private final Set<String> allowed;

  /**
   * @param allowed hosts that may have any address, each {@code host} or {@code host:port}
   */
  AddressGuard(HostResolver resolver, Set<String> allowed) {
    this.resolver = resolver;
    this.allowed = Set.copyOf(allowed);
  }

  private static Block block(String prefix, int bits, String use) {
    try {
      return new Block(InetAddress.getByName(prefix).getAddress(), bits, use);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The addresses to connect to. All that the name service gives are checked, since a name with a
   * public and a private address is a way round the check; the first few are given.
   *
   * @throws AddressRefused when one of them must not be asked
   * @throws UnknownHostException when there are none
   */
  List<InetAddress> addresses(String host, int port) throws UnknownHostException {
    List<InetAddress> all = List.copyOf(resolver.resolve(host));
    if (all.isEmpty()) {
      throw new UnknownHostException(host);
    }
    if (!allows(allowed, host, port)) {
      for (InetAddress address : all) {
        Optional<String> why = refusal(address);
        if (why.isPresent()) {
          throw new AddressRefused(
              "'"
                  + host
                  + "' has the address "
                  + address.getHostAddress()
                  + " ("
                  + why.get()
                  + ")");
        }
      }
    }
    return all.subList(0, Math.min(MOST_ADDRESSES, all.size()));
  }

  static boolean allows(Set<String> privateHosts, String host, int port) {
    return privateHosts.contains(host) || privateHosts.contains(host + ':' + port);
  }

  /** What an address is for that must not be asked; empty where it is public. */
  static Optional<String> refusal(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return use(REFUSED, bytes);
    }
    if (isZero(bytes, 0, 10) && bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff) {
      return use(REFUSED, Arrays.copyOfRange(bytes, 12, 16)).or(() -> Optional.of("IPv4-mapped"));
    }
    if (!GLOBAL.holds(bytes)) {
      return Optional.of(MAPPED.holds(bytes) ? MAPPED.use() : "not public IPv6");
    }
    return use(REFUSED_GLOBAL, bytes);
  }

  /**
   * The same of a host that is written as an address, or is this machine's own name; empty for all
   * other names.
   */
  static Optional<String> refusedAsWritten(String host) {
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return Optional.of("loopback");
    }
    boolean address = host.startsWith("[") || host.matches("[0-9]+(\\.[0-9]+){3}");
    try {
      return address ? refusal(InetAddress.getByName(host)) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of("no address");
    }
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> use(List<Block> blocks, byte[] address) {
    return blocks.stream().filter(b -> b.holds(address)).map(Block::use).findFirst();
  }
}
