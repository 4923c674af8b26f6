package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the blocks of addresses that are never asked begin and end. */
class AddressBlocksTest {
  @ParameterizedTest
  @CsvSource({
    "9.255.255.255,''",
    "11.0.0.0,''",
    "10.0.0.0,private",
    "100.63.255.255,''",
    "100.64.0.0,carrier-grade NAT",
    "100.128.0.0,''",
    "126.255.255.255,''",
    "128.0.0.0,''",
    "169.253.255.255,''",
    "169.255.0.0,''",
    "172.15.255.255,''",
    "172.32.0.0,''",
    "192.0.1.0,''",
    "192.167.255.255,''",
    "192.169.0.0,''",
    "198.17.255.255,''",
    "198.20.0.0,''",
    "223.255.255.255,''",
    "224.0.0.0,multicast",
    "2606:4700::1111,''",
    "2001:200::1,''",
    "2001:4860:4860::8888,''",
    "2a00:1450::1,''",
    "2003::1,''",
    "2001:1ff::1,'protocol assignments, Teredo'",
    "2002::1,6to4",
    "4000::1,not public IPv6",
    "1fff::1,not public IPv6",
    "::ffff:8.8.8.8,''"
  })
  void edgesOfTheBlocks(String address, String use) throws UnknownHostException {
    assertThat(AddressGuard.refusal(InetAddress.getByName(address)).orElse("")).isEqualTo(use);
  }
}
