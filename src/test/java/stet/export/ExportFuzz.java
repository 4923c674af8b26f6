package stet.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** What a time-stamp authority answers, and addresses as others captured them. */
public final class ExportFuzz {
  private ExportFuzz() {}

  public static List<FuzzTarget> targets() {
    TimeStampRequest request = request();
    return List.of(
        new FuzzTarget("time-stamp", 2_700, List.of(answer()), List.of(), in -> read(in, request)),
        new FuzzTarget(
            "index-key",
            1_300,
            Seeds.texts(
                "www.portaldercourier.example:443/A/b.html?c=d&a=b&PHPSESSID=1#e",
                "bücher.example/%zz",
                "192.0.2.1:80/;jsessionid=0"),
            List.of("http://", "www.", "www1.", ":", "?", "&", "%", "%25", "/", "..", "@", "#"),
            in ->
                assertThat(Surt.of("https://" + Seeds.text(in))).isNotEmpty().doesNotContain(" ")));
  }

  static TimeStampRequest request() {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(NISTObjectIdentifiers.id_sha256, new byte[32], BigInteger.TEN);
  }

  /** What {@link LoopbackAuthority} once answered to that request. */
  private static byte[] answer() {
    try (InputStream in = ExportFuzz.class.getResourceAsStream("time-stamp.tsr")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(byte[] input, TimeStampRequest request) {
    try {
      assertThat(TimeStamper.read(input, request).at()).isNotNull();
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }
}
