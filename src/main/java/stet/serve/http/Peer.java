package stet.serve.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom tries of logging in are counted for. A port is another one for each connection, and whoever
 * has one IPv6 address has the 2^64 of a network; neither makes somebody else of them.
 */
final class Peer {
  private static final Pattern ADDRESS =
      Pattern.compile("\\[([0-9A-Fa-f:.]+)\\](?::\\w+)?|([0-9.]+):\\w+|([0-9A-Fa-f:.]+)");

  private Peer() {}

  /**
   * @param node an address as a socket or a proxy names it, or a name that a proxy made up
   */
  static String of(String node) {
    Matcher address = ADDRESS.matcher(node);
    if (!address.matches()) {
      return node;
    } else if (address.group(2) != null) {
      return address.group(2);
    }
    String plain = address.group(1) != null ? address.group(1) : address.group(3);
    return plain.contains(":") ? network(plain) : plain;
  }

  private static String network(String address) {
    try {
      // Nothing is looked up: no name has a colon.
      InetAddress read = InetAddress.getByName(address);
      return read instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), 8))
          : read.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
